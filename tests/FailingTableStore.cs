using IntroBot.Storage.Tables;

namespace IntroBot.Tests;

/// <summary>A store that outlives the programs that use it, and that fails while it is told to.</summary>
internal sealed class FailingTableStore(ITableStore tables) : ITableStore
{
    private int writes;

    public bool IsFailing { get; set; }

    /// <summary>Whether only writing fails while it trips.</summary>
    public bool OnlyWritesFail { get; set; }

    /// <summary>The partition whose writes fail, even while it does not trip.</summary>
    public string? FailingPartition { get; set; }

    /// <summary>What goes wrong then.</summary>
    public Exception Error { get; set; } = new IOException("The disk is on fire.");

    /// <summary>How often anything was written, or was to be.</summary>
    public int Writes => writes;

    private ITableStore Working => IsFailing && !OnlyWritesFail ? throw Error : tables;

    public Task<TableRow?> FindAsync(string table, string partition, string row, CancellationToken token) =>
        Working.FindAsync(table, partition, row, token);

    public Task<IReadOnlyList<TableRow>> RangeAsync(
        string table, string partition, string from, string before, int most, CancellationToken token) =>
        Working.RangeAsync(table, partition, from, before, most, token);

    public Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken token)
    {
        Interlocked.Increment(ref writes);
        return IsFailing || partition == FailingPartition ? throw Error : tables.WriteAsync(table, partition, changes, token);
    }

    public Task<WriteResult> WriteAllAsync(IReadOnlyList<PartitionWrite> writes, CancellationToken token) =>
        PartitionWrite.InOrderAsync(this, writes, token);

    public IAsyncEnumerable<TableRow> ScanAsync(string table, CancellationToken token) => Working.ScanAsync(table, token);

    public Task OpenAsync(CancellationToken token) => Task.CompletedTask;
}
