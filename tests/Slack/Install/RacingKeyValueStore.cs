using IntroBot.Platforms;

namespace IntroBot.Tests.Slack.Install;

/// <summary>A store on which the first two who look for something both find what was there before either of them wrote.</summary>
internal sealed class RacingKeyValueStore(IKeyValueStore store) : IKeyValueStore
{
    private readonly TaskCompletionSource met = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int looked;

    public Task PutAsync(string name, string key, string text, CancellationToken token) => store.PutAsync(name, key, text, token);

    public Task<StoredItem?> AddAsync(string name, string key, string text, CancellationToken token) =>
        store.AddAsync(name, key, text, token);

    public Task<StoredItem?> ReplaceAsync(string name, StoredItem was, string text, CancellationToken token) =>
        store.ReplaceAsync(name, was, text, token);

    public Task<StoredItem?> ReadAsync(string name, string key, CancellationToken token) => store.ReadAsync(name, key, token);

    public Task<bool> RemoveAsync(string name, StoredItem was, CancellationToken token) => store.RemoveAsync(name, was, token);

    public Task<string?> FindAsync(string name, string key, CancellationToken token) => store.FindAsync(name, key, token);

    public Task RemoveAsync(string name, string key, CancellationToken token) => store.RemoveAsync(name, key, token);

    public Task ClearAsync(string name, CancellationToken token) => store.ClearAsync(name, token);

    public async Task<IReadOnlyList<StoredItem>> ListAsync(string name, CancellationToken token)
    {
        var found = await store.ListAsync(name, token);
        if (Interlocked.Increment(ref looked) == 2) met.SetResult();
        await met.Task.WaitAsync(token);
        return found;
    }
}
