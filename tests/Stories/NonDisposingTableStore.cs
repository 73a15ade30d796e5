using IntroBot.Storage.Tables;

namespace IntroBot.Tests.Stories;

/// <summary>A store that outlives the program that uses it, for tests that restart the program.</summary>
internal sealed class NonDisposingTableStore(ITableStore tables) : ITableStore
{
    public Task<TableRow?> FindAsync(string table, string partition, string row, CancellationToken token) =>
        tables.FindAsync(table, partition, row, token);

    public Task<IReadOnlyList<TableRow>> RangeAsync(
        string table, string partition, string from, string before, int most, CancellationToken token) =>
        tables.RangeAsync(table, partition, from, before, most, token);

    public Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken token) =>
        tables.WriteAsync(table, partition, changes, token);

    public Task<WriteResult> WriteAllAsync(IReadOnlyList<PartitionWrite> writes, CancellationToken token) =>
        PartitionWrite.InOrderAsync(this, writes, token);

    public IAsyncEnumerable<TableRow> ScanAsync(string table, CancellationToken token) => tables.ScanAsync(table, token);

    public Task OpenAsync(CancellationToken token) => Task.CompletedTask;
}

/// <summary>Makes a store outlive a program.</summary>
internal static class NonDisposingTableStoreExtensions
{
    public static NonDisposingTableStore WithoutDispose(this ITableStore tables) => new(tables);
}
