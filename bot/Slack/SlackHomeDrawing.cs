using IntroBot.Conversation;
using IntroBot.Slack.BlockKit;

namespace IntroBot.Slack;

/// <summary>Draws a person's home as it is now.</summary>
internal sealed class SlackHomeDrawing(Dispatcher dispatcher, SlackPeople people)
{
    /// <summary>Null for a person who is no member, or not any more.</summary>
    public async Task<View?> DrawAsync(SlackUserRef user, CancellationToken token)
    {
        if (await people.RecallAsync(user, token) is not { Kind: MemberKind.Member } profile)
        {
            return null;
        }

        var opened = new Interaction.HomeOpened(profile.In(user.Team), $"{user.Id}!home") { IsSteward = profile.IsSteward };
        return await dispatcher.DispatchAsync(opened, token) is Reply.ShowHome home ? BlockKitViews.Home(home.Cards) : null;
    }
}
