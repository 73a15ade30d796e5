using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntroBot.Slack;

/// <summary>A slash command; <see href="https://docs.slack.dev/interactivity/implementing-slash-commands"/>.</summary>
public sealed record SlashCommand
{
    public string? TeamId { get; init; }

    public string? ChannelId { get; init; }

    public string? UserId { get; init; }

    public string? Command { get; init; }

    public string? Text { get; init; }

    public string? ResponseUrl { get; init; }

    public string? TriggerId { get; init; }
}

/// <summary>
/// A click, a form sent in or words typed in a menu; <see href="https://docs.slack.dev/reference/interaction-payloads"/>.
/// </summary>
public sealed record InteractionPayload
{
    public string? Type { get; init; }

    public NamedId? Team { get; init; }

    public ActingUser? User { get; init; }

    public string? TriggerId { get; init; }

    public string? ResponseUrl { get; init; }

    public string? CallbackId { get; init; }

    public PayloadContainer? Container { get; init; }

    public NamedId? Channel { get; init; }

    public PayloadView? View { get; init; }

    public PayloadState? State { get; init; }

    public ImmutableArray<PayloadAction>? Actions { get; init; }

    /// <summary>The input in whose menu somebody types.</summary>
    public string? BlockId { get; init; }

    /// <summary>The words typed in a menu so far.</summary>
    public string? Value { get; init; }

    /// <summary>
    /// The workspace in which the app is installed: of a view before that of the person, who may be a guest from elsewhere.
    /// </summary>
    public string? InstalledTeam => View?.AppInstalledTeamId ?? Team?.Id ?? User?.TeamId;
}

/// <summary>Anything that has an id.</summary>
public sealed record NamedId(string? Id);

/// <summary>Who acted, and from which workspace.</summary>
public sealed record ActingUser(string? Id, string? TeamId);

/// <summary>What held the button that was pressed.</summary>
public sealed record PayloadContainer
{
    public string? Type { get; init; }

    public string? ChannelId { get; init; }

    public bool? IsEphemeral { get; init; }
}

/// <summary>The view that was sent in, or that held the button.</summary>
public sealed record PayloadView
{
    public string? Id { get; init; }

    public string? Type { get; init; }

    public string? CallbackId { get; init; }

    public string? PrivateMetadata { get; init; }

    public string? Hash { get; init; }

    public string? AppInstalledTeamId { get; init; }

    public PayloadState? State { get; init; }
}

/// <summary>What all inputs hold, by block and action.</summary>
public sealed record PayloadState(JsonElement? Values);

/// <summary>One button pressed.</summary>
public sealed record PayloadAction(string? ActionId, string? Value, string? Type);

/// <summary>The outside of an event; <see href="https://docs.slack.dev/apis/events-api"/>.</summary>
public sealed record EventEnvelope
{
    public string? Type { get; init; }

    public string? Challenge { get; init; }

    public string? TeamId { get; init; }

    public string? EventId { get; init; }

    public long? EventTime { get; init; }

    public ImmutableArray<EventAuthorization>? Authorizations { get; init; }

    public JsonElement? Event { get; init; }

    /// <summary>The workspace in which the app is installed, which is not the speaker's in shared channels.</summary>
    public string? InstalledTeam => Authorizations is [{ TeamId: { } team }, ..] ? team : TeamId;
}

/// <summary>For whom an event is delivered.</summary>
public sealed record EventAuthorization(string? TeamId);

/// <summary>A message, a mention, or an opened home: events whose user is an id.</summary>
public sealed record SpokenEvent
{
    public string? Type { get; init; }

    public string? Subtype { get; init; }

    public string? User { get; init; }

    public string? Text { get; init; }

    public string? Channel { get; init; }

    public string? ChannelType { get; init; }

    public string? BotId { get; init; }

    public bool? Hidden { get; init; }

    /// <summary>The workspace of the speaker, where it is told.</summary>
    public string? Team { get; init; }

    public string? UserTeam { get; init; }

    public string? Tab { get; init; }

    public PayloadView? View { get; init; }
}

/// <summary>An event that carries a whole person.</summary>
public sealed record PersonEvent(SlackUser? User);

/// <summary>The event by which tokens end; the lists hold ids of users, not tokens.</summary>
public sealed record RevokedEvent(RevokedTokens? Tokens);

/// <summary>Whose tokens ended.</summary>
public sealed record RevokedTokens(ImmutableArray<string>? Bot);

/// <summary>A person as Slack describes them; <see href="https://docs.slack.dev/reference/objects/user-object"/>.</summary>
public sealed record SlackUser
{
    public string? Id { get; init; }

    public string? TeamId { get; init; }

    public bool? Deleted { get; init; }

    public string? RealName { get; init; }

    public string? Tz { get; init; }

    public string? Locale { get; init; }

    public bool? IsBot { get; init; }

    public bool? IsAdmin { get; init; }

    public bool? IsOwner { get; init; }

    public bool? IsRestricted { get; init; }

    public bool? IsUltraRestricted { get; init; }

    public bool? IsStranger { get; init; }

    public bool? IsInvitedUser { get; init; }

    public SlackUserProfile? Profile { get; init; }
}

/// <summary>The part of a person that they write themselves.</summary>
public sealed record SlackUserProfile(string? RealName, string? DisplayName);

/// <summary>Reads and writes what Slack sends and takes, by source generation; unknown fields are passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InteractionPayload))]
[JsonSerializable(typeof(EventEnvelope))]
[JsonSerializable(typeof(SpokenEvent))]
[JsonSerializable(typeof(PersonEvent))]
[JsonSerializable(typeof(RevokedEvent))]
[JsonSerializable(typeof(SlashCommand))]
[JsonSerializable(typeof(WaitingRequest))]
internal sealed partial class SlackPayloadJson : JsonSerializerContext;
