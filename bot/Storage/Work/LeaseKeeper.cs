using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Work;

/// <summary>
/// Renews the leases of rows that this process is at. One that ran out is never renewed: whoever slept leaves its rows to others.
/// </summary>
internal sealed class LeaseKeeper(ITableStore tables, DueIndex due, TimeProvider clock)
{
    /// <summary>Rows renewed in one write.</summary>
    private const int MaxAtOnce = 50;

    /// <summary>What has more than this is not renewed for its own sake.</summary>
    private static readonly TimeSpan TimeToLive = Lease.Duration - Lease.BetweenRenewals + TimeSpan.FromSeconds(1);

    /// <summary>Whether there is time enough to begin with a row; false where it is left to others.</summary>
    public async Task<bool> MayBeginAsync(PartitionSession session, OutboxRow row, CancellationToken token)
    {
        if (Has(Lease.LeastToBegin))
        {
            return true;
        }

        await RenewAsync(session, token);
        return Has(Lease.LeastToBegin);

        bool Has(TimeSpan time) => session.Newest(row) is { Record.LeaseUntil: var until } && until - time >= clock.GetUtcNow();
    }

    /// <summary>Renews what a session holds and has not renewed for a while, with a due row of its own.</summary>
    public async Task RenewAsync(PartitionSession session, CancellationToken token)
    {
        await session.Leases.WaitAsync(token);
        try
        {
            var now = clock.GetUtcNow();
            OutboxRow[] ours = [.. session.Held.Where(row => row.Record.LeaseUntil > now)];

            // All together, so that they are also free together, and are taken up in their order.
            if (ours.Any(row => row.Record.LeaseUntil < now + TimeToLive))
            {
                foreach (var rows in ours.Chunk(MaxAtOnce))
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

    /// <summary>No renewal comes any more; the row as it was last written, or null where it is lost to others.</summary>
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
        var again = due.ForMessage(session.Partition, rows[0].Record.What.Id, until);
        var result = await tables.WriteAllAsync(
            [
                DueIndex.Adds(session.Partition, again),
                new(StoreKeys.Core, session.Partition, [.. renewed.Select(row => PartitionOutbox.Write(row.Record, row.ETag))]),
            ],
            token);
        switch (result)
        {
            case WriteResult.Written { ETags: var etags }:
                session.Renewed(renewed.Select((row, index) => row with { ETag = etags[index] }), again.Key);
                break;
            case WriteResult.Conflict { Row: var lost }:
                session.Lost(lost);
                break;
        }
    }
}
