using IntroBot.Chat;

namespace IntroBot.Storage;

/// <summary>Keeps what platforms keep for themselves, one partition a shelf.</summary>
internal sealed class TableShelf(ITableStore tables) : IShelf
{
    private const string Text = "Text";
    private const int Page = 500;

    public Task PutAsync(string shelf, string key, string text, CancellationToken token) =>
        WriteAsync(shelf, new RowChange.Put(key, Columns(text)), token);

    public Task<ShelfItem?> AddAsync(string shelf, string key, string text, CancellationToken token) =>
        WriteAsync(shelf, key, text, new RowChange.Insert(key, Columns(text)), token);

    public Task<ShelfItem?> ReplaceAsync(string shelf, ShelfItem was, string text, CancellationToken token) =>
        WriteAsync(shelf, was.Key, text, new RowChange.Replace(was.Key, Columns(text), was.Revision), token);

    public async Task<string?> FindAsync(string shelf, string key, CancellationToken token) =>
        (await ReadAsync(shelf, key, token))?.Text;

    public async Task<ShelfItem?> ReadAsync(string shelf, string key, CancellationToken token) =>
        await tables.FindAsync(StoreKeys.Shelf, StoreKeys.ShelfPart(shelf), key, token) is { } row ? Item(row) : null;

    public Task RemoveAsync(string shelf, string key, CancellationToken token) =>
        WriteAsync(shelf, new RowChange.Delete(key), token);

    public async Task<bool> RemoveAsync(string shelf, ShelfItem was, CancellationToken token) =>
        await WriteAsync(shelf, new RowChange.Delete(was.Key, was.Revision), token) is WriteResult.Written;

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
            items.AddRange(rows.Select(Item));
            if (rows.Count < Page)
            {
                return items;
            }

            from = $"{rows[^1].Row}!";
        }
    }

    private async Task<ShelfItem?> WriteAsync(string shelf, string key, string text, RowChange change, CancellationToken token) =>
        await WriteAsync(shelf, change, token) is WriteResult.Written { ETags: [var revision] }
            ? new ShelfItem(key, text, revision)
            : null;

    private Task<WriteResult> WriteAsync(string shelf, RowChange change, CancellationToken token) =>
        tables.WriteAsync(StoreKeys.Shelf, StoreKeys.ShelfPart(shelf), [change], token);

    private static ShelfItem Item(TableRow row) => new(row.Row, row.Columns[Text], row.ETag);

    private static Dictionary<string, string> Columns(string text) => new() { [Text] = text };
}
