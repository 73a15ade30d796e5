namespace IntroBot.Teams;

/// <summary>All that is needed to speak somewhere later on: the connector's address, which may change, and the conversation.</summary>
internal sealed record ConversationReference(string ServiceUrl, string Conversation, string? Name = null)
{
    /// <summary>Where an activity came from; null when it does not say.</summary>
    public static ConversationReference? Of(Activity activity) =>
        activity is { ServiceUrl: { } service, Conversation.Id: { } conversation } && TeamsIds.IsConversation(conversation) ? new(service, conversation) : null;
}
