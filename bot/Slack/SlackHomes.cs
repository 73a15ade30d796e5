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

    /// <summary>Homes that are being published, and whether they may have changed since they were drawn.</summary>
    private readonly Dictionary<(string Team, string User), bool> publishing = [];

    /// <summary>The home is in front of its owner's eyes.</summary>
    public void Open(string team, string user, string? hash) => afterwards.Do("publish a home", async token =>
    {
        await shelf.PutAsync(SlackShelves.Homes(team), user, "", token);
        if (Begins(team, user))
        {
            await KeepUpAsync(team, user, () => PublishAsync(team, user, hash, token), token);
        }
    });

    /// <summary>Something its owner may see there has changed, or is about to.</summary>
    public void Refresh(string team, string user)
    {
        if (Begins(team, user))
        {
            afterwards.Do("publish a home", token => KeepUpAsync(team, user, () => RefreshAsync(team, user, token), token));
        }
    }

    /// <summary>One at a time publishes a home, or an older drawing could end up over a newer one; for whoever comes meanwhile it is drawn again.</summary>
    private bool Begins(string team, string user)
    {
        lock (publishing)
        {
            if (publishing.TryAdd((team, user), false))
            {
                return true;
            }

            publishing[(team, user)] = true;
            return false;
        }
    }

    private async Task KeepUpAsync(string team, string user, Func<Task> publish, CancellationToken token)
    {
        try
        {
            await publish();
            while (GoesOn(team, user))
            {
                await RefreshAsync(team, user, token);
            }
        }
        catch
        {
            lock (publishing)
            {
                publishing.Remove((team, user));
            }

            throw;
        }
    }

    private bool GoesOn(string team, string user)
    {
        lock (publishing)
        {
            return publishing[(team, user)] || !publishing.Remove((team, user));
        }
    }

    private async Task RefreshAsync(string team, string user, CancellationToken token)
    {
        LooksFromHere(team, user);
        if (await shelf.FindAsync(SlackShelves.Homes(team), user, token) is not null)
        {
            await wall.WaitAsync(Patience, token);
            LooksFromHere(team, user);
            await PublishAsync(team, user, null, token);
        }
    }

    /// <summary>A change from here on is a new one: what is drawn next may not have it yet.</summary>
    private void LooksFromHere(string team, string user)
    {
        lock (publishing)
        {
            publishing[(team, user)] = false;
        }
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
