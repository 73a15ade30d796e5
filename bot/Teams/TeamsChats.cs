using IntroBot.Platforms;

namespace IntroBot.Teams;

/// <summary>Says things in the chat of a person with the bot, which is opened where it is not known, and in channels.</summary>
internal sealed class TeamsChats(ConnectorClient connector, TeamsPlaces places, TeamsPeople people)
{
    /// <summary>Ours, for somebody to whom no way is known: they never wrote, and are in no team the bot is in.</summary>
    private const string Unreachable = "NeverMet";

    /// <summary>Posts to a person's chat and gives the receipt.</summary>
    public async Task<CallResult<string>> PostAsync(string tenant, string person, string activity, CancellationToken token)
    {
        var known = await places.ChatAsync(tenant, person, token);
        if (known is not null)
        {
            var posted = await PostToAsync(known, activity, token);
            if (posted is not CallResult<string>.Refused { Error: var error } || !ConnectorErrors.IsGone(error))
            {
                return posted;
            }

            await places.ForgetChatAsync(tenant, person, token);
        }

        return await OpenAsync(tenant, person, known?.ServiceUrl, token) switch
        {
            CallResult<ConversationReference>.Done { Value: var opened } => await PostToAsync(opened, activity, token),
            var failed => failed.Map(_ => ""),
        };
    }

    /// <summary>Posts where a conversation is known and gives the receipt.</summary>
    public async Task<CallResult<string>> PostToAsync(ConversationReference place, string activity, CancellationToken token) =>
        (await connector.SendAsync(place.ServiceUrl, place.Conversation, activity, isTargeted: false, token))
            .Map(id => Receipt(place.Conversation, id));

    /// <summary>Takes a message out of a person's chat; refused where it cannot be found any more.</summary>
    public async Task<CallResult<string>> DeleteAsync(string tenant, string person, string receipt, CancellationToken token) =>
        Read(receipt) is var (conversation, id) && await places.ChatAsync(tenant, person, token) is { } chat
            ? await connector.DeleteAsync(chat.ServiceUrl, conversation, id, token)
            : new CallResult<string>.Refused(Unreachable);

    /// <summary>Finds a message again: its conversation and its id; null where Teams gave none.</summary>
    public static (string Conversation, string Id)? Read(string receipt) =>
        receipt.Split(' ') is [var conversation, { Length: > 0 } id] ? (conversation, id) : null;

    private async Task<CallResult<ConversationReference>> OpenAsync(string tenant, string person, string? before, CancellationToken token)
    {
        if (await people.RecallAsync(tenant, person, token) is not { Member.Length: > 0 } known
            || (before ?? await places.ServiceAsync(tenant, token)) is not { } service)
        {
            return new CallResult<ConversationReference>.Refused(Unreachable);
        }

        var opened = (await connector.OpenChatAsync(service, tenant, known.Member, token))
            .Map(id => new ConversationReference(service, id));
        if (opened is CallResult<ConversationReference>.Done { Value: var chat })
        {
            await places.LearnChatAsync(tenant, person, chat, token);
        }

        return opened;
    }

    private static string Receipt(string conversation, string id) => $"{conversation} {id}";
}
