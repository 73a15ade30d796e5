using System.Collections.Immutable;
using System.Text.Json;

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
