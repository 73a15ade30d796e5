using IntroBot.Platforms;

namespace IntroBot.Tests.Platforms;

/// <summary>The shelf as one instance has it: it may be cut off for a while or for ever, and answers of the store may be lost.</summary>
internal sealed class InstanceShelf(IKeyValueStore store) : IKeyValueStore
{
    /// <summary>Nothing of this instance reaches the store: it is dead, or will seem so.</summary>
    public bool IsCutOff { get; set; }

    /// <summary>
    /// So many of the next writes on a condition are done and look as if something had stood in the way: they met their own first try.
    /// </summary>
    public int LostAnswers { get; set; }

    /// <summary>So many of the next writes on a condition are done, and all that is heard of them is a broken connection.</summary>
    public int BrokenConnections { get; set; }

    /// <summary>How often anything was written on a condition.</summary>
    public int Writes { get; private set; }

    private IKeyValueStore Reached => IsCutOff ? throw new IOException("The store is out of reach.") : store;

    public Task PutAsync(string name, string key, string text, CancellationToken token) => Reached.PutAsync(name, key, text, token);

    public Task<StoredItem?> AddAsync(string name, string key, string text, CancellationToken token) =>
        HeardAsync(Reached.AddAsync(name, key, text, token));

    public Task<StoredItem?> ReplaceAsync(string name, StoredItem was, string text, CancellationToken token) =>
        HeardAsync(Reached.ReplaceAsync(name, was, text, token));

    public Task<string?> FindAsync(string name, string key, CancellationToken token) => Reached.FindAsync(name, key, token);

    public Task<StoredItem?> ReadAsync(string name, string key, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        return Reached.ReadAsync(name, key, token);
    }

    public Task RemoveAsync(string name, string key, CancellationToken token) => Reached.RemoveAsync(name, key, token);

    public Task<bool> RemoveAsync(string name, StoredItem was, CancellationToken token) => HeardAsync(Reached.RemoveAsync(name, was, token));

    public Task ClearAsync(string name, CancellationToken token) => Reached.ClearAsync(name, token);

    public Task<IReadOnlyList<StoredItem>> ListAsync(string name, CancellationToken token) => Reached.ListAsync(name, token);

    private async Task<T?> HeardAsync<T>(Task<T?> written)
    {
        var answer = await written;
        Writes++;
        if (BrokenConnections-- > 0) throw new IOException("The answer did not come.");
        return LostAnswers-- > 0 ? default : answer;
    }
}
