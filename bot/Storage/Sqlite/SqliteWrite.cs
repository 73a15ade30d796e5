using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Sqlite;

/// <summary>One atomic write to any number of partitions, queued for the SQLite writer.</summary>
internal sealed class SqliteWrite(IReadOnlyList<PartitionWrite> parts, CancellationToken token)
{
    private readonly TaskCompletionSource<WriteResult> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WriteResult? result;

    public Task<WriteResult> Completion => completion.Task;

    /// <summary>Whether the caller cancelled before anything was written; completes the caller's task if so.</summary>
    public bool IsCancelled => token.IsCancellationRequested && completion.TrySetCanceled(token);

    /// <summary>Checks every precondition before it writes, so that a conflict leaves no trace in the shared transaction.</summary>
    public void Apply(SqliteTables tables)
    {
        try
        {
            result = parts.Select(part => ConflictingRow(tables, part)).FirstOrDefault(row => row is not null) is { } row
                ? new WriteResult.Conflict(row)
                : parts.Select(part => Write(tables, part)).ToArray()[^1];
        }
        catch (ArgumentException violation)
        {
            completion.SetException(violation);
        }
    }

    /// <summary>Completes the caller's task once the transaction is on disk.</summary>
    public void Committed()
    {
        if (result is not null) completion.SetResult(result);
    }

    public void Failed(Exception reason) => completion.TrySetException(reason);

    private static string? ConflictingRow(SqliteTables tables, PartitionWrite part) => part.Changes.FirstOrDefault(change => change switch
    {
        RowChange.Insert => tables.ETagOf(part.Table, part.Partition, change.Row) is not null,
        RowChange.Replace replace => tables.ETagOf(part.Table, part.Partition, change.Row) != replace.ETag,
        RowChange.Delete { ETag: { } etag } => tables.ETagOf(part.Table, part.Partition, change.Row) != etag,
        RowChange.Put or RowChange.Delete => false,
        _ => throw new UnreachableException(),
    })?.Row;

    private static WriteResult.Written Write(SqliteTables tables, PartitionWrite part)
    {
        var (table, partition, changes) = (part.Table, part.Partition, part.Changes);
        foreach (var change in changes)
            if (change.Columns() is { } columns) tables.Widen(table, columns.Keys);
        var etag = Guid.NewGuid().ToString("N");
        var etags = new string[changes.Count];
        for (var at = 0; at < etags.Length; at++)
        {
            etags[at] = changes[at] is RowChange.Delete ? "" : etag;
            if (changes[at].Columns() is { } columns) tables.Put(table, partition, changes[at].Row, columns, etag);
            if (changes[at] is RowChange.Delete) tables.Delete(table, partition, changes[at].Row);
        }
        return new WriteResult.Written(etags);
    }
}
