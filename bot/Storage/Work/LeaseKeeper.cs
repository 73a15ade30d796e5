using IntroBot.Storage.Tables;
using IntroBot.Storage.Work.Due;

namespace IntroBot.Storage.Work;

/// <summary>
/// Renews the leases of the rows that this process handles. An expired lease is never renewed: a process that was suspended leaves its rows
/// to others.
/// </summary>
internal sealed class LeaseKeeper(ITableStore tables, DueIndex due, TimeProvider clock)
{
    /// <summary>Rows renewed in one write.</summary>
    private const int MaxAtOnce = 50;

    /// <summary>A lease with more time left than this needs no renewal.</summary>
    private static readonly TimeSpan RenewalThreshold = Lease.Duration - Lease.BetweenRenewals + TimeSpan.FromSeconds(1);

    /// <summary>Whether enough lease time is left to start a row; false leaves it to another instance.</summary>
    public async Task<bool> CanStartAsync(PartitionSession session, OutboxRow row, CancellationToken token)
    {
        if (HasLeft(Lease.MinTimeToStart))
        {
            return true;
        }

        await RenewAsync(session, token);
        return HasLeft(Lease.MinTimeToStart);

        bool HasLeft(TimeSpan time) => session.AsLastWritten(row) is { Record.LeaseUntil: var until } && until - time >= clock.GetUtcNow();
    }

    /// <summary>Renews the leases of a session that were not renewed lately, with a due row that retries the rows.</summary>
    public async Task RenewAsync(PartitionSession session, CancellationToken token)
    {
        await session.Leases.WaitAsync(token);
        try
        {
            var now = clock.GetUtcNow();
            OutboxRow[] leased = [.. session.Held.Where(row => row.Record.LeaseUntil > now)];

            // Renew all together, so that they also expire together and are retried in order.
            if (leased.Any(row => row.Record.LeaseUntil < now + RenewalThreshold))
            {
                foreach (var rows in leased.Chunk(MaxAtOnce))
                {
                    await RenewAsync(session, rows, now + Lease.Duration, token);
                }
            }
        }
        finally
        {
            session.Leases.Release();
        }
    }

    /// <summary>Stops the renewal of a row and returns it as last written; null when another instance has taken it.</summary>
    public static async Task<OutboxRow?> ReleaseAsync(PartitionSession session, OutboxRow row, CancellationToken token)
    {
        await session.Leases.WaitAsync(token);
        try
        {
            return session.Release(row);
        }
        finally
        {
            session.Leases.Release();
        }
    }

    private async Task RenewAsync(PartitionSession session, OutboxRow[] rows, DateTimeOffset until, CancellationToken token)
    {
        OutboxRow[] renewed = [.. rows.Select(row => row with { Record = row.Record with { LeaseUntil = until } })];
        var retryRow = due.ForMessage(session.Partition, rows[0].Record.What.Id, until);
        var result = await tables.WriteAllAsync(
            [
                DueIndex.Add(session.Partition, retryRow),
                new(StoreKeys.Core, session.Partition, [.. renewed.Select(row => PartitionOutbox.Write(row.Record, row.ETag))]),
            ],
            token);
        switch (result)
        {
            case WriteResult.Written { ETags: var etags }:
                session.LeasesRenewed(renewed.Select((row, index) => row with { ETag = etags[index] }), retryRow.Key);
                break;
            case WriteResult.Conflict { Row: var lost }:
                session.LeaseLost(lost);
                break;
        }
    }
}
