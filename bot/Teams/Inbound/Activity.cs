using IntroBot.Teams.Connector;

namespace IntroBot.Teams.Inbound;

/// <summary>
/// What Teams tells the bot, of which only the part that matters here is read: unknown fields are passed over, and a field that holds
/// something else than it should reads as missing, so that it makes nothing else unreadable. The protocol:
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

    [JsonConverter(typeof(LenientObject<ChannelAccount>))]
    public ChannelAccount? From { get; init; }

    [JsonConverter(typeof(LenientObject<ChannelAccount>))]
    public ChannelAccount? Recipient { get; init; }

    [JsonConverter(typeof(LenientObject<ConversationAccount>))]
    public ConversationAccount? Conversation { get; init; }

    public string? Text { get; init; }

    /// <summary><c>plain</c>, <c>markdown</c>, <c>xml</c> or <c>html</c>; plain where it is missing.</summary>
    public string? TextFormat { get; init; }

    public string? Locale { get; init; }

    /// <summary>An IANA name; missing where Teams does not know it.</summary>
    public string? LocalTimezone { get; init; }

    /// <summary>The message whose button was pressed.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>What an installation update is about.</summary>
    public string? Action { get; init; }

    public JsonElement? Value { get; init; }

    [JsonConverter(typeof(LenientList<ActivityEntity>))]
    public ImmutableArray<ActivityEntity> Entities { get => field.IsDefault ? [] : field; init; }

    /// <summary>The same words as HTML come with most messages, beside cards and files.</summary>
    [JsonConverter(typeof(LenientList<ActivityAttachment>))]
    public ImmutableArray<ActivityAttachment> Attachments { get => field.IsDefault ? [] : field; init; }

    [JsonConverter(typeof(LenientList<ChannelAccount>))]
    public ImmutableArray<ChannelAccount> MembersAdded { get => field.IsDefault ? [] : field; init; }

    [JsonConverter(typeof(LenientList<ChannelAccount>))]
    public ImmutableArray<ChannelAccount> MembersRemoved { get => field.IsDefault ? [] : field; init; }

    [JsonConverter(typeof(LenientObject<TeamsChannelData>))]
    public TeamsChannelData? ChannelData { get; init; }

    /// <summary>The tenant it happened in; nothing where Teams says two different things.</summary>
    [JsonIgnore]
    public string? Tenant => (Conversation?.TenantId, ChannelData?.Tenant?.Id) switch
    {
        ({ Length: > 0 } one, { Length: > 0 } other) when !string.Equals(one, other, StringComparison.OrdinalIgnoreCase) => null,
        ({ Length: > 0 } one, _) => one,
        var (_, other) => other,
    };

    /// <summary>What the conversation is to the bot.</summary>
    [JsonIgnore]
    internal ConversationKind Kind => ConversationKinds.Of(Conversation);

    /// <summary>Where the person's clock stands, by whichever of two fields tells it.</summary>
    [JsonIgnore]
    public string? TimeZone => LocalTimezone is { Length: > 0 } zone ? zone : Client?.Timezone;

    /// <summary>Which language the person reads, by whichever of two fields tells it.</summary>
    [JsonIgnore]
    public string? Language => Locale is { Length: > 0 } locale ? locale : Client?.Locale;

    private ActivityEntity? Client => Entities.FirstOrDefault(entity => entity.Type is "clientInfo");
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
    [JsonConverter(typeof(LenientFlag))]
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

    [JsonConverter(typeof(LenientObject<ChannelAccount>))]
    public ChannelAccount? Mentioned { get; init; }

    public string? Timezone { get; init; }

    public string? Locale { get; init; }
}

/// <summary>Something that comes with a message, of which only words are read.</summary>
public sealed record ActivityAttachment
{
    public string? ContentType { get; init; }

    public string? Content { get; init; }
}

/// <summary>What Teams alone adds to an activity.</summary>
public sealed record TeamsChannelData
{
    [JsonConverter(typeof(LenientObject<NamedId>))]
    public NamedId? Tenant { get; init; }

    [JsonConverter(typeof(LenientObject<NamedId>))]
    public NamedId? Team { get; init; }

    [JsonConverter(typeof(LenientObject<NamedId>))]
    public NamedId? Channel { get; init; }

    public string? EventType { get; init; }

    [JsonConverter(typeof(LenientObject<TeamsSettings>))]
    public TeamsSettings? Settings { get; init; }
}

/// <summary>The channel that was picked for the bot.</summary>
public sealed record TeamsSettings
{
    [JsonConverter(typeof(LenientObject<NamedId>))]
    public NamedId? SelectedChannel { get; init; }
}

/// <summary>Anything that has an id and perhaps a name.</summary>
public sealed record NamedId(string? Id, string? Name);

/// <summary>Reads and writes the protocol by source generation.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LenientText)])]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(TeamsMember))]
[JsonSerializable(typeof(TeamsRoster))]
[JsonSerializable(typeof(TeamChannels))]
[JsonSerializable(typeof(ConnectorFault))]
[JsonSerializable(typeof(ConversationParameters))]
internal sealed partial class ActivityJson : JsonSerializerContext;
