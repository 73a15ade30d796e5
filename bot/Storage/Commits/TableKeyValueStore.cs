using IntroBot.Platforms;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Commits;

/// <summary>Keeps what platforms keep for themselves, one partition a shelf.</summary>
internal sealed class TableKeyValueStore(ITableStore tables) : IKeyValueStore
{
    private const string Text = "Text";
    private const int Page = 500;

    public Task PutAsync(string shelf, string key, string text, CancellationToken token) =>
        WriteAsync(shelf, new RowChange.Put(key, Columns(text)), token);

    public Task<StoredItem?> AddAsync(string shelf, string key, string text, CancellationToken token) =>
        WriteAsync(shelf, key, text, new RowChange.Insert(key, Columns(text)), token);

    public Task<StoredItem?> ReplaceAsync(string shelf, StoredItem was, string text, CancellationToken token) =>
        WriteAsync(shelf, was.Key, text, new RowChange.Replace(was.Key, Columns(text), was.Revision), token);

    public async Task<string?> FindAsync(string shelf, string key, CancellationToken token) =>
        (await ReadAsync(shelf, key, token))?.Text;

    public async Task<StoredItem?> ReadAsync(string shelf, string key, CancellationToken token) =>
        await tables.FindAsync(StoreKeys.KeyValue, StoreKeys.KeyValuePartition(shelf), key, token) is { } row ? Item(row) : null;

    public Task RemoveAsync(string shelf, string key, CancellationToken token) =>
        WriteAsync(shelf, new RowChange.Delete(key), token);

    public async Task<bool> RemoveAsync(string shelf, StoredItem was, CancellationToken token) =>
        await WriteAsync(shelf, new RowChange.Delete(was.Key, was.Revision), token) is WriteResult.Written;

    public async Task ClearAsync(string shelf, CancellationToken token)
    {
        IReadOnlyList<TableRow> rows;
        do
        {
            rows = await tables.RangeAsync(StoreKeys.KeyValue, StoreKeys.KeyValuePartition(shelf), "", "~~", TableLimits.Changes, token);
            if (rows.Count > 0)
            {
                await tables.WriteAsync(
                    StoreKeys.KeyValue, StoreKeys.KeyValuePartition(shelf), [.. rows.Select(row => new RowChange.Delete(row.Row))], token);
            }
        }
        while (rows.Count == TableLimits.Changes);
    }

    public async Task<IReadOnlyList<StoredItem>> ListAsync(string shelf, CancellationToken token)
    {
        var items = new List<StoredItem>();
        for (var from = ""; ;)
        {
            var rows = await tables.RangeAsync(StoreKeys.KeyValue, StoreKeys.KeyValuePartition(shelf), from, "~~", Page, token);
            items.AddRange(rows.Select(Item));
            if (rows.Count < Page)
            {
                return items;
            }

            from = $"{rows[^1].Row}!";
        }
    }

    private async Task<StoredItem?> WriteAsync(string shelf, string key, string text, RowChange change, CancellationToken token) =>
        await WriteAsync(shelf, change, token) is WriteResult.Written { ETags: [var revision] }
            ? new StoredItem(key, text, revision)
            : null;

    private Task<WriteResult> WriteAsync(string shelf, RowChange change, CancellationToken token) =>
        tables.WriteAsync(StoreKeys.KeyValue, StoreKeys.KeyValuePartition(shelf), [change], token);

    private static StoredItem Item(TableRow row) => new(row.Row, row.Columns[Text], row.ETag);

    private static Dictionary<string, string> Columns(string text) => new() { [Text] = text };
}
