using IntroBot.Givers;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Commits;

/// <summary>One row for each index key of a workspace, so that keys can be suggested while a person types.</summary>
internal sealed class KeyIndex(ITableStore tables)
{
    /// <summary>Keys beyond this number are never suggested; typing them still works.</summary>
    private const int MaxKeys = 1000;

    /// <summary>A larger count is stored as this.</summary>
    private const int MaxCounted = 1000;

    private const int MaxAttempts = 30;
    private const string Term = "Term";
    private const string Words = "Words";
    private const string Kind = "Kind";
    private const string Givers = "Givers";
    private const string Company = "company";

    public async Task<ImmutableArray<IndexedTag>> ReadAsync(WorkspaceId workspace, CancellationToken token) =>
    [
        .. (await tables.RangeAsync(StoreKeys.Core, StoreKeys.IndexKeys(workspace), "", "~", MaxKeys, token)).Select(row => new IndexedTag(
            row.Columns[Term], row.Columns[Words], row.Columns[Kind] == Company,
            int.Parse(row.Columns[Givers], CultureInfo.InvariantCulture))),
    ];

    /// <summary>
    /// Updates the row of a key after its index partition changed. The row is read before the givers are counted and is always written, so
    /// that a concurrent change causes an ETag conflict and a recount.
    /// </summary>
    public async Task CountAsync(WorkspaceId workspace, string key, IndexEntry? entry, CancellationToken token)
    {
        var (partition, rowKey) = (StoreKeys.IndexKeys(workspace), StoreKeys.IndexKeyRow(key));
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var row = await tables.FindAsync(StoreKeys.Core, partition, rowKey, token);
            var count = (await tables.RangeAsync(StoreKeys.Core, StoreKeys.IndexKey(workspace, key), "", "~", MaxCounted, token)).Count;
            if (ChangeOf(rowKey, row, count, entry) is not { } change
                || await tables.WriteAsync(StoreKeys.Core, partition, [change], token) is WriteResult.Written)
            {
                return;
            }
        }

        throw new TimeoutException($"The count of an index key met {MaxAttempts} conflicts in a row.");
    }

    private static RowChange? ChangeOf(string rowKey, TableRow? row, int count, IndexEntry? entry) => (row, entry) switch
    {
        (null, null) => null,
        (null, _) => count == 0 ? null : new RowChange.Insert(rowKey, Columns(entry, count)),
        _ when count == 0 => new RowChange.Delete(rowKey, row.ETag),
        // The first spelling stays, but a topic replaces a company of the same name.
        (_, { IsCompany: false }) when row.Columns[Kind] == Company => new RowChange.Replace(rowKey, Columns(entry, count), row.ETag),
        _ => new RowChange.Replace(rowKey, new Dictionary<string, string>(row.Columns) { [Givers] = Number(count) }, row.ETag),
    };

    private static Dictionary<string, string> Columns(IndexEntry entry, int count) => new()
    {
        [Term] = entry.Key,
        [Words] = entry.Words,
        [Kind] = entry.IsCompany ? Company : "topic",
        [Givers] = Number(count),
    };

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
