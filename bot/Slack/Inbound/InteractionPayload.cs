namespace IntroBot.Slack.Inbound;

/// <summary>A slash command; <see href="https://docs.slack.dev/interactivity/implementing-slash-commands"/>.</summary>
public sealed record SlashCommand
{
    [JsonPropertyName("team_id")]
    public string? TeamId { get; init; }

    /// <summary>The organization, where it has several workspaces.</summary>
    [JsonPropertyName("enterprise_id")]
    public string? EnterpriseId { get; init; }

    [JsonPropertyName("channel_id")]
    public string? ChannelId { get; init; }

    [JsonPropertyName("user_id")]
    public string? UserId { get; init; }

    [JsonPropertyName("command")]
    public string? Command { get; init; }

    [JsonPropertyName("text")]
    public string? Text { get; init; }

    [JsonPropertyName("response_url")]
    public string? ResponseUrl { get; init; }

    [JsonPropertyName("trigger_id")]
    public string? TriggerId { get; init; }
}

/// <summary>
/// A click, a form sent in or words typed in a menu; <see href="https://docs.slack.dev/reference/interaction-payloads"/>.
/// </summary>
public sealed record InteractionPayload
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("team")]
    public NamedId? Team { get; init; }

    /// <summary>The organization, where it has several workspaces.</summary>
    [JsonPropertyName("enterprise")]
    public NamedId? Enterprise { get; init; }

    [JsonPropertyName("user")]
    public ActingUser? User { get; init; }

    [JsonPropertyName("trigger_id")]
    public string? TriggerId { get; init; }

    [JsonPropertyName("response_url")]
    public string? ResponseUrl { get; init; }

    [JsonPropertyName("callback_id")]
    public string? CallbackId { get; init; }

    [JsonPropertyName("container")]
    public PayloadContainer? Container { get; init; }

    [JsonPropertyName("channel")]
    public NamedId? Channel { get; init; }

    [JsonPropertyName("view")]
    public PayloadView? View { get; init; }

    [JsonPropertyName("state")]
    public PayloadState? State { get; init; }

    [JsonPropertyName("actions")]
    public ImmutableArray<PayloadAction>? Actions { get; init; }

    /// <summary>The input whose menu is typed in.</summary>
    [JsonPropertyName("block_id")]
    public string? BlockId { get; init; }

    /// <summary>The words typed in a menu so far.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; init; }

    /// <summary>
    /// The workspace in which the app is installed: of a view before that of the person, who may be a guest from elsewhere.
    /// </summary>
    [JsonPropertyName("installed_team")]
    public string? InstalledTeam => View?.AppInstalledTeamId ?? Team?.Id ?? User?.TeamId;
}

/// <summary>Anything that has an id.</summary>
public sealed record NamedId([property: JsonPropertyName("id")] string? Id);

/// <summary>Who acted, and from which workspace.</summary>
public sealed record ActingUser(
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("team_id")] string? TeamId);

/// <summary>What held the button that was pressed.</summary>
public sealed record PayloadContainer
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("channel_id")]
    public string? ChannelId { get; init; }

    [JsonPropertyName("is_ephemeral")]
    public bool? IsEphemeral { get; init; }

    /// <summary>The first message of the thread it stands in.</summary>
    [JsonPropertyName("thread_ts")]
    public string? ThreadTs { get; init; }
}

/// <summary>The view that was sent in, or that held the button.</summary>
public sealed record PayloadView
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("callback_id")]
    public string? CallbackId { get; init; }

    [JsonPropertyName("private_metadata")]
    public string? PrivateMetadata { get; init; }

    [JsonPropertyName("hash")]
    public string? Hash { get; init; }

    [JsonPropertyName("app_installed_team_id")]
    public string? AppInstalledTeamId { get; init; }

    [JsonPropertyName("state")]
    public PayloadState? State { get; init; }
}

/// <summary>What all inputs hold, by block and action.</summary>
public sealed record PayloadState([property: JsonPropertyName("values")] JsonElement? Values);

/// <summary>One button pressed.</summary>
public sealed record PayloadAction(
    [property: JsonPropertyName("action_id")] string? ActionId,
    [property: JsonPropertyName("value")] string? Value,
    [property: JsonPropertyName("type")] string? Type);
