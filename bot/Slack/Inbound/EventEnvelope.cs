using IntroBot.Slack.WebApi;

namespace IntroBot.Slack.Inbound;

/// <summary>The outside of an event; <see href="https://docs.slack.dev/apis/events-api"/>.</summary>
public sealed record EventEnvelope
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("challenge")]
    public string? Challenge { get; init; }

    [JsonPropertyName("team_id")]
    public string? TeamId { get; init; }

    [JsonPropertyName("event_id")]
    public string? EventId { get; init; }

    [JsonPropertyName("event_time")]
    public long? EventTime { get; init; }

    [JsonPropertyName("authorizations")]
    public ImmutableArray<EventAuthorization>? Authorizations { get; init; }

    [JsonPropertyName("event")]
    public JsonElement? Event { get; init; }

    /// <summary>The workspace in which the app is installed, which is not the speaker's in shared channels.</summary>
    [JsonPropertyName("installed_team")]
    public string? InstalledTeam => Authorizations is [{ TeamId: { } team }, ..] ? team : TeamId;

    /// <summary>The organization of that workspace, where it has several.</summary>
    [JsonIgnore]
    public string? Enterprise => Authorizations is [{ EnterpriseId: { } enterprise }, ..] ? enterprise : null;
}

/// <summary>For whom an event is delivered.</summary>
public sealed record EventAuthorization(
    [property: JsonPropertyName("team_id")] string? TeamId,
    [property: JsonPropertyName("enterprise_id")] string? EnterpriseId = null);

/// <summary>A message, a mention, or an opened home: events whose user is an id.</summary>
public sealed record SpokenEvent
{
    public string? Type { get; init; }

    public string? Subtype { get; init; }

    public string? User { get; init; }

    public string? Text { get; init; }

    public string? Channel { get; init; }

    public string? ChannelType { get; init; }

    /// <summary>The first message of the thread it was said in; null outside of threads.</summary>
    public string? ThreadTs { get; init; }

    public string? BotId { get; init; }

    public bool? Hidden { get; init; }

    public string? Tab { get; init; }

    public PayloadView? View { get; init; }
}

/// <summary>An event that carries a whole person.</summary>
public sealed record PersonEvent(SlackUser? User);

/// <summary>The event by which tokens end; the lists hold ids of users, not tokens.</summary>
public sealed record RevokedEvent(RevokedTokens? Tokens);

/// <summary>Whose tokens ended.</summary>
public sealed record RevokedTokens(ImmutableArray<string>? Bot);
