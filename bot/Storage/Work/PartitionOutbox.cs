using IntroBot.Storage.Commits;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Work;

/// <summary>The outbox rows of a partition: claimed, put off, and taken away once done.</summary>
internal sealed class PartitionOutbox(ITableStore tables, DueIndex due, OutcomeLog log, TimeProvider clock)
{
    /// <summary>How long a process has for what it took before others take it up; longer with every attempt, up to half an hour.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    public const string ReceiptColumn = "Receipt";

    /// <summary>Less of a lease than this is too little to begin a delivery with.</summary>
    private static readonly TimeSpan MaxDelivery = TimeSpan.FromSeconds(15);

    /// <summary>A platform that says "later, in no time" is not asked again in the same breath.</summary>
    private static readonly TimeSpan MinDelay = TimeSpan.FromSeconds(1);

    private const int MaxLease = 30;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>False once a row waited so long that others take it up; they send it, then.</summary>
    public bool HasTime(OutboxRow row) => row.Record.LeaseUntil - MaxDelivery > Now;

    public async Task<bool> HoldsAsync(string partition, string row, CancellationToken token) =>
        await tables.FindAsync(StoreKeys.Core, partition, row, token) is not null;

    public async Task<OutboxRecord?> FindAsync(string partition, string id, CancellationToken token) =>
        await tables.FindAsync(StoreKeys.Core, partition, StoreKeys.Message(id), token) is { } row
            ? JsonColumns.Read(row, StoredJson.Default.OutboxRecord)
            : null;

    public async Task<string?> ReceiptAsync(string partition, string id, CancellationToken token) =>
        (await tables.FindAsync(StoreKeys.Core, partition, StoreKeys.Receipt(id), token))?.Columns[ReceiptColumn];

    /// <summary>Takes a row whose lease has run out, with a due row of its own; null when another process was quicker.</summary>
    public async Task<(OutboxRow Row, string DueKey)?> ClaimAsync(string partition, OutboxRow row, CancellationToken token)
    {
        var until = Now + (Lease * Math.Min(row.Record.Attempt, MaxLease));
        var mine = row.Record with { LeaseUntil = until, Attempt = row.Record.Attempt + (row.Record.LeaseUntil == default ? 0 : 1) };
        var key = await due.AddForMessageAsync(partition, mine.What.Id, until, token);

        // On a conflict the due row stays: it may be our own claim whose answer was lost,
        // and then nothing else brings the message up again.
        var taken = await WriteAsync(partition, new RowChange.Replace(StoreKeys.Message(mine.What.Id), Columns(mine), row.ETag), token);
        return taken is WriteResult.Written written ? (new OutboxRow(mine, written.ETags[0]), key) : null;
    }

    /// <summary>Leaves a row to a later moment, free for whoever is awake then; if others took it meanwhile, it is theirs.</summary>
    public async Task PutOffAsync(string partition, OutboxRow row, DateTimeOffset until, CancellationToken token)
    {
        var id = row.Record.What.Id;
        var at = until > Now + MinDelay ? until : Now + MinDelay;
        await due.AddForMessageAsync(partition, id, at, token);
        var later = row.Record with { What = row.Record.What with { NotBefore = at }, LeaseUntil = default };
        await WriteAsync(partition, new RowChange.Replace(StoreKeys.Message(id), Columns(later), row.ETag), token);
    }

    /// <summary>Writes down what a sitting is done with; the due rows go last, since they bring up whatever is missing.</summary>
    public async Task CloseAsync(PartitionSession session, CancellationToken token)
    {
        while (session.TakeEnded().ToArray() is { Length: > 0 } ended)
        {
            await tables.WriteAsync(StoreKeys.Core, session.Partition, ended, token);
        }

        await log.WriteAsync(session.Partition, session.Log, token);
        await due.RemoveAsync(session.Partition, session.DueRows, token);
    }

    public static RowChange Gone(OutboxRecord record) => new RowChange.Delete(StoreKeys.Message(record.What.Id));

    /// <summary>The proof that a message is with its platform, and where to find it there.</summary>
    public static RowChange Receipt(OutboxRecord record, string receipt) => new RowChange.Put(
        StoreKeys.Receipt(record.What.Id),
        new Dictionary<string, string> { [ReceiptColumn] = receipt, ["Attempts"] = $"{record.Attempt}" });

    private Task<WriteResult> WriteAsync(string partition, RowChange change, CancellationToken token) =>
        tables.WriteAsync(StoreKeys.Core, partition, [change], token);

    private static Dictionary<string, string> Columns(OutboxRecord record) => JsonColumns.Of(record, StoredJson.Default.OutboxRecord);
}
