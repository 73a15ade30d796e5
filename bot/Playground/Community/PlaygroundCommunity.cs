using System.Globalization;
using IntroBot.Chat.Interactions;
using IntroBot.Platforms;

namespace IntroBot.Playground.Community;

/// <summary>The community of the moment: opened at start, put away for a fresh one when somebody starts over.</summary>
public sealed class PlaygroundCommunity(IKeyValueStore store, ClockAdvance walk, OptIn optIn, ChangeNotifier bell)
    : IHostedService, IDisposable
{
    private const string GenerationKey = "generation";
    private const string FoundedKey = "founded";

    private readonly SemaphoreSlim oneFounder = new(1);
    private int generation = 1;

    public WorkspaceId Workspace => new($"{PlaygroundCast.WorkspacePrefix}{generation.ToString(CultureInfo.InvariantCulture)}");

    public Person? Find(string id) => PlaygroundCast.Find(id)?.In(Workspace);

    /// <summary>Takes up the community and the clock where the last run of the program left them.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await walk.RestoreAsync(cancellationToken);
        generation = await NumberAsync(GenerationKey, cancellationToken) ?? 1;
        await FoundAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A fresh community with empty chats, on a working morning; nothing of the old one is shown again.</summary>
    public async Task ResetAsync(CancellationToken token)
    {
        await oneFounder.WaitAsync(token);
        try
        {
            await store.PutAsync(PlaygroundStoreNames.State, GenerationKey, (generation + 1).ToString(CultureInfo.InvariantCulture), token);
            generation++;
            await FoundAsync(token);
        }
        finally
        {
            oneFounder.Release();
        }

        bell.Notify();
    }

    public void Dispose() => oneFounder.Dispose();

    /// <summary>
    /// Sets the clock and opts in whoever starts as a giver, once per generation; after a crash on the way the same keys do it again.
    /// </summary>
    private async Task FoundAsync(CancellationToken token)
    {
        if (await NumberAsync(FoundedKey, token) == generation)
        {
            return;
        }

        await walk.BeginAsync(token);
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
