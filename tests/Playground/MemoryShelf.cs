using System.Globalization;
using IntroBot.Platforms;

namespace IntroBot.Tests.Playground;

/// <summary>A shelf in memory that holds its users to the limits of the real one.</summary>
public sealed class MemoryShelf : IKeyValueStore
{
    private readonly Dictionary<(string Shelf, string Key), StoredItem> items = [];
    private readonly Lock gate = new();
    private int revision;

    public Task PutAsync(string shelf, string key, string text, CancellationToken token)
    {
        lock (gate) Write(shelf, key, text);
        return Task.CompletedTask;
    }

    public Task<StoredItem?> AddAsync(string shelf, string key, string text, CancellationToken token)
    {
        lock (gate) return Task.FromResult(items.ContainsKey((shelf, key)) ? null : Write(shelf, key, text));
    }

    public Task<StoredItem?> ReplaceAsync(string shelf, StoredItem was, string text, CancellationToken token)
    {
        lock (gate) return Task.FromResult(Stands(shelf, was) ? Write(shelf, was.Key, text) : null);
    }

    public async Task<string?> FindAsync(string shelf, string key, CancellationToken token) => (await ReadAsync(shelf, key, token))?.Text;

    public Task<StoredItem?> ReadAsync(string shelf, string key, CancellationToken token)
    {
        lock (gate) return Task.FromResult(items.GetValueOrDefault((shelf, key)));
    }

    public Task RemoveAsync(string shelf, string key, CancellationToken token)
    {
        lock (gate) items.Remove((shelf, key));
        return Task.CompletedTask;
    }

    public Task<bool> RemoveAsync(string shelf, StoredItem was, CancellationToken token)
    {
        lock (gate) return Task.FromResult(Stands(shelf, was) && items.Remove((shelf, was.Key)));
    }

    public Task ClearAsync(string shelf, CancellationToken token)
    {
        lock (gate)
        {
            foreach (var item in items.Keys.Where(item => item.Shelf == shelf).ToList()) items.Remove(item);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<StoredItem>> ListAsync(string shelf, CancellationToken token)
    {
        lock (gate)
        {
            var standing = items.Where(item => item.Key.Shelf == shelf).Select(item => item.Value);
            return Task.FromResult<IReadOnlyList<StoredItem>>([.. standing.OrderBy(item => item.Key, StringComparer.Ordinal)]);
        }
    }

    private bool Stands(string shelf, StoredItem was) => items.GetValueOrDefault((shelf, was.Key))?.Revision == was.Revision;

    private StoredItem Write(string shelf, string key, string text)
    {
        Assert.All([shelf, key], name => Assert.Matches("^[A-Za-z0-9._~!|-]{1,200}$", name));
        Assert.True(text.Length <= 30_000, $"{text.Length} characters for {key}");
        return items[(shelf, key)] = new StoredItem(key, text, (++revision).ToString(CultureInfo.InvariantCulture));
    }
}
