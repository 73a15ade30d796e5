using IntroBot.Conversation;
using IntroBot.Teams.AdaptiveCards;
using IntroBot.Teams.Connector;

namespace IntroBot.Teams;

/// <summary>Draws a person's home as it is now.</summary>
internal sealed class TeamsHomeDrawing(Dispatcher dispatcher, TeamsPeople people, TeamsOptions options)
{
    public static OutboundActivity Of(ImmutableArray<Card> cards) =>
        OutboundActivity.Of(AdaptiveCardRenderer.Summary(cards[0]), AdaptiveCardRenderer.Of(cards));

    /// <summary>Null for a person who is not known, or not any more; whoever may not take part reads what they can do instead.</summary>
    public async Task<OutboundActivity?> DrawAsync(TeamsUserRef user, CancellationToken token) =>
        await people.RecallAsync(user, token) is { } profile
            ? profile.Kind switch
            {
                MemberKind.Member => await DrawAsync(user, profile, token),
                MemberKind.Guest => Of([GuestCards.Guest]),
                MemberKind.Foreign => Of([GuestCards.Visitor]),
            }
            : null;

    private async Task<OutboundActivity?> DrawAsync(TeamsUserRef user, TeamsProfile profile, CancellationToken token)
    {
        var opened = new Interaction.HomeOpened(profile.In(user.Tenant), $"{user.Id}!home")
        {
            IsSteward = options.IsSteward(user.Id, profile.SignInName),
        };
        return await dispatcher.DispatchAsync(opened, token) is Reply.ShowHome home ? Of(home.Cards) : null;
    }
}
