using System.Collections.Concurrent;
using IntroBot.Chat;

namespace IntroBot.Tests.Playground;

/// <summary>A shelf in memory that holds its users to the limits of the real one.</summary>
public sealed class MemoryShelf : IShelf
{
    private readonly ConcurrentDictionary<(string Shelf, string Key), string> items = new();

    public Task PutAsync(string shelf, string key, string text, CancellationToken token)
    {
        Check(shelf, key, text);
        items[(shelf, key)] = text;
        return Task.CompletedTask;
    }

    public Task<bool> AddAsync(string shelf, string key, string text, CancellationToken token)
    {
        Check(shelf, key, text);
        return Task.FromResult(items.TryAdd((shelf, key), text));
    }

    public Task<bool> ReplaceAsync(string shelf, string key, string was, string text, CancellationToken token)
    {
        Check(shelf, key, text);
        return Task.FromResult(items.TryUpdate((shelf, key), text, was));
    }

    public Task<string?> FindAsync(string shelf, string key, CancellationToken token) =>
        Task.FromResult(items.GetValueOrDefault((shelf, key)));

    public Task RemoveAsync(string shelf, string key, CancellationToken token)
    {
        items.TryRemove((shelf, key), out _);
        return Task.CompletedTask;
    }

    public Task ClearAsync(string shelf, CancellationToken token)
    {
        foreach (var item in items.Keys.Where(item => item.Shelf == shelf)) items.TryRemove(item, out _);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ShelfItem>> ListAsync(string shelf, CancellationToken token) => Task.FromResult<IReadOnlyList<ShelfItem>>(
        [.. items.Where(item => item.Key.Shelf == shelf)
            .Select(item => new ShelfItem(item.Key.Key, item.Value))
            .OrderBy(item => item.Key, StringComparer.Ordinal)]);

    private static void Check(string shelf, string key, string text)
    {
        Assert.All([shelf, key], name => Assert.Matches("^[A-Za-z0-9._~!|-]{1,200}$", name));
        Assert.True(text.Length <= 30_000, $"{text.Length} characters for {key}");
    }
}
