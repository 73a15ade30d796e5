using IntroBot.Storage.Commits;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work.Due;

namespace IntroBot.Storage.Work;

/// <summary>The outbox rows of a partition: leased, postponed, and deleted once done.</summary>
internal sealed class PartitionOutbox(
    ITableStore tables, DueIndex due, LeaseKeeper leases, DueWakeUps wakeUps, TimeProvider clock)
{
    public const string ReceiptColumn = "Receipt";

    /// <summary>Minimum delay before a retry.</summary>
    public static readonly TimeSpan MinDelay = TimeSpan.FromSeconds(1);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>False when too little lease time is left: another instance takes the row up and sends it.</summary>
    public Task<bool> CanStartAsync(PartitionSession session, OutboxRow row, CancellationToken token) =>
        leases.CanStartAsync(session, row, token);

    public async Task<bool> ExistsAsync(string partition, string row, CancellationToken token) =>
        await tables.FindAsync(StoreKeys.Core, partition, row, token) is not null;

    public async Task<OutboxRecord?> FindAsync(string partition, string id, CancellationToken token) =>
        await tables.FindAsync(StoreKeys.Core, partition, StoreKeys.Message(id), token) is { } row
            ? JsonColumns.Read(row, StoredJson.Default.OutboxRecord)
            : null;

    public async Task<string?> ReceiptAsync(string partition, string id, CancellationToken token) =>
        (await tables.FindAsync(StoreKeys.Core, partition, StoreKeys.Receipt(id), token))?.Columns[ReceiptColumn];

    /// <summary>
    /// Leases the rows whose lease has expired, each with a due row of its own, and handles them in order; skips a row on a conflict with
    /// another process.
    /// </summary>
    public async Task LeaseAndHandleAsync(
        PartitionSession session, IEnumerable<OutboxRow> rows, Func<OutboxRow, Task> handle, CancellationToken token)
    {
        foreach (var row in rows)
        {
            if (await LeaseAsync(session.Partition, row, token) is not var (leasedRow, dueKey))
            {
                continue;
            }

            try
            {
                session.Hold(leasedRow);
                await handle(leasedRow);
                session.DeleteDueRow(dueKey);
            }
            finally
            {
                session.Release(leasedRow);
            }
        }
    }

    /// <summary>
    /// Postpones a row, frees its lease for any instance, and returns the new time; leaves the row alone if another instance has taken it.
    /// </summary>
    public async Task<DateTimeOffset> PostponeAsync(PartitionSession session, OutboxRow row, DateTimeOffset until, CancellationToken token)
    {
        var at = until > Now + MinDelay ? until : Now + MinDelay;
        if (await LeaseKeeper.ReleaseAsync(session, row, token) is not { ETag: var etag })
        {
            return at;
        }

        var postponed = row.Record with { What = row.Record.What with { NotBefore = at }, LeaseUntil = default };
        await WriteAsync(session.Partition, due.ForMessage(session.Partition, row.Record.What.Id, at), Write(postponed, etag), token);
        wakeUps.Add(at);
        return at;
    }

    public static RowChange Write(OutboxRecord record, string etag) =>
        new RowChange.Replace(StoreKeys.Message(record.What.Id), JsonColumns.Of(record, StoredJson.Default.OutboxRecord), etag);

    public static RowChange Delete(OutboxRecord record) => new RowChange.Delete(StoreKeys.Message(record.What.Id));

    /// <summary>The proof that a message has reached its platform, and its id there.</summary>
    public static RowChange Receipt(OutboxRecord record, string receipt) => new RowChange.Put(
        StoreKeys.Receipt(record.What.Id),
        new Dictionary<string, string> { [ReceiptColumn] = receipt, ["Attempts"] = $"{record.Attempt}" });

    private async Task<(OutboxRow Row, string DueKey)?> LeaseAsync(string partition, OutboxRow row, CancellationToken token)
    {
        var until = Now + Lease.Duration;
        var leased = row.Record with { LeaseUntil = until, Attempt = row.Record.Attempt + (row.Record.LeaseUntil == default ? 0 : 1) };
        var retryRow = due.ForMessage(partition, leased.What.Id, until);

        // On a conflict the due row stays: the conflict may be this process's own lease, whose response was lost, and then no other row
        // retries the message.
        return await WriteAsync(partition, retryRow, Write(leased, row.ETag), token) is WriteResult.Written { ETags: [var etag] }
            ? (new OutboxRow(leased, etag), retryRow.Key)
            : null;
    }

    private Task<WriteResult> WriteAsync(string partition, DueRow retryRow, RowChange change, CancellationToken token) =>
        tables.WriteAllAsync(
            [DueIndex.Add(partition, retryRow), new PartitionWrite(StoreKeys.Core, partition, [change])], token);
}
