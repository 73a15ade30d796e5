namespace IntroBot.Teams.Inbound;

/// <summary>
/// All that is needed to speak somewhere later on: the connector's address,
/// which may change, and the conversation, with its name and its team. A team goes by the id of its general channel, which has no name of
/// its own.
/// </summary>
internal sealed record ConversationReference(
    [property: JsonPropertyName("ServiceUrl")] string ServiceUrl,
    [property: JsonPropertyName("Conversation")] string Conversation,
    [property: JsonPropertyName("Name")] string? Name = null,
    [property: JsonPropertyName("Team")] string? Team = null,
    [property: JsonPropertyName("TeamName"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TeamName = null)
{
    /// <summary>Where an activity came from; null when it does not say.</summary>
    public static ConversationReference? Of(Activity activity) =>
        activity is { ServiceUrl: { } service, Conversation.Id: { } conversation } && TeamsIds.IsId(conversation)
            ? new(service, conversation)
            : null;
}
