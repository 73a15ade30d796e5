using IntroBot.Conversation;
using IntroBot.Slack.BlockKit;

namespace IntroBot.Slack;

/// <summary>Draws a person's home as it is now; guests and visitors read there what they can do.</summary>
internal sealed class SlackHomeDrawing(Dispatcher dispatcher, SlackPeople people)
{
    /// <summary>Null for a bot, and for a person who is not known, or gone.</summary>
    public async Task<View?> DrawAsync(SlackUserRef user, CancellationToken token) => await people.RecallAsync(user, token) switch
    {
        { Kind: MemberKind.Member } member => await DrawAsync(user, member, token),
        { WhyNot: { } why } => BlockKitViews.Home([why]),
        _ => null,
    };

    private async Task<View?> DrawAsync(SlackUserRef user, SlackProfile profile, CancellationToken token)
    {
        var opened = new Interaction.HomeOpened(profile.In(user.Team), $"{user.Id}!home") { IsSteward = profile.IsSteward };
        return await dispatcher.DispatchAsync(opened, token) is Reply.ShowHome home ? BlockKitViews.Home(home.Cards) : null;
    }
}
