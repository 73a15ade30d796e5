using IntroBot.Platforms;
using IntroBot.Teams.Connector;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams;

/// <summary>Says things in the chat of a person with the bot, which is opened where it is not known, and in channels.</summary>
internal sealed class TeamsChats(ConnectorClient connector, TeamsConversations conversations, TeamsPeople people)
{
    /// <summary>Ours, for a person who cannot be reached: they never wrote, and are in no team the bot is in.</summary>
    private const string Unreachable = "NeverMet";

    /// <summary>Posts to a person's chat and gives the receipt.</summary>
    public async Task<SendResult<string>> PostAsync(TeamsUserRef user, string activity, CancellationToken token)
    {
        var known = await conversations.ChatAsync(user, token);
        if (known is not null)
        {
            var posted = await PostToAsync(known, activity, token);
            if (posted is not SendResult<string>.Rejected { Code: var code } || !ConnectorErrors.IsGone(code))
            {
                return posted;
            }

            await conversations.ForgetChatAsync(user, token);
        }

        return await OpenAsync(user, known?.ServiceUrl, token) switch
        {
            SendResult<ConversationReference>.Sent { Value: var opened } => await PostToAsync(opened, activity, token),
            var failed => failed.Map(_ => ""),
        };
    }

    /// <summary>Posts where a conversation is known and gives the receipt.</summary>
    public async Task<SendResult<string>> PostToAsync(ConversationReference place, string activity, CancellationToken token) =>
        (await connector.SendAsync(place, activity, isTargeted: false, token))
            .Map(id => Receipt(place.Conversation, id));

    /// <summary>Takes a message out of a person's chat; refused where it cannot be found any more.</summary>
    public async Task<SendResult<string>> DeleteAsync(TeamsUserRef user, string receipt, CancellationToken token) =>
        Read(receipt) is var (conversation, id) && await conversations.ChatAsync(user, token) is { } chat
            ? await connector.DeleteAsync(new MessageReference(chat with { Conversation = conversation }, id), token)
            : ConnectorErrors.Rejected<string>(Unreachable);

    /// <summary>Changes a message in a person's chat; refused where it cannot be found any more.</summary>
    public async Task<SendResult<string>> UpdateAsync(
        TeamsUserRef user, string receipt, OutboundActivity activity, CancellationToken token) =>
        Read(receipt) is var (conversation, id) && await conversations.ChatAsync(user, token) is { } chat
            ? await connector.UpdateAsync(new MessageReference(chat with { Conversation = conversation }, id), activity.Write(), token)
            : ConnectorErrors.Rejected<string>(Unreachable);

    /// <summary>Changes a message at its destination; rejected where it cannot be found any more.</summary>
    public async Task<SendResult<string>> ChangeAsync(
        string tenant, Destination to, string receipt, OutboundActivity activity, CancellationToken token)
    {
        if (Read(receipt) is not var (conversation, id))
        {
            return ConnectorErrors.Rejected<string>(Unreachable);
        }

        var place = await conversations.ChannelAsync(tenant, TeamsIds.WithoutThread(conversation), token)
            ?? (to.People is [var person, ..] ? await conversations.ChatAsync(new TeamsUserRef(tenant, person.Id), token) : null);
        return place is null
            ? ConnectorErrors.Rejected<string>(Unreachable)
            : await connector.UpdateAsync(
                new MessageReference(place with { Conversation = conversation }, id), activity.Write(), token);
    }

    /// <summary>Finds a message again: its conversation and its id; null where Teams gave none.</summary>
    public static (string Conversation, string Id)? Read(string receipt) =>
        receipt.Split(' ') is [var conversation, { Length: > 0 } id] ? (conversation, id) : null;

    private async Task<SendResult<ConversationReference>> OpenAsync(TeamsUserRef user, string? before, CancellationToken token)
    {
        if (await people.RecallAsync(user, token) is not { Member.Length: > 0 } known
            || (before ?? await conversations.ServiceAsync(user.Tenant, token)) is not { } service)
        {
            return ConnectorErrors.Rejected<ConversationReference>(Unreachable);
        }

        var opened = (await connector.OpenChatAsync(service, user.Tenant, known.Member, token))
            .Map(id => new ConversationReference(service, id));
        if (opened is SendResult<ConversationReference>.Sent { Value: var chat })
        {
            await conversations.LearnChatAsync(user, chat, token);
        }

        return opened;
    }

    private static string Receipt(string conversation, string id) => $"{conversation} {id}";
}
