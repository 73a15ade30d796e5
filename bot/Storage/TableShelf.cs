using IntroBot.Chat;

namespace IntroBot.Storage;

/// <summary>Keeps what platforms keep for themselves, one partition a shelf.</summary>
internal sealed class TableShelf(ITableStore tables) : IShelf
{
    private const string Text = "Text";
    private const int Page = 500;

    public Task PutAsync(string shelf, string key, string text, CancellationToken token) =>
        WriteAsync(shelf, new RowChange.Put(key, Columns(text)), token);

    public Task<bool> AddAsync(string shelf, string key, string text, CancellationToken token) =>
        WriteAsync(shelf, new RowChange.Insert(key, Columns(text)), token);

    public async Task<bool> ReplaceAsync(string shelf, string key, string was, string text, CancellationToken token) =>
        await RowAsync(shelf, key, token) is { } row
            && row.Columns[Text] == was
            && await WriteAsync(shelf, new RowChange.Replace(key, Columns(text), row.ETag), token);

    public async Task<string?> FindAsync(string shelf, string key, CancellationToken token) =>
        (await RowAsync(shelf, key, token))?.Columns[Text];

    public Task RemoveAsync(string shelf, string key, CancellationToken token) =>
        WriteAsync(shelf, new RowChange.Delete(key), token);

    public async Task ClearAsync(string shelf, CancellationToken token)
    {
        IReadOnlyList<TableRow> rows;
        do
        {
            rows = await tables.RangeAsync(StoreKeys.Shelf, StoreKeys.ShelfPart(shelf), "", "~~", TableLimits.Changes, token);
            if (rows.Count > 0)
            {
                await tables.WriteAsync(
                    StoreKeys.Shelf, StoreKeys.ShelfPart(shelf), [.. rows.Select(row => new RowChange.Delete(row.Row))], token);
            }
        }
        while (rows.Count == TableLimits.Changes);
    }

    public async Task<IReadOnlyList<ShelfItem>> ListAsync(string shelf, CancellationToken token)
    {
        var items = new List<ShelfItem>();
        for (var from = ""; ;)
        {
            var rows = await tables.RangeAsync(StoreKeys.Shelf, StoreKeys.ShelfPart(shelf), from, "~~", Page, token);
            items.AddRange(rows.Select(row => new ShelfItem(row.Row, row.Columns[Text])));
            if (rows.Count < Page)
            {
                return items;
            }

            from = $"{rows[^1].Row}!";
        }
    }

    private Task<TableRow?> RowAsync(string shelf, string key, CancellationToken token) =>
        tables.FindAsync(StoreKeys.Shelf, StoreKeys.ShelfPart(shelf), key, token);

    private async Task<bool> WriteAsync(string shelf, RowChange change, CancellationToken token) =>
        await tables.WriteAsync(StoreKeys.Shelf, StoreKeys.ShelfPart(shelf), [change], token) is WriteResult.Written;

    private static Dictionary<string, string> Columns(string text) => new() { [Text] = text };
}
