using System.Security.Cryptography;

namespace IntroBot.Slack;

/// <summary>Slack's ids as the stories know them, and back; text of another form is no id.</summary>
internal static partial class SlackIds
{
    private const string Prefix = "slack.";

    public static WorkspaceId Workspace(string team) => new($"{Prefix}{team}");

    public static bool IsSlack(WorkspaceId workspace) => workspace.Value.StartsWith(Prefix, StringComparison.Ordinal);

    public static string Team(WorkspaceId workspace) => workspace.Value[Prefix.Length..];

    public static bool IsTeam(string? id) => id is not null && TeamId().IsMatch(id);

    public static bool IsPerson(string? id) => id is not null && PersonId().IsMatch(id);

    public static bool IsChannel(string? id) => id is not null && ChannelId().IsMatch(id);

    /// <summary>A timestamp that names a message; null for any other text.</summary>
    public static string? Ts(string? ts) => ts is not null && Timestamp().IsMatch(ts) ? ts : null;

    /// <summary>An id of Slack's as a key of ours, whatever stands in it.</summary>
    public static string KeyOf(string id) => id.Length <= 60 && id.All(char.IsAsciiLetterOrDigit)
        ? id
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];

    [GeneratedRegex(@"^T[A-Z0-9]{1,30}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TeamId();

    [GeneratedRegex(@"^[UW][A-Z0-9]{1,30}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PersonId();

    [GeneratedRegex(@"^[CDG][A-Z0-9]{1,30}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ChannelId();

    [GeneratedRegex(@"^[0-9]{1,16}\.[0-9]{1,9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Timestamp();
}
