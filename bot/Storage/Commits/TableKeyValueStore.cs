using IntroBot.Platforms;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Commits;

/// <summary>Stores what platforms keep for themselves, one partition for each collection.</summary>
internal sealed class TableKeyValueStore(ITableStore tables) : IKeyValueStore
{
    private const string Text = "Text";
    private const int Page = 500;

    public Task PutAsync(string collection, string key, string text, CancellationToken token) =>
        WriteAsync(collection, new RowChange.Put(key, Columns(text)), token);

    public Task<StoredItem?> AddAsync(string collection, string key, string text, CancellationToken token) =>
        WriteAsync(collection, key, text, new RowChange.Insert(key, Columns(text)), token);

    public Task<StoredItem?> ReplaceAsync(string collection, StoredItem was, string text, CancellationToken token) =>
        WriteAsync(collection, was.Key, text, new RowChange.Replace(was.Key, Columns(text), was.Revision), token);

    public async Task<string?> FindAsync(string collection, string key, CancellationToken token) =>
        (await ReadAsync(collection, key, token))?.Text;

    public async Task<StoredItem?> ReadAsync(string collection, string key, CancellationToken token) =>
        await tables.FindAsync(StoreKeys.KeyValue, StoreKeys.KeyValuePartition(collection), key, token) is { } row ? Item(row) : null;

    public Task RemoveAsync(string collection, string key, CancellationToken token) =>
        WriteAsync(collection, new RowChange.Delete(key), token);

    public async Task<bool> RemoveAsync(string collection, StoredItem was, CancellationToken token) =>
        await WriteAsync(collection, new RowChange.Delete(was.Key, was.Revision), token) is WriteResult.Written;

    public async Task ClearAsync(string collection, CancellationToken token)
    {
        IReadOnlyList<TableRow> rows;
        do
        {
            rows = await tables.RangeAsync(
                StoreKeys.KeyValue, StoreKeys.KeyValuePartition(collection), "", "~~", TableLimits.Changes, token);
            if (rows.Count > 0)
            {
                await tables.WriteAsync(
                    StoreKeys.KeyValue, StoreKeys.KeyValuePartition(collection), [.. rows.Select(row => new RowChange.Delete(row.Row))],
                        token);
            }
        }
        while (rows.Count == TableLimits.Changes);
    }

    public async Task<IReadOnlyList<StoredItem>> ListAsync(string collection, CancellationToken token)
    {
        var items = new List<StoredItem>();
        for (var from = ""; ;)
        {
            var rows = await tables.RangeAsync(StoreKeys.KeyValue, StoreKeys.KeyValuePartition(collection), from, "~~", Page, token);
            items.AddRange(rows.Select(Item));
            if (rows.Count < Page)
            {
                return items;
            }

            from = $"{rows[^1].Row}!";
        }
    }

    private async Task<StoredItem?> WriteAsync(string collection, string key, string text, RowChange change, CancellationToken token) =>
        await WriteAsync(collection, change, token) is WriteResult.Written { ETags: [var revision] }
            ? new StoredItem(key, text, revision)
            : null;

    private Task<WriteResult> WriteAsync(string collection, RowChange change, CancellationToken token) =>
        tables.WriteAsync(StoreKeys.KeyValue, StoreKeys.KeyValuePartition(collection), [change], token);

    private static StoredItem Item(TableRow row) => new(row.Row, row.Columns[Text], row.ETag);

    private static Dictionary<string, string> Columns(string text) => new() { [Text] = text };
}
