namespace IntroBot.Storage;

/// <summary>Handles what this process commits as soon as it is committed; what it cannot handle, the due rows bring up again.</summary>
internal sealed partial class OutboxPump(
    OutboxQueue queue, IEnumerable<IPartitionWorker> workers, TimeProvider clock, ILogger<OutboxPump> logger)
    : BackgroundService, IHostedLifecycleService
{
    /// <summary>
    /// How long a program that is asked to stop goes on with what it has committed. After that no message begins any more, and
    /// the host's patience is left for those that have begun.
    /// </summary>
    public static readonly TimeSpan LastRound = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource ending = new();
    private ITimer? lastCall;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The host is asked to stop; whoever asks something now is still answered, and only then this stops.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        lastCall ??= clock.CreateTimer(_ => ending.Cancel(), null, LastRound, Timeout.InfiniteTimeSpan);
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

        // What follows from a message is committed while it is handled, so the lanes close only when nothing is left, or time is
        // up.
        await queue.WhenIdleAsync().WaitAsync(timeIsUp.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ending.CancelAsync();
        queue.Close();
        await base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(queue.Readers.Select(async lane =>
    {
        // The lane ends when it is closed and empty, not when the host begins to stop.
        await foreach (var batch in lane.ReadAllAsync(CancellationToken.None))
        {
            await HandleAsync(batch);
        }
    }));

    private async Task HandleAsync(OutboxBatch batch)
    {
        try
        {
            await workers.First(worker => worker.Owns(batch.Partition)).HandleAsync(batch, ending.Token);
        }
#pragma warning disable CA1031 // Whatever went wrong, the rows are still in storage and their due row brings them up again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.LeftBehind(logger, batch.Partition, failure.GetType().Name);
        }
        finally
        {
            queue.Done(batch);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Outbox of {Partition} is left for later: {Failure}")]
        public static partial void LeftBehind(ILogger logger, string partition, string failure);
    }
}
