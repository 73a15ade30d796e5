using System.Collections.Concurrent;
using System.Collections.Immutable;
using IntroBot.Chat;
using IntroBot.Platforms;

namespace IntroBot.Teams;

/// <summary>
/// The welcome at the top of everybody's chat with the bot, which is also their home: asks, offers, profile, and the same actions as buttons.
/// It is kept in step with the story in place, so that nobody is rung up by it.
/// </summary>
internal sealed class TeamsHomes(Dispatcher dispatcher, ConnectorClient connector, TeamsChats chats, TeamsPlaces places, TeamsPeople people, TeamsOptions options, IShelf shelf, Afterwards afterwards, WallClock wall)
{
    /// <summary>Long enough for what follows from an act to be stored, and for changes in a row to be shown once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(string Tenant, string Person), bool> waiting = new();
    private readonly ConcurrentDictionary<(string Tenant, string Person), SemaphoreSlim> oneByOne = new();

    public static OutboundActivity Drawn(ImmutableArray<Card> cards) => OutboundActivity.Of(AdaptiveCards.Summary(cards[0]), AdaptiveCards.Of(cards));

    /// <summary>Somebody met the bot: they are welcomed once, however often Teams says so.</summary>
    public void Open(string tenant, string person) => afterwards.Do("welcome somebody", async token =>
    {
        var one = oneByOne.GetOrAdd((tenant, person), _ => new SemaphoreSlim(1));
        await one.WaitAsync(token);
        try
        {
            if (await shelf.FindAsync(TeamsShelves.Homes(tenant), person, token) is null && await DrawAsync(tenant, person, token) is { } home
                && await chats.PostAsync(tenant, person, home.Write(), token) is CallResult<string>.Done { Value: var receipt })
            {
                await shelf.PutAsync(TeamsShelves.Homes(tenant), person, receipt, token);
            }
        }
        finally
        {
            one.Release();
        }
    });

    /// <summary>Something its owner may see there has changed, or is about to.</summary>
    public void Refresh(string tenant, string person)
    {
        if (waiting.TryAdd((tenant, person), true))
        {
            afterwards.Do("show a home anew", token => RefreshAsync(tenant, person, token));
        }
    }

    public Task ForgetAsync(string tenant, string person, CancellationToken token) => shelf.RemoveAsync(TeamsShelves.Homes(tenant), person, token);

    private async Task RefreshAsync(string tenant, string person, CancellationToken token)
    {
        string? receipt;
        try
        {
            receipt = await shelf.FindAsync(TeamsShelves.Homes(tenant), person, token);
            if (receipt is not null)
            {
                await wall.WaitAsync(Patience, token);
            }
        }
        finally
        {
            // From here on a change is a new one: what is drawn below may not have it yet.
            waiting.TryRemove((tenant, person), out _);
        }

        if (receipt is not null && TeamsChats.Read(receipt) is var (conversation, id)
            && await places.ChatAsync(tenant, person, token) is { } chat && await DrawAsync(tenant, person, token) is { } home)
        {
            await connector.UpdateAsync(chat.ServiceUrl, conversation, id, home.Write(), token);
        }
    }

    private async Task<OutboundActivity?> DrawAsync(string tenant, string person, CancellationToken token)
    {
        if (await people.RecallAsync(tenant, person, token) is not { Standing: Standing.Member } profile)
        {
            return null;
        }

        var opened = new Interaction.HomeOpened(profile.In(tenant), $"{person}!home") { BySteward = options.IsSteward(person, profile.SignInName) };
        return await dispatcher.DispatchAsync(opened, token) is Reply.ShowHome home ? Drawn(home.Cards) : null;
    }
}
