using IntroBot.Teams.Connector;

namespace IntroBot.Teams.Inbound;

/// <summary>
/// What Teams tells the bot, of which only the part that matters here is read; unknown fields are passed over. The protocol:
/// <see href="https://github.com/microsoft/Agents/blob/main/specs/activity/protocol-activity.md"/>.
/// </summary>
public sealed record Activity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    /// <summary>What an invoke asks for.</summary>
    public string? Name { get; init; }

    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? Text { get; init; }

    public string? Locale { get; init; }

    /// <summary>An IANA name; missing where Teams does not know it.</summary>
    public string? LocalTimezone { get; init; }

    /// <summary>The message whose button was pressed.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>What an installation update is about.</summary>
    public string? Action { get; init; }

    public JsonElement? Value { get; init; }

    public ImmutableArray<ActivityEntity?>? Entities { get; init; }

    public ImmutableArray<ChannelAccount?>? MembersAdded { get; init; }

    public ImmutableArray<ChannelAccount?>? MembersRemoved { get; init; }

    public TeamsChannelData? ChannelData { get; init; }

    /// <summary>The tenant it happened in; nothing where Teams says two different things.</summary>
    [JsonIgnore]
    public string? Tenant => (Conversation?.TenantId, ChannelData?.Tenant?.Id) switch
    {
        ({ } one, { } other) when !string.Equals(one, other, StringComparison.OrdinalIgnoreCase) => null,
        var (one, other) => one ?? other,
    };

    /// <summary>Where the person's clock stands, by whichever of two fields tells it.</summary>
    [JsonIgnore]
    public string? TimeZone => LocalTimezone ?? Entities?.FirstOrDefault(entity => entity is { Type: "clientInfo" })?.Timezone;
}

/// <summary>
/// A person or a bot; ids begin with <c>29:</c> and <c>28:</c>, and only the directory's id of a person is the same for every bot.
/// </summary>
public sealed record ChannelAccount
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? AadObjectId { get; init; }

    /// <summary>Set where only this one reads the message.</summary>
    public bool? IsTargeted { get; init; }
}

/// <summary>Where something was said.</summary>
public sealed record ConversationAccount
{
    public string? Id { get; init; }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }
}

/// <summary>Something in an activity's text, such as a mention, or beside it, such as the client's time zone.</summary>
public sealed record ActivityEntity
{
    public string? Type { get; init; }

    public string? Text { get; init; }

    public ChannelAccount? Mentioned { get; init; }

    public string? Timezone { get; init; }
}

/// <summary>What Teams alone adds to an activity.</summary>
public sealed record TeamsChannelData
{
    public NamedId? Tenant { get; init; }

    public NamedId? Team { get; init; }

    public NamedId? Channel { get; init; }

    public string? EventType { get; init; }

    public TeamsSettings? Settings { get; init; }
}

/// <summary>The channel that was picked for the bot.</summary>
public sealed record TeamsSettings(NamedId? SelectedChannel);

/// <summary>Anything that has an id and perhaps a name.</summary>
public sealed record NamedId(string? Id, string? Name);

/// <summary>Reads and writes the protocol by source generation.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(TeamsMember))]
[JsonSerializable(typeof(TeamsRoster))]
[JsonSerializable(typeof(ConnectorFault))]
[JsonSerializable(typeof(ConversationParameters))]
internal sealed partial class ActivityJson : JsonSerializerContext;
