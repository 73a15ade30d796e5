using IntroBot.Teams.Inbound;

namespace IntroBot.Teams.Connector;

/// <summary>The id of what was made; some answers have none.</summary>
internal sealed record ResourceResponse(string? Id);

/// <summary>A member of a conversation; the directory's id stands in one of two fields.</summary>
internal sealed record TeamsMember
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? AadObjectId { get; init; }

    public string? ObjectId { get; init; }

    public string? UserPrincipalName { get; init; }

    public string? TenantId { get; init; }

    /// <summary><c>user</c>, <c>guest</c> or <c>anonymous</c>.</summary>
    public string? UserRole { get; init; }
}

/// <summary>Some of those who are in a conversation, and from where the next page goes on; nothing after the last.</summary>
internal sealed record TeamsRoster(ImmutableArray<TeamsMember?>? Members, string? ContinuationToken);

/// <summary>The channels of a team.</summary>
internal sealed record TeamChannels
{
    [JsonConverter(typeof(LenientList<NamedId>))]
    public ImmutableArray<NamedId> Conversations { get => field.IsDefault ? [] : field; init; }
}

/// <summary>Why the connector refused, in both shapes it has; what a proxy says instead is neither.</summary>
internal sealed record ConnectorFault(ConnectorError? Error, JsonElement? ErrorCode, string? Message);

/// <summary>The usual shape of a refusal.</summary>
internal sealed record ConnectorError(string? Code);

/// <summary>Asks for the chat of one person with the bot.</summary>
internal sealed record ConversationParameters(bool IsGroup, ImmutableArray<ChannelAccount> Members, string TenantId);
