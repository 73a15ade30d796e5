using IntroBot.Platforms;

namespace IntroBot.Storage.Work;

/// <summary>Renews, every few seconds, the leases of all that this process is at or has yet to begin with.</summary>
internal sealed partial class LeaseRenewer(OutboxQueue queue, LeaseKeeper leases, TimeProvider clock, ILogger<LeaseRenewer> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var moments = new PeriodicTimer(Lease.BetweenRenewals, clock);
        try
        {
            while (await moments.WaitForNextTickAsync(stoppingToken))
            {
                await Task.WhenAll(queue.Open.Select(RenewAsync));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is held is held for the rest of its lease.
        }
    }

    private async Task RenewAsync(PartitionSession session)
    {
        try
        {
            await leases.RenewAsync(session, CancellationToken.None);
        }
#pragma warning disable CA1031 // A store that is out of reach may be back before the lease is over; the next renewal tries again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.NotRenewed(logger, session.Partition, ExceptionSummary.Of(failure));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Could not renew the lease of {Partition}, retry in a few seconds: {Failure}")]
        public static partial void NotRenewed(ILogger logger, string partition, string failure);
    }
}
