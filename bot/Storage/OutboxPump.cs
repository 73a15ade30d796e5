namespace IntroBot.Storage;

/// <summary>Handles what this process commits as soon as it is committed; what it cannot handle, the due rows bring up again.</summary>
internal sealed partial class OutboxPump(OutboxQueue queue, IEnumerable<IPartitionWorker> workers, ILogger<OutboxPump> logger) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What follows from a message is committed while it is handled, so the lanes close only when nothing is left, or the host's patience ends.
        await queue.WhenIdleAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
            await workers.First(worker => worker.Owns(batch.Partition)).HandleAsync(batch, CancellationToken.None);
        }
#pragma warning disable CA1031 // Whatever went wrong, the rows are still in storage and their due row brings them up again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.LeftBehind(logger, batch.Partition, failure.GetType().Name);
        }
        finally
        {
            queue.Done();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Outbox of {Partition} is left for later: {Failure}")]
        public static partial void LeftBehind(ILogger logger, string partition, string failure);
    }
}
