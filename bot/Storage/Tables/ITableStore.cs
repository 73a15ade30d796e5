namespace IntroBot.Storage.Tables;

/// <summary>
/// The narrow store everything rests on: tables of partitions of rows, one atomic write per partition. Every implementation
/// enforces <see cref="TableLimits"/> before it touches anything.
/// </summary>
public interface ITableStore
{
    Task<TableRow?> FindAsync(string table, string partition, string row, CancellationToken token);

    /// <summary>
    /// Rows of one partition with <paramref name="from"/> ≤ row key &lt;
    /// <paramref name="before"/>, in ascending ordinal order, at most <paramref name="most"/>.
    /// </summary>
    Task<IReadOnlyList<TableRow>> RangeAsync(string table, string partition, string from, string before, int most, CancellationToken token);

    /// <summary>All changes or none, in one partition of one table, each row at most once, at most 100.</summary>
    Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken token);

    /// <summary>
    /// Several writes in their order, each all or nothing, as far as the first that meets a conflict. A store that can, makes one
    /// transaction of them, of which a conflict then leaves nothing. The result is that of the last one tried.
    /// </summary>
    Task<WriteResult> WriteAllAsync(IReadOnlyList<PartitionWrite> writes, CancellationToken token);

    /// <summary>Every row of a table, for export and sweeping; not a snapshot.</summary>
    IAsyncEnumerable<TableRow> ScanAsync(string table, CancellationToken token);

    /// <summary>
    /// Opens the store and makes sure its tables are there.
    /// Throws <see cref="StoreUnusableException"/> with a sentence for the administrator.
    /// </summary>
    Task OpenAsync(CancellationToken token);
}

/// <summary>One atomic write: changes of one partition of one table.</summary>
public sealed record PartitionWrite(string Table, string Partition, IReadOnlyList<RowChange> Changes)
{
    /// <summary>One after another, for a store that writes one partition at a time.</summary>
    internal static async Task<WriteResult> InOrderAsync(
        ITableStore store, IReadOnlyList<PartitionWrite> writes, CancellationToken token)
    {
        WriteResult result = new WriteResult.Written([]);
        foreach (var write in writes.Where(write => write.Changes.Count > 0))
        {
            result = await store.WriteAsync(write.Table, write.Partition, write.Changes, token);
            if (result is WriteResult.Conflict && write.Changes.Any(IsConditional))
            {
                break;
            }
        }

        return result;
    }

    /// <summary>What is written whatever is there is in conflict with nothing but an earlier try of its own.</summary>
    private static bool IsConditional(RowChange change) =>
        change is RowChange.Insert or RowChange.Replace or RowChange.Delete { ETag: not null };
}

/// <summary>A row as read: its columns are strings, its <paramref name="ETag"/> changes with every write.</summary>
public sealed record TableRow(string Partition, string Row, IReadOnlyDictionary<string, string> Columns, string ETag);

/// <summary>One change of an atomic write.</summary>
public abstract record RowChange(string Row)
{
    /// <summary>The row must not exist.</summary>
    public sealed record Insert(string Row, IReadOnlyDictionary<string, string> Columns) : RowChange(Row);

    /// <summary>The row must exist and carry this ETag; columns not listed are dropped.</summary>
    public sealed record Replace(string Row, IReadOnlyDictionary<string, string> Columns, string ETag) : RowChange(Row);

    /// <summary>Written whether or not the row exists; columns not listed are dropped.</summary>
    public sealed record Put(string Row, IReadOnlyDictionary<string, string> Columns) : RowChange(Row);

    /// <summary>
    /// The row must exist and carry this ETag; with none, the row goes whatever it holds, and a missing row is no conflict.
    /// </summary>
    public sealed record Delete(string Row, string? ETag = null) : RowChange(Row);
}

/// <summary>What became of a write.</summary>
public abstract record WriteResult
{
    private WriteResult() { }

    /// <summary>All is stored durably; one ETag per change, in their order (empty for deletes).</summary>
    public sealed record Written(IReadOnlyList<string> ETags) : WriteResult;

    /// <summary>
    /// Nothing of this call is stored, or an earlier try of it is: somebody's row stood in the way. Not a proof of losing.
    /// </summary>
    public sealed record Conflict(string Row) : WriteResult;
}

/// <summary>The store cannot be used; the message is one sentence that tells an administrator what to do.</summary>
public sealed class StoreUnusableException(string message, Exception? inner = null) : Exception(message, inner)
{
    public StoreFault Fault { get; init; }
}

/// <summary>What keeps a store from being used, as far as it may be told to anybody.</summary>
public enum StoreFault
{
    Other,

    /// <summary>No room is left.</summary>
    Full,

    /// <summary>The program has no right to it.</summary>
    Refused,

    /// <summary>Nothing is heard of it.</summary>
    Silent,
}
