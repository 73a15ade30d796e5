using System.Collections.Immutable;
using System.Globalization;
using IntroBot.Chat.Interactions;
using IntroBot.Givers;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Commits;

/// <summary>
/// One row for each term of a workspace under which a giver is listed, so that terms can be offered while somebody types.
/// </summary>
internal sealed class KeyIndex(ITableStore tables)
{
    /// <summary>Of more terms than this, some are never offered; typing them works all the same.</summary>
    private const int MaxKeys = 1000;

    /// <summary>More givers than this count as this many.</summary>
    private const int MaxCounted = 1000;

    private const int MaxTries = 30;
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
    /// Brings the row of a term in line with the index, after the index has changed. The row is read before the givers are counted and is
    /// always written: whoever counted before a rival's change meets the rival's ETag, and counts again.
    /// </summary>
    public async Task CountAsync(WorkspaceId workspace, string term, IndexEntry? entry, CancellationToken token)
    {
        var (partition, key) = (StoreKeys.IndexKeys(workspace), StoreKeys.IndexKeyRow(term));
        for (var tried = 0; tried < MaxTries; tried++)
        {
            var row = await tables.FindAsync(StoreKeys.Core, partition, key, token);
            var count = (await tables.RangeAsync(StoreKeys.Core, StoreKeys.IndexKey(workspace, term), "", "~", MaxCounted, token)).Count;
            if (ChangeOf(key, row, count, entry) is not { } change
                || await tables.WriteAsync(StoreKeys.Core, partition, [change], token) is WriteResult.Written)
            {
                return;
            }
        }

        throw new TimeoutException($"A term met {MaxTries} rivals in a row.");
    }

    private static RowChange? ChangeOf(string key, TableRow? row, int count, IndexEntry? entry) => (row, entry) switch
    {
        (null, null) => null,
        (null, _) => count == 0 ? null : new RowChange.Insert(key, Columns(entry, count)),
        _ when count == 0 => new RowChange.Delete(key, row.ETag),
        // The words of the first stay, but a topic comes before a company of the same name.
        (_, { IsCompany: false }) when row.Columns[Kind] == Company => new RowChange.Replace(key, Columns(entry, count), row.ETag),
        _ => new RowChange.Replace(key, new Dictionary<string, string>(row.Columns) { [Givers] = Number(count) }, row.ETag),
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
