using System.Collections.Immutable;
using System.Globalization;
using IntroBot.Chat;
using IntroBot.Platforms;

namespace IntroBot.Teams;

/// <summary>
/// The welcome at the top of everybody's chat with the bot, which is also their home: asks, offers, profile, and the same actions as
/// buttons. It is kept in step with the story in place, so that nobody is rung up by it.
/// </summary>
internal sealed class TeamsHomes(
    Dispatcher dispatcher, ConnectorClient connector, TeamsChats chats, TeamsPlaces places,
    TeamsPeople people, TeamsOptions options, IShelf shelf, Afterwards afterwards, WallClock wall)
    : Homes(afterwards, wall)
{
    /// <summary>How long a home that is being posted is left to the instance that is at it, which may have died over it.</summary>
    private static readonly TimeSpan LongestPosting = TimeSpan.FromSeconds(30);

    public static OutboundActivity Drawn(ImmutableArray<Card> cards) =>
        OutboundActivity.Of(AdaptiveCards.Summary(cards[0]), AdaptiveCards.Of(cards));

    /// <summary>Somebody met the bot: they are welcomed once, however often Teams says so.</summary>
    public void Open(string tenant, string person) => Afterwards.Do("welcome somebody", async token =>
    {
        if (await shelf.AddAsync(TeamsShelves.Homes(tenant), person, "", token))
        {
            await ShowNowAsync(tenant, person, () => ShowAsync(tenant, person, token), token);
            return;
        }

        // The same news elsewhere is a moment ahead, or an earlier run ended before it had shown the home.
        Refresh(tenant, person);
    });

    /// <summary>Its owner asks for it: it is shown at the end of the chat, where they look, and what stood further up goes.</summary>
    public async Task BringDownAsync(string tenant, string person, CancellationToken token)
    {
        var above = await shelf.FindAsync(TeamsShelves.Homes(tenant), person, token);
        await shelf.PutAsync(TeamsShelves.Homes(tenant), person, "", token);
        Afterwards.Do("bring a home down", async late =>
        {
            await ShowNowAsync(tenant, person, () => ShowAsync(tenant, person, late), late);
            if (above is not null
                && TeamsChats.Read(above) is var (conversation, id)
                && await places.ChatAsync(tenant, person, late) is { } chat)
            {
                await connector.DeleteAsync(chat.ServiceUrl, conversation, id, late);
            }
        });
    }

    /// <summary>Whether this message is the person's home.</summary>
    public async Task<bool> IsAtAsync(string tenant, string person, string conversation, string message, CancellationToken token) =>
        await shelf.FindAsync(TeamsShelves.Homes(tenant), person, token) is { } receipt
            && TeamsChats.Read(receipt) == (conversation, message);

    public Task ForgetAsync(string tenant, string person, CancellationToken token) =>
        shelf.RemoveAsync(TeamsShelves.Homes(tenant), person, token);

    /// <summary>
    /// A home without a receipt was opened and is not there yet, or is just being posted; for one that Teams gave no id for, nothing can be
    /// done any more.
    /// </summary>
    protected override async Task ShowAsync(string workspace, string person, CancellationToken token)
    {
        if (await shelf.FindAsync(TeamsShelves.Homes(workspace), person, token) is not { } receipt
            || await DrawAsync(workspace, person, token) is not { } home)
        {
            return;
        }

        if (IsToBePosted(receipt))
        {
            await PostAsync(workspace, person, receipt, home, token);
        }
        else if (TeamsChats.Read(receipt) is var (conversation, id) && await places.ChatAsync(workspace, person, token) is { } chat)
        {
            await connector.UpdateAsync(chat.ServiceUrl, conversation, id, home.Write(), token);
        }
    }

    private bool IsToBePosted(string receipt) => receipt.Length == 0
        || (DateTimeOffset.TryParseExact(receipt, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            && until <= Wall.Now);

    /// <summary>Whoever says first until when it is theirs posts it; where that fails, the next who looks may.</summary>
    private async Task PostAsync(string tenant, string person, string before, OutboundActivity home, CancellationToken token)
    {
        var (homes, mine) = (TeamsShelves.Homes(tenant), (Wall.Now + LongestPosting).ToString("O", CultureInfo.InvariantCulture));
        if (!await shelf.ReplaceAsync(homes, person, before, mine, token))
        {
            return;
        }

        var posted = await chats.PostAsync(tenant, person, home.Write(), token);
        await (posted is CallResult<string>.Done { Value: var receipt }
            ? shelf.PutAsync(homes, person, receipt, token)
            : shelf.ReplaceAsync(homes, person, mine, "", token));
    }

    private async Task<OutboundActivity?> DrawAsync(string tenant, string person, CancellationToken token)
    {
        if (await people.RecallAsync(tenant, person, token) is not { Standing: Standing.Member } profile)
        {
            return null;
        }

        var opened = new Interaction.HomeOpened(profile.In(tenant), $"{person}!home")
        {
            BySteward = options.IsSteward(person, profile.SignInName),
        };
        return await dispatcher.DispatchAsync(opened, token) is Reply.ShowHome home ? Drawn(home.Cards) : null;
    }
}
