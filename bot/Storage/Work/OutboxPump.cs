namespace IntroBot.Storage.Work;

/// <summary>Processes the commits of this process and the rows that are due; due rows retry what it cannot handle.</summary>
internal sealed partial class OutboxPump(
    OutboxQueue queue, IEnumerable<IPartitionWorker> workers, DueChecker checker,
    SessionCloser closer, TimeProvider clock, ILogger<OutboxPump> logger)
    : BackgroundService, IHostedLifecycleService
{
    /// <summary>
    /// How long a stopping process continues with what it has committed. After that no message starts, and the rest of the host's shutdown
    /// timeout is for messages in flight.
    /// </summary>
    public static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(10);

    /// <summary>Maximum of concurrent sessions, so that a slow platform delays few other partitions.</summary>
    private const int MaxConcurrentSessions = 16;

    private readonly CancellationTokenSource ending = new();
    private ITimer? drainTimer;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Limits the drain when the host begins to stop; requests are still answered until then.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        drainTimer ??= clock.CreateTimer(_ => ending.Cancel(), null, DrainTime, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Dispose()
    {
        drainTimer?.Dispose();
        ending.Dispose();
        base.Dispose();
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await StoppingAsync(cancellationToken);
        using var drainLimit = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, cancellationToken);

        // Handling a message commits more work, so the queue closes only when it is empty, or when the drain time is over.
        await queue.WhenIdleAsync().WaitAsync(drainLimit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ending.CancelAsync();
        queue.Close();
        await base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, MaxConcurrentSessions).Select(async _ =>
    {
        // Ends when the queue is closed and empty, not when the host begins to stop: an interrupted message might be sent twice.
        await foreach (var session in queue.Sessions.ReadAllAsync(CancellationToken.None))
        {
            await RunSessionAsync(session);
            queue.Done();
        }
    }));

    private async Task RunSessionAsync(PartitionSession session)
    {
        using var span = TraceSpans.FollowUp();
        while (queue.Next(session) is { } work)
        {
            switch (work)
            {
                case CommittedWork committed:
                    await TryAsync(session, () => WorkerOf(session).HandleAsync(session, committed, ending.Token));
                    session.Finish(committed.Rows);
                    queue.Done(committed);
                    break;
                case DueCheck check:
                    queue.Done(check, await CheckAsync(session, check.Row));
                    break;
            }
        }

        await TryAsync(session, () => closer.CloseAsync(session, CancellationToken.None));
    }

    /// <summary>
    /// A check that has started runs to its end: an interrupted message might be sent twice. The caller reports the failure.
    /// </summary>
    private async Task<DueCheckResult> CheckAsync(PartitionSession session, DueRow row)
    {
        if (ending.IsCancellationRequested)
        {
            return new DueCheckResult(session.Partition, Worked: false);
        }

        try
        {
            return await checker.CheckAsync(session, row, WorkerOf(session), CancellationToken.None);
        }
#pragma warning disable CA1031 // Whatever fails in this partition, its due row stays and retries it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            session.Forget();
            return new DueCheckResult(session.Partition, Worked: false, Failure: failure.GetType().Name);
        }
    }

    private IPartitionWorker WorkerOf(PartitionSession session) => workers.First(worker => worker.Owns(session.Partition));

    private async Task TryAsync(PartitionSession session, Func<Task> work)
    {
        try
        {
            await work();
        }
#pragma warning disable CA1031 // Whatever fails, the rows are still stored, and their due row retries them.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.WorkFailed(logger, session.Partition, failure.GetType().Name);
            session.Forget();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Work of {Partition} failed, retry when its due row comes up: {Failure}")]
        public static partial void WorkFailed(ILogger logger, string partition, string failure);
    }
}
