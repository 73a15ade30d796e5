namespace IntroBot.Slack.Install;

/// <summary>
/// An installation as it is kept; both tokens are protected before they come here. A record whose <see cref="EndedAt"/> is set has none.
/// </summary>
internal sealed record InstallationRecord(
    [property: JsonPropertyName("Team")] string Team,
    [property: JsonPropertyName("TeamName")] string TeamName,
    [property: JsonPropertyName("BotUser")] string BotUser,
    [property: JsonPropertyName("Scopes")] string Scopes,
    [property: JsonPropertyName("ProtectedToken")] string ProtectedToken,
    [property: JsonPropertyName("ProtectedRefresh")] string? ProtectedRefresh,
    [property: JsonPropertyName("ExpiresAt")] DateTimeOffset? ExpiresAt,
    [property: JsonPropertyName("InstalledAt")] DateTimeOffset InstalledAt)
{
    [JsonPropertyName("EndedAt")]
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The same installation without anything that could speak in its name.</summary>
    public InstallationRecord Ended(DateTimeOffset now) =>
        this with { ProtectedToken = "", ProtectedRefresh = null, ExpiresAt = null, EndedAt = now };
}

[JsonSerializable(typeof(InstallationRecord))]
internal sealed partial class InstallationJson : JsonSerializerContext;
