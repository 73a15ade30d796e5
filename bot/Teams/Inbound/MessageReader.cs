using IntroBot.Teams.Inbound.Markup;

namespace IntroBot.Teams.Inbound;

/// <summary>
/// Reads a message: its text without mentions of the bot, and the people it mentions. It stores the channel on the way.
/// </summary>
internal sealed class MessageReader(TeamsPeople people, TeamsConversations conversations)
{
    public async Task<Interaction.MessageSent> ReadAsync(Activity activity, Actor actor, ReplyTarget target, CancellationToken token)
    {
        if (target is ReplyTarget.Mention { Conversation: var place } && activity.Kind == ConversationKind.Channel)
        {
            var (channel, team) = (activity.ChannelData?.Channel, activity.ChannelData?.Team);
            await conversations.LearnChannelAsync(
                actor.Tenant, place with { Name = channel?.Name, Team = team?.Id, TeamName = team?.Name }, token);
        }

        var mentioned = await people.PeopleInAsync(actor.Tenant, activity, token);
        return new Interaction.MessageSent(
            actor.Person, actor.KeyOf(activity), TeamsText.Read(activity, mentioned),
            TeamsText.BotInside(activity) is { } bot ? [.. mentioned.Values, BotOf(actor, bot)] : [.. mentioned.Values])
        {
            IsSteward = actor.IsSteward,
            IsPrivate = target is ReplyTarget.Chat,
        };
    }

    private static Person BotOf(Actor actor, string id) =>
        new(new PersonRef(TeamsIds.Workspace(actor.Tenant), id), "IntroBot", "UTC", "en") { IsBot = true };
}
