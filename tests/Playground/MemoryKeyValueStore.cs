using IntroBot.Platforms;

namespace IntroBot.Tests.Playground;

/// <summary>A collection in memory that holds its users to the limits of the real one.</summary>
public sealed class MemoryKeyValueStore : IKeyValueStore
{
    private readonly Dictionary<(string Collection, string Key), StoredItem> items = [];
    private readonly Lock gate = new();
    private int revision;

    public Task PutAsync(string collection, string key, string text, CancellationToken token)
    {
        lock (gate) Write(collection, key, text);
        return Task.CompletedTask;
    }

    public Task<StoredItem?> AddAsync(string collection, string key, string text, CancellationToken token)
    {
        lock (gate) return Task.FromResult(items.ContainsKey((collection, key)) ? null : Write(collection, key, text));
    }

    public Task<StoredItem?> ReplaceAsync(string collection, StoredItem was, string text, CancellationToken token)
    {
        lock (gate) return Task.FromResult(Stands(collection, was) ? Write(collection, was.Key, text) : null);
    }

    public async Task<string?> FindAsync(string collection, string key, CancellationToken token) =>
        (await ReadAsync(collection, key, token))?.Text;

    public Task<StoredItem?> ReadAsync(string collection, string key, CancellationToken token)
    {
        lock (gate) return Task.FromResult(items.GetValueOrDefault((collection, key)));
    }

    public Task RemoveAsync(string collection, string key, CancellationToken token)
    {
        lock (gate) items.Remove((collection, key));
        return Task.CompletedTask;
    }

    public Task<bool> RemoveAsync(string collection, StoredItem was, CancellationToken token)
    {
        lock (gate) return Task.FromResult(Stands(collection, was) && items.Remove((collection, was.Key)));
    }

    public Task ClearAsync(string collection, CancellationToken token)
    {
        lock (gate)
        {
            foreach (var item in items.Keys.Where(item => item.Collection == collection).ToList()) items.Remove(item);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<StoredItem>> ListAsync(string collection, CancellationToken token)
    {
        lock (gate)
        {
            var standing = items.Where(item => item.Key.Collection == collection).Select(item => item.Value);
            return Task.FromResult<IReadOnlyList<StoredItem>>([.. standing.OrderBy(item => item.Key, StringComparer.Ordinal)]);
        }
    }

    private bool Stands(string collection, StoredItem was) => items.GetValueOrDefault((collection, was.Key))?.Revision == was.Revision;

    private StoredItem Write(string collection, string key, string text)
    {
        Assert.All([collection, key], name => Assert.Matches("^[A-Za-z0-9._~!|-]{1,200}$", name));
        Assert.True(text.Length <= 30_000, $"{text.Length} characters for {key}");
        return items[(collection, key)] = new StoredItem(key, text, (++revision).ToString(CultureInfo.InvariantCulture));
    }
}
