using IntroBot.Platforms;
using IntroBot.Teams.Connector;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams;

/// <summary>
/// Asks Teams who a person is, where the bot may ask: in the conversation they acted in, in their own chat with the bot, and in the teams
/// it was added to. In a chat of two people it may not, although its message extension can be used there.
/// </summary>
internal sealed class PersonLookup(ConnectorClient connector, TeamsConversations conversations)
{
    /// <summary>Teams asked for one person; more would take longer than an answer may.</summary>
    private const int MaxTeams = 10;

    /// <summary>Ours, for a conversation that the bot cannot ask about.</summary>
    private const string NotThere = "NotThere";

    /// <summary>What Teams says of a member, in a conversation the bot is in.</summary>
    public Task<SendResult<TeamsMember>> InAsync(ConversationReference place, string member, CancellationToken token) =>
        connector.MemberAsync(place, member, token);

    /// <summary>
    /// What Teams says of a person; rejected where it knows them nowhere that the bot is, so that they have to add it first.
    /// </summary>
    public async Task<SendResult<TeamsMember>> FindAsync(
        TeamsUserRef user, ConversationReference place, string member, ConversationKind kind, CancellationToken token)
    {
        var asked = kind == ConversationKind.BetweenPeople
            ? ConnectorErrors.Rejected<TeamsMember>(NotThere)
            : await InAsync(place, member, token);

        // Whom their own chat with the bot does not know has taken the bot out of it.
        if (kind == ConversationKind.Personal || !IsElsewhere(asked))
        {
            return asked;
        }

        asked = await InOwnChatAsync(user, place, member, token);
        return IsElsewhere(asked) ? await InTeamsAsync(user, member, token) ?? asked : asked;
    }

    /// <summary>The chat is opened where it is not known: Teams opens it for whoever is in a team of the bot, and finds it again.</summary>
    private async Task<SendResult<TeamsMember>> InOwnChatAsync(
        TeamsUserRef user, ConversationReference place, string member, CancellationToken token)
    {
        if (await conversations.ChatAsync(user, token) is { } known)
        {
            return await InAsync(known with { ServiceUrl = place.ServiceUrl }, member, token);
        }

        var opened = (await connector.OpenChatAsync(place.ServiceUrl, user.Tenant, member, token))
            .Map(id => new ConversationReference(place.ServiceUrl, id));
        if (opened is not SendResult<ConversationReference>.Sent { Value: var chat } || !TeamsIds.IsId(chat.Conversation))
        {
            return opened.Map<TeamsMember>(_ => new TeamsMember());
        }

        var found = await InAsync(chat, member, token);
        if (found is SendResult<TeamsMember>.Sent)
        {
            await conversations.LearnChatAsync(user, chat, token);
        }

        return found;
    }

    /// <summary>Null where no team knows them.</summary>
    private async Task<SendResult<TeamsMember>?> InTeamsAsync(TeamsUserRef user, string member, CancellationToken token)
    {
        foreach (var team in (await conversations.ChannelsAsync(user.Tenant, token))
            .Select(channel => channel with { Conversation = channel.Team ?? channel.Conversation })
            .DistinctBy(channel => channel.Conversation)
            .Take(MaxTeams))
        {
            if (await InAsync(team, member, token) is var asked && !IsElsewhere(asked))
            {
                return asked;
            }
        }

        return null;
    }

    /// <summary>What an administrator has to mend is the same everywhere.</summary>
    private static bool IsElsewhere(SendResult<TeamsMember> asked) =>
        asked is SendResult<TeamsMember>.Rejected { Concerns: not Concerns.Workspace };
}
