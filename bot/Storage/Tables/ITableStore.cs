namespace IntroBot.Storage.Tables;

/// <summary>
/// The minimal store that everything else uses: tables of partitions of rows, with one atomic write per partition. Every implementation
/// enforces <see cref="TableLimits"/> first.
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
    /// Several writes in order, each all or nothing, up to the first conflict. A store that can makes one transaction of them, which a
    /// conflict rolls back as a whole. Returns the result of the last write attempted.
    /// </summary>
    Task<WriteResult> WriteAllAsync(IReadOnlyList<PartitionWrite> writes, CancellationToken token);

    /// <summary>Every row of a table, for export and sweeping; not a snapshot.</summary>
    IAsyncEnumerable<TableRow> ScanAsync(string table, CancellationToken token);

    /// <summary>
    /// Opens the store and creates missing tables. Throws <see cref="StoreUnusableException"/> with a sentence for the administrator.
    /// </summary>
    Task OpenAsync(CancellationToken token);
}

/// <summary>One atomic write: changes of one partition of one table.</summary>
public sealed record PartitionWrite(string Table, string Partition, IReadOnlyList<RowChange> Changes)
{
    /// <summary>Writes in sequence, for a store that writes one partition at a time.</summary>
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

    /// <summary>An unconditional write conflicts with nothing but an earlier attempt of its own.</summary>
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

/// <summary>The result of a write.</summary>
public abstract record WriteResult
{
    private WriteResult() { }

    /// <summary>All is stored durably; one ETag per change, in their order (empty for deletes).</summary>
    public sealed record Written(IReadOnlyList<string> ETags) : WriteResult;

    /// <summary>
    /// Nothing of this call is stored, or an earlier attempt of it is: an existing row conflicts. It does not prove that another writer
    /// won.
    /// </summary>
    public sealed record Conflict(string Row) : WriteResult;
}

/// <summary>The store cannot be used; the message is one sentence that tells an administrator what to do.</summary>
public sealed class StoreUnusableException(string message, Exception? inner = null) : Exception(message, inner)
{
    public StoreFault Fault { get; init; }
}

/// <summary>Why a store cannot be used, in terms that are safe to show to anyone.</summary>
public enum StoreFault
{
    Other,

    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>The program lacks permission.</summary>
    Forbidden,

    /// <summary>The store does not respond.</summary>
    Unreachable,
}
