using IntroBot.Conversation;
using IntroBot.Teams.Inbound.Markup;

namespace IntroBot.Teams.Inbound;

/// <summary>
/// Reads a message: its text without mentions of the bot, and the people it mentions. It stores the channel on the way.
/// </summary>
internal sealed class MessageReader(TeamsPeople people, TeamsNames names, TeamsConversations conversations)
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
        var said = new Interaction.MessageSent(
            actor.Person, actor.KeyOf(activity), TeamsText.Read(activity, mentioned), [.. mentioned.Values])
        {
            IsSteward = actor.IsSteward,
        };
        return CommandParser.Parse(said.Text, said.Mentioned) is SpokenCommand.Understood
        {
            Command: var command, Argument: CommandArgument.People { Called: { Length: > 0 } name },
        }
            && command == CommandTable.Block
            && await names.FindAsync(actor.Tenant, name, token) is { } meant
            ? said with { Mentioned = [meant] }
            : said;
    }
}
