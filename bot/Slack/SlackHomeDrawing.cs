using IntroBot.Conversation;
using IntroBot.Slack.BlockKit;

namespace IntroBot.Slack;

/// <summary>Draws a person's home as it is now.</summary>
internal sealed class SlackHomeDrawing(Dispatcher dispatcher, SlackPeople people)
{
    /// <summary>Null for a person who is no member, or not any more.</summary>
    public async Task<View?> DrawAsync(string team, string user, CancellationToken token)
    {
        if (await people.RecallAsync(team, user, token) is not { Kind: MemberKind.Member } profile)
        {
            return null;
        }

        var opened = new Interaction.HomeOpened(profile.In(team), $"{user}!home") { IsSteward = profile.IsSteward };
        return await dispatcher.DispatchAsync(opened, token) is Reply.ShowHome home ? BlockKitViews.Home(home.Cards) : null;
    }
}
