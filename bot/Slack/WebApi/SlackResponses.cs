using IntroBot.Slack.Inbound;

namespace IntroBot.Slack.WebApi;

/// <summary>What every answer of the Web API has.</summary>
internal record SlackResponse
{
    public bool Ok { get; init; }

    public string? Error { get; init; }

    public ResponseMetadata? ResponseMetadata { get; init; }
}

/// <summary>What Slack says beside an error: sentences such as <c>[ERROR] must be less than 151 characters</c>.</summary>
internal sealed record ResponseMetadata(ImmutableArray<string?>? Messages);

/// <summary>A message that was posted or changed.</summary>
internal sealed record MessageResponse(string? Channel, string? Ts) : SlackResponse;

/// <summary>A conversation that was opened.</summary>
internal sealed record ConversationResponse(NamedId? Channel) : SlackResponse;

/// <summary>One person.</summary>
internal sealed record UserResponse(SlackUser? User) : SlackResponse;

/// <summary>A view that was opened, changed or published.</summary>
internal sealed record ViewResponse(PayloadView? View) : SlackResponse;

/// <summary>Whose token it is.</summary>
internal sealed record AuthResponse(string? TeamId, string? Team, string? UserId, string? BotId) : SlackResponse;

/// <summary>A token with the workspace it is for; <c>expires_in</c> in seconds and a refresh token where tokens rotate.</summary>
internal sealed record OAuthResponse : SlackResponse
{
    public string? AccessToken { get; init; }

    public string? RefreshToken { get; init; }

    public int? ExpiresIn { get; init; }

    public string? Scope { get; init; }

    public string? BotUserId { get; init; }

    public bool? IsEnterpriseInstall { get; init; }

    public NamedTeam? Team { get; init; }

    public NamedId? AuthedUser { get; init; }
}

/// <summary>A workspace and what people call it.</summary>
internal sealed record NamedTeam(string? Id, string? Name);

/// <summary>Where a socket opens, once.</summary>
internal sealed record ConnectionResponse(string? Url) : SlackResponse;

/// <summary>The newest messages of a conversation.</summary>
internal sealed record HistoryResponse(ImmutableArray<PastMessage>? Messages) : SlackResponse;

/// <summary>A message of the past, with the marker it was sent with.</summary>
internal sealed record PastMessage(string? Ts, PastMetadata? Metadata);

/// <summary>A marker as it comes back; other apps put into theirs what they like.</summary>
internal sealed record PastMetadata(string? EventType, JsonElement? EventPayload);

/// <summary>
/// A marker on a message, readable by every app of the workspace: ids of ours and nothing else;
/// <see href="https://docs.slack.dev/messaging/message-metadata"/>.
/// </summary>
internal sealed record MessageMetadata(
    [property: JsonPropertyName("event_type")] string? EventType,
    [property: JsonPropertyName("event_payload")] MarkerPayload? EventPayload);

/// <summary>The id of the message in our own outbox.</summary>
internal sealed record MarkerPayload([property: JsonPropertyName("key")] string? Key);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SlackResponse))]
[JsonSerializable(typeof(MessageResponse))]
[JsonSerializable(typeof(ConversationResponse))]
[JsonSerializable(typeof(UserResponse))]
[JsonSerializable(typeof(ViewResponse))]
[JsonSerializable(typeof(AuthResponse))]
[JsonSerializable(typeof(HistoryResponse))]
[JsonSerializable(typeof(OAuthResponse))]
[JsonSerializable(typeof(ConnectionResponse))]
[JsonSerializable(typeof(MessageMetadata))]
internal sealed partial class SlackApiJson : JsonSerializerContext;
