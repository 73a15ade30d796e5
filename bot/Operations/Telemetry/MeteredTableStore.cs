using System.Runtime.CompilerServices;
using IntroBot.Storage.Tables;

namespace IntroBot.Operations.Telemetry;

/// <summary>A store that counts every call and reports failures to the monitor.</summary>
internal sealed class MeteredTableStore(ITableStore tables, Meters meters, StoreMonitor monitor) : ITableStore, IAsyncDisposable
{
    public Task<TableRow?> FindAsync(string table, string partition, string row, CancellationToken token) =>
        MeterAsync(table, "find", writes: false, () => tables.FindAsync(table, partition, row, token));

    public Task<IReadOnlyList<TableRow>> RangeAsync(
        string table, string partition, string from, string before, int most, CancellationToken token) =>
        MeterAsync(table, "range", writes: false, () => tables.RangeAsync(table, partition, from, before, most, token));

    public Task<WriteResult> WriteAsync(
        string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken token) =>
        MeterAsync(table, "write", writes: true, () => tables.WriteAsync(table, partition, changes, token));

    /// <summary>Counts each write, as a cloud store charges for each.</summary>
    public Task<WriteResult> WriteAllAsync(IReadOnlyList<PartitionWrite> writes, CancellationToken token)
    {
        PartitionWrite[] nonEmpty = [.. writes.Where(write => write.Changes.Count > 0)];
        foreach (var write in nonEmpty.SkipLast(1))
        {
            Count(meters.Transactions, write.Table, "write");
        }

        return nonEmpty is [.., { Table: var last }]
            ? MeterAsync(last, "write", writes: true, () => tables.WriteAllAsync(nonEmpty, token))
            : Task.FromResult<WriteResult>(new WriteResult.Written([]));
    }

    public async IAsyncEnumerable<TableRow> ScanAsync(string table, [EnumeratorCancellation] CancellationToken token)
    {
        Count(meters.Transactions, table, "scan");
        await foreach (var row in tables.ScanAsync(table, token))
        {
            yield return row;
        }
    }

    public Task OpenAsync(CancellationToken token) => tables.OpenAsync(token);

    public async ValueTask DisposeAsync()
    {
        if (tables is IAsyncDisposable closable)
        {
            await closable.DisposeAsync();
        }
    }

    private async Task<T> MeterAsync<T>(string table, string kind, bool writes, Func<Task<T>> call)
    {
        Count(meters.Transactions, table, kind);
        try
        {
            var result = await call();
            monitor.Worked(writes);
            return result;
        }
        catch (StoreUnusableException failure)
        {
            Count(meters.Failures, table, kind);
            monitor.Failed(writes, failure);
            throw;
        }
    }

    private static void Count(System.Diagnostics.Metrics.Counter<long> counter, string table, string kind) =>
        counter.Add(1, new KeyValuePair<string, object?>("table", table), new KeyValuePair<string, object?>("kind", kind));
}
