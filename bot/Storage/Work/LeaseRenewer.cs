using IntroBot.Platforms;

namespace IntroBot.Storage.Work;

/// <summary>Renews, every few seconds, the leases of all rows that this process handles or has queued.</summary>
internal sealed partial class LeaseRenewer(OutboxQueue queue, LeaseKeeper leases, TimeProvider clock, ILogger<LeaseRenewer> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Lease.BetweenRenewals, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Task.WhenAll(queue.Open.Select(RenewAsync));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Held leases run out by themselves.
        }
    }

    private async Task RenewAsync(PartitionSession session)
    {
        try
        {
            await leases.RenewAsync(session, CancellationToken.None);
        }
#pragma warning disable CA1031 // The store may recover before the lease expires; the next renewal retries.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.NotRenewed(logger, session.Partition, ExceptionSummary.Of(failure));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Lease of {Partition} could not be renewed, retry in a few seconds: {Failure}")]
        public static partial void NotRenewed(ILogger logger, string partition, string failure);
    }
}
