using System.Collections.Concurrent;
using IntroBot.Chat;
using IntroBot.Platforms;

namespace IntroBot.Slack;

/// <summary>
/// Keeps every home that was ever opened in step with the story: published when it is opened and after whatever its owner did or was told.
/// </summary>
internal sealed class SlackHomes(Dispatcher dispatcher, SlackApi api, SlackPeople people, IShelf shelf, Afterwards afterwards, WallClock wall)
{
    /// <summary>Long enough for what follows from an act to be stored, and for changes in a row to be published once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private const int MostTries = 3;

    private readonly ConcurrentDictionary<(string Team, string User), bool> waiting = new();

    /// <summary>The home is in front of its owner's eyes.</summary>
    public void Open(string team, string user, string? hash) => afterwards.Do("publish a home", async token =>
    {
        await shelf.PutAsync(SlackShelves.Homes(team), user, "", token);
        await PublishAsync(team, user, hash, token);
    });

    /// <summary>Something its owner may see there has changed, or is about to.</summary>
    public void Refresh(string team, string user)
    {
        if (waiting.TryAdd((team, user), true))
        {
            afterwards.Do("publish a home", token => RefreshAsync(team, user, token));
        }
    }

    private async Task RefreshAsync(string team, string user, CancellationToken token)
    {
        try
        {
            if (await shelf.FindAsync(SlackShelves.Homes(team), user, token) is null)
            {
                return;
            }

            await wall.WaitAsync(Patience, token);
        }
        finally
        {
            // From here on a change is a new one: what is drawn below may not have it yet.
            waiting.TryRemove((team, user), out _);
        }

        await PublishAsync(team, user, null, token);
    }

    /// <summary>Another publication in between, or a crowd at Slack's door, is answered by drawing the home anew: the newest state wins.</summary>
    private async Task PublishAsync(string team, string user, string? hash, CancellationToken token)
    {
        for (var tries = 0; tries < MostTries && await DrawAsync(team, user, token) is { } view; tries++)
        {
            switch (await api.PublishHomeAsync(team, user, view, hash, token))
            {
                case CallResult<ViewResponse>.Refused { Error: SlackErrors.HashConflict }:
                    hash = null;
                    break;
                case CallResult<ViewResponse>.Later later when later.After <= LongestWait:
                    await wall.WaitAsync(later.After, token);
                    break;
                default:
                    return;
            }
        }
    }

    private async Task<View?> DrawAsync(string team, string user, CancellationToken token)
    {
        if (await people.RecallAsync(team, user, token) is not { Standing: Standing.Member } profile)
        {
            return null;
        }

        var person = profile.In(team);
        return await dispatcher.DispatchAsync(new Interaction.HomeOpened(person, $"{user}!home") { BySteward = profile.LooksAfter }, token) is Reply.ShowHome home
            ? BlockKitViews.Home(home.Cards)
            : null;
    }
}
