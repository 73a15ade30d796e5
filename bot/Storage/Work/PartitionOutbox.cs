using IntroBot.Storage.Commits;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Work;

/// <summary>The outbox rows of a partition: claimed, put off, and taken away once done.</summary>
internal sealed class PartitionOutbox(
    ITableStore tables, DueIndex due, LeaseKeeper leases, DueWakeUps wakeUps, TimeProvider clock)
{
    public const string ReceiptColumn = "Receipt";

    /// <summary>A platform that says "later, in no time" is not asked again in the same breath.</summary>
    public static readonly TimeSpan MinDelay = TimeSpan.FromSeconds(1);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>False once a row waited so long that others take it up; they send it, then.</summary>
    public Task<bool> MayBeginAsync(PartitionSession session, OutboxRow row, CancellationToken token) =>
        leases.MayBeginAsync(session, row, token);

    public async Task<bool> HoldsAsync(string partition, string row, CancellationToken token) =>
        await tables.FindAsync(StoreKeys.Core, partition, row, token) is not null;

    public async Task<OutboxRecord?> FindAsync(string partition, string id, CancellationToken token) =>
        await tables.FindAsync(StoreKeys.Core, partition, StoreKeys.Message(id), token) is { } row
            ? JsonColumns.Read(row, StoredJson.Default.OutboxRecord)
            : null;

    public async Task<string?> ReceiptAsync(string partition, string id, CancellationToken token) =>
        (await tables.FindAsync(StoreKeys.Core, partition, StoreKeys.Receipt(id), token))?.Columns[ReceiptColumn];

    /// <summary>
    /// Takes the rows whose lease has run out, each with a due row of its own, and does them in their order; what another process was
    /// quicker to take is its.
    /// </summary>
    public async Task TakeUpAsync(
        PartitionSession session, IEnumerable<OutboxRow> rows, Func<OutboxRow, Task> handle, CancellationToken token)
    {
        foreach (var row in rows)
        {
            if (await ClaimAsync(session.Partition, row, token) is not var (claimed, dueKey))
            {
                continue;
            }

            try
            {
                session.Hold(claimed);
                await handle(claimed);
                session.TakeAway(dueKey);
            }
            finally
            {
                session.Release(claimed);
            }
        }
    }

    /// <summary>
    /// Leaves a row to a later moment, which is given back, free for whoever is awake then; if others took it meanwhile, it is theirs.
    /// </summary>
    public async Task<DateTimeOffset> PutOffAsync(PartitionSession session, OutboxRow row, DateTimeOffset until, CancellationToken token)
    {
        var at = until > Now + MinDelay ? until : Now + MinDelay;
        if (await LeaseKeeper.ReleaseAsync(session, row, token) is not { ETag: var etag })
        {
            return at;
        }

        var later = row.Record with { What = row.Record.What with { NotBefore = at }, LeaseUntil = default };
        await WriteAsync(session.Partition, due.ForMessage(session.Partition, row.Record.What.Id, at), Write(later, etag), token);
        wakeUps.Add(at);
        return at;
    }

    public static RowChange Write(OutboxRecord record, string etag) =>
        new RowChange.Replace(StoreKeys.Message(record.What.Id), JsonColumns.Of(record, StoredJson.Default.OutboxRecord), etag);

    public static RowChange Gone(OutboxRecord record) => new RowChange.Delete(StoreKeys.Message(record.What.Id));

    /// <summary>The proof that a message is with its platform, and where to find it there.</summary>
    public static RowChange Receipt(OutboxRecord record, string receipt) => new RowChange.Put(
        StoreKeys.Receipt(record.What.Id),
        new Dictionary<string, string> { [ReceiptColumn] = receipt, ["Attempts"] = $"{record.Attempt}" });

    private async Task<(OutboxRow Row, string DueKey)?> ClaimAsync(string partition, OutboxRow row, CancellationToken token)
    {
        var until = Now + Lease.Duration;
        var mine = row.Record with { LeaseUntil = until, Attempt = row.Record.Attempt + (row.Record.LeaseUntil == default ? 0 : 1) };
        var again = due.ForMessage(partition, mine.What.Id, until);

        // On a conflict the due row stays: it may be our own claim whose answer was lost,
        // and then nothing else brings the message up again.
        return await WriteAsync(partition, again, Write(mine, row.ETag), token) is WriteResult.Written { ETags: [var etag] }
            ? (new OutboxRow(mine, etag), again.Key)
            : null;
    }

    private Task<WriteResult> WriteAsync(string partition, DueRow again, RowChange change, CancellationToken token) => tables.WriteAllAsync(
        [DueIndex.Adds(partition, again), new PartitionWrite(StoreKeys.Core, partition, [change])], token);
}
