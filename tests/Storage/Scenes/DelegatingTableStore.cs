using IntroBot.Storage.AzureTables;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Storage.AzureTables;

namespace IntroBot.Tests.Storage.Scenes;

/// <summary>A store around another one; it never closes it.</summary>
internal abstract class DelegatingTableStore(ITableStore inner) : ITableStore
{
    public Task<TableRow?> FindAsync(string table, string partition, string row, CancellationToken token) =>
        ReadAsync(new StoreCall(StoreCallKind.Find, table, partition, [], row), () => inner.FindAsync(Name(table), partition, row, token));

    public Task<IReadOnlyList<TableRow>> RangeAsync(
        string table, string partition, string from, string before, int most, CancellationToken token) =>
        ReadAsync(
            new StoreCall(StoreCallKind.Range, table, partition, []),
            () => inner.RangeAsync(Name(table), partition, from, before, most, token));

    public Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken token) =>
        WriteAsync(
            new StoreCall(StoreCallKind.Write, table, partition, changes), () => inner.WriteAsync(Name(table), partition, changes, token));

    public Task<WriteResult> WriteAllAsync(IReadOnlyList<PartitionWrite> writes, CancellationToken token) =>
        PartitionWrite.InOrderAsync(this, writes, token);

    public virtual IAsyncEnumerable<TableRow> ScanAsync(string table, CancellationToken token) => inner.ScanAsync(Name(table), token);

    public Task OpenAsync(CancellationToken token) => inner.OpenAsync(token);

    protected virtual string Name(string table) => table;

    protected virtual Task<T> ReadAsync<T>(StoreCall call, Func<Task<T>> go) => go();

    protected virtual Task<WriteResult> WriteAsync(StoreCall call, Func<Task<WriteResult>> go) => go();
}

/// <summary>One call on its way to a store or a platform.</summary>
internal sealed record StoreCall(StoreCallKind Kind, string Table, string Partition, IReadOnlyList<RowChange> Changes, string Row = "")
{
    /// <summary>True for a write that touches a row whose key begins so.</summary>
    public bool Touches(string row) => Changes.Any(change => change.Row.StartsWith(row, StringComparison.Ordinal));
}

/// <summary>What a call does.</summary>
internal enum StoreCallKind
{
    Find,
    Range,
    Write,
    Deliver,
}

/// <summary>Keeps a store open when the program on it ends, as a database does.</summary>
internal sealed class NonClosingTableStore(ITableStore inner) : DelegatingTableStore(inner);

/// <summary>Gives a test tables of its own on a server that others use too.</summary>
internal sealed class IsolatedTableStore(ITableStore inner, string suffix) : DelegatingTableStore(inner)
{
    public static ITableStore On(Azurite azurite, Func<string[], AzureTableStore>? make = null)
    {
        var suffix = Guid.NewGuid().ToString("N");
        string[] tables = [.. TableStores.Tables.Select(table => table + suffix)];
        return new IsolatedTableStore(make?.Invoke(tables) ?? new AzureTableStore(azurite.ConnectionString, tables), suffix);
    }

    protected override string Name(string table) => table + suffix;
}

/// <summary>Remembers every call in its order.</summary>
internal sealed class RecordingTableStore(ITableStore inner) : DelegatingTableStore(inner)
{
    private readonly Lock gate = new();
    private readonly List<StoreCall> calls = [];

    public IReadOnlyList<StoreCall> Calls
    {
        get
        {
            lock (gate) return [.. calls];
        }
    }

    protected override Task<T> ReadAsync<T>(StoreCall call, Func<Task<T>> go) => Remember(call, go);

    protected override Task<WriteResult> WriteAsync(StoreCall call, Func<Task<WriteResult>> go) => Remember(call, go);

    private Task<T> Remember<T>(StoreCall call, Func<Task<T>> go)
    {
        lock (gate) calls.Add(call);
        return go();
    }
}
