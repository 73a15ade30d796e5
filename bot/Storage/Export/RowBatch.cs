using System.Runtime.CompilerServices;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Export;

/// <summary>Consecutive rows of one partition, as many as one atomic write takes.</summary>
internal sealed record RowBatch(string Table, string Partition)
{
    private readonly List<RowChange> changes = [];
    private long bytes;

    public IReadOnlyList<RowChange> Changes => changes;

    public static async IAsyncEnumerable<RowBatch> OfAsync(
        IAsyncEnumerable<ExportRow> rows, [EnumeratorCancellation] CancellationToken token)
    {
        RowBatch? batch = null;
        await foreach (var row in rows.WithCancellation(token))
        {
            if (batch is not null && !batch.Fits(row))
            {
                yield return batch;
                batch = null;
            }

            (batch ??= new RowBatch(row.Table, row.Partition)).Add(row);
        }

        if (batch is not null) yield return batch;
    }

    private bool Fits(ExportRow row) =>
        (row.Table, row.Partition) == (Table, Partition)
        && changes.Count < TableLimits.Changes
        && bytes + SizeOf(row) < TableLimits.WriteBytes;

    private void Add(ExportRow row)
    {
        bytes += SizeOf(row);
        changes.Add(new RowChange.Put(row.Row, row.Columns));
    }

    private static long SizeOf(ExportRow row) => TableSizes.OnTheWire(row.Partition, row.Row, row.Columns);
}
