namespace IntroBot.Storage;

/// <summary>Follows up what this process commits, and what has fallen due; what it cannot handle, the due rows bring up again.</summary>
internal sealed partial class OutboxPump(
    OutboxQueue queue, IEnumerable<IPartitionWorker> workers, DueLooks looks, PartitionOutbox outbox, ILogger<OutboxPump> logger) : BackgroundService
{
    /// <summary>Sittings at once, so that whoever waits for a slow platform holds up few others.</summary>
    private const int Hands = 16;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What follows from a message is committed while it is handled, so the queue closes only when nothing is left, or the host's patience ends.
        await queue.WhenIdleAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        queue.Close();
        await base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, Hands).Select(async _ =>
    {
        // It ends when the queue is closed and empty, not when the host begins to stop: a message broken off might arrive twice.
        await foreach (var sitting in queue.Sittings.ReadAllAsync(CancellationToken.None))
        {
            await SitAsync(sitting);
            queue.Done();
        }
    }));

    private async Task SitAsync(Sitting sitting)
    {
        while (queue.Next(sitting) is { } work)
        {
            switch (work)
            {
                case OutboxBatch batch:
                    await TryAsync(sitting, () => WorkerOf(sitting).HandleAsync(sitting, batch, CancellationToken.None));
                    break;
                case DueLook look:
                    var worked = false;
                    await TryAsync(sitting, async () => worked = await looks.LookAsync(sitting, look.Row, WorkerOf(sitting), CancellationToken.None));
                    queue.Done(look, worked);
                    break;
            }
        }

        await TryAsync(sitting, () => outbox.CloseAsync(sitting, CancellationToken.None));
    }

    private IPartitionWorker WorkerOf(Sitting sitting) => workers.First(worker => worker.Owns(sitting.Partition));

    private async Task TryAsync(Sitting sitting, Func<Task> work)
    {
        try
        {
            await work();
        }
#pragma warning disable CA1031 // Whatever went wrong, the rows are still in storage and their due row brings them up again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.LeftBehind(logger, sitting.Partition, failure.GetType().Name);
            sitting.Forget();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Work for {Partition} is left for later: {Failure}")]
        public static partial void LeftBehind(ILogger logger, string partition, string failure);
    }
}
