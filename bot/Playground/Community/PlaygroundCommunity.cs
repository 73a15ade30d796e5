using IntroBot.Platforms;

namespace IntroBot.Playground.Community;

/// <summary>The current community: opened at start, and replaced by a new one on reset.</summary>
public sealed class PlaygroundCommunity(IKeyValueStore store, ClockAdvance clockAdvance, OptIn optIn, ChangeNotifier notifier)
    : IHostedService, IDisposable
{
    private const string GenerationKey = "generation";
    private const string FoundedKey = "founded";

    private readonly SemaphoreSlim foundingLock = new(1);
    private int generation = 1;

    public WorkspaceId Workspace => new($"{PlaygroundCast.WorkspacePrefix}{generation.ToString(CultureInfo.InvariantCulture)}");

    public Person? Find(string id) => PlaygroundCast.Find(id)?.In(Workspace);

    /// <summary>Restores the community and the clock of the last run.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await clockAdvance.RestoreAsync(cancellationToken);
        generation = await NumberAsync(GenerationKey, cancellationToken) ?? 1;
        await FoundAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Starts a new community with empty chats on a working morning; nothing of the old one is shown again.</summary>
    public async Task ResetAsync(CancellationToken token)
    {
        await foundingLock.WaitAsync(token);
        try
        {
            await store.PutAsync(PlaygroundStoreNames.State, GenerationKey, (generation + 1).ToString(CultureInfo.InvariantCulture), token);
            generation++;
            await FoundAsync(token);
        }
        finally
        {
            foundingLock.Release();
        }

        notifier.Notify();
    }

    public void Dispose() => foundingLock.Dispose();

    /// <summary>
    /// Sets the clock and opts in the initial givers, once per generation; after a crash the same idempotency keys complete it.
    /// </summary>
    private async Task FoundAsync(CancellationToken token)
    {
        if (await NumberAsync(FoundedKey, token) == generation)
        {
            return;
        }

        await clockAdvance.BeginAsync(token);
        foreach (var member in PlaygroundCast.Members.Where(member => member.StartsAsGiver))
        {
            await optIn(member.In(Workspace), member, $"founding!{member.Id}", token);
        }

        await store.PutAsync(PlaygroundStoreNames.State, FoundedKey, generation.ToString(CultureInfo.InvariantCulture), token);
    }

    private async Task<int?> NumberAsync(string key, CancellationToken token) =>
        int.TryParse(
            await store.FindAsync(PlaygroundStoreNames.State, key, token), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
