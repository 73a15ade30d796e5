using IntroBot.Chat;

namespace IntroBot.Tests.Slack;

/// <summary>A shelf on which the first two who look for something both find what was there before either of them wrote.</summary>
internal sealed class MeetingShelf(IShelf shelf) : IShelf
{
    private readonly TaskCompletionSource met = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int looked;

    public Task PutAsync(string name, string key, string text, CancellationToken token) => shelf.PutAsync(name, key, text, token);

    public Task<ShelfItem?> AddAsync(string name, string key, string text, CancellationToken token) =>
        shelf.AddAsync(name, key, text, token);

    public Task<ShelfItem?> ReplaceAsync(string name, ShelfItem was, string text, CancellationToken token) =>
        shelf.ReplaceAsync(name, was, text, token);

    public Task<ShelfItem?> ReadAsync(string name, string key, CancellationToken token) => shelf.ReadAsync(name, key, token);

    public Task<bool> RemoveAsync(string name, ShelfItem was, CancellationToken token) => shelf.RemoveAsync(name, was, token);

    public Task<string?> FindAsync(string name, string key, CancellationToken token) => shelf.FindAsync(name, key, token);

    public Task RemoveAsync(string name, string key, CancellationToken token) => shelf.RemoveAsync(name, key, token);

    public Task ClearAsync(string name, CancellationToken token) => shelf.ClearAsync(name, token);

    public async Task<IReadOnlyList<ShelfItem>> ListAsync(string name, CancellationToken token)
    {
        var found = await shelf.ListAsync(name, token);
        if (Interlocked.Increment(ref looked) == 2) met.SetResult();
        await met.Task.WaitAsync(token);
        return found;
    }
}
