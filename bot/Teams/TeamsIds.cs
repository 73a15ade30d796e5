namespace IntroBot.Teams;

/// <summary>Teams' ids as the stories know them, and back: a tenant and a person are known by what the directory calls them.</summary>
internal static partial class TeamsIds
{
    private const string Prefix = "teams.";

    private const int MaxId = 512;

    public static WorkspaceId Workspace(string tenant) => new($"{Prefix}{tenant.ToLowerInvariant()}");

    public static bool IsTeams(WorkspaceId workspace) => workspace.Value.StartsWith(Prefix, StringComparison.Ordinal);

    public static string Tenant(WorkspaceId workspace) => workspace.Value[Prefix.Length..];

    public static bool IsTenant(string? id) => Guid.TryParseExact(id, "D", out _);

    /// <summary>The directory's id of a person, in the one spelling in which it is kept; null when it is none.</summary>
    public static string? Person(string? id) => Guid.TryParseExact(id, "D", out var person) ? person.ToString("D") : null;

    /// <summary>Whether it can be an id of a conversation or of a member; what leads elsewhere in an address is none.</summary>
    public static bool IsId(string? id) => id is { Length: > 0 and <= MaxId } && Id().IsMatch(id);

    /// <summary>A channel without the thread that an id of a conversation in it may bear.</summary>
    public static string WithoutThread(string conversation) => conversation.Split(';')[0];

    [GeneratedRegex(@"^[0-9A-Za-z][0-9A-Za-z:@;=_.+\-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
