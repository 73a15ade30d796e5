using System.Text.Json.Serialization;

namespace IntroBot.Slack;

/// <summary>
/// An installation as it is kept; both tokens are protected before they come here. A record whose <see cref="EndedAt"/> is set has none.
/// </summary>
internal sealed record InstallationRecord(
    string Team, string TeamName, string BotUser, string Scopes, string ProtectedToken,
    string? ProtectedRefresh, DateTimeOffset? ExpiresAt, DateTimeOffset InstalledAt)
{
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The same installation without anything that could speak in its name.</summary>
    public InstallationRecord Ended(DateTimeOffset now) =>
        this with { ProtectedToken = "", ProtectedRefresh = null, ExpiresAt = null, EndedAt = now };
}

[JsonSerializable(typeof(InstallationRecord))]
internal sealed partial class InstallationJson : JsonSerializerContext;
