namespace IntroBot.Storage.Work;

/// <summary>Follows up what this process commits, and what has fallen due; what it cannot handle, the due rows bring up again.</summary>
internal sealed partial class OutboxPump(
    OutboxQueue queue, IEnumerable<IPartitionWorker> workers, DueChecker looks,
    SessionCloser closer, TimeProvider clock, ILogger<OutboxPump> logger)
    : BackgroundService, IHostedLifecycleService
{
    /// <summary>
    /// How long a program that is asked to stop goes on with what it has committed. After that no message begins any more, and
    /// the host's patience is left for those that have begun.
    /// </summary>
    public static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(10);

    /// <summary>Sittings at once, so that whoever waits for a slow platform holds up few others.</summary>
    private const int MaxConcurrentSessions = 16;

    private readonly CancellationTokenSource ending = new();
    private ITimer? lastCall;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The host is asked to stop; whoever asks something now is still answered, and only then this stops.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        lastCall ??= clock.CreateTimer(_ => ending.Cancel(), null, DrainTime, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Dispose()
    {
        lastCall?.Dispose();
        ending.Dispose();
        base.Dispose();
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await StoppingAsync(cancellationToken);
        using var timeIsUp = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, cancellationToken);

        // What follows from a message is committed while it is handled, so the queue closes only when nothing is left, or time is up.
        await queue.WhenIdleAsync().WaitAsync(timeIsUp.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ending.CancelAsync();
        queue.Close();
        await base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, MaxConcurrentSessions).Select(async _ =>
    {
        // It ends when the queue is closed and empty, not when the host begins to stop: a message broken off might arrive twice.
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
                case DueCheck look:
                    queue.Done(look, await CheckAsync(session, look.Row));
                    break;
            }
        }

        await TryAsync(session, () => closer.CloseAsync(session, CancellationToken.None));
    }

    /// <summary>
    /// A look that has begun is brought to its end: a message broken off by a shutdown might arrive twice.
    /// What goes wrong is told by whoever asked for it.
    /// </summary>
    private async Task<DueCheckResult> CheckAsync(PartitionSession session, DueRow row)
    {
        if (ending.IsCancellationRequested)
        {
            return new DueCheckResult(session.Partition, Worked: false);
        }

        try
        {
            return await looks.CheckAsync(session, row, WorkerOf(session), CancellationToken.None);
        }
#pragma warning disable CA1031 // Whatever is wrong with this partition, its row stays and brings it up again.
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
#pragma warning disable CA1031 // Whatever went wrong, the rows are still in storage and their due row brings them up again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.LeftBehind(logger, session.Partition, failure.GetType().Name);
            session.Forget();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Work for {Partition} is left for later: {Failure}")]
        public static partial void LeftBehind(ILogger logger, string partition, string failure);
    }
}
