using System.Collections.Frozen;
using IntroBot.Teams.Connector;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams;

/// <summary>What Teams said about a person, as it is kept; <see cref="Member"/> is the id by which the bot reaches them.</summary>
internal sealed record TeamsProfile(
    [property: JsonPropertyName("Id")] string Id,
    [property: JsonPropertyName("Member")] string Member,
    [property: JsonPropertyName("Name")] string Name,
    [property: JsonPropertyName("SignInName")] string? SignInName,
    [property: JsonPropertyName("TimeZone")] string TimeZone,
    [property: JsonPropertyName("Language")] string Language,
    [property: JsonPropertyName("Standing")] MemberKind Kind,
    [property: JsonPropertyName("SeenAt")] DateTimeOffset SeenAt)
{
    private const int MaxNameLength = 80;

    /// <summary>Stands in the sign-in name of whoever was invited from outside.</summary>
    private const string External = "#EXT#";

    private static readonly FrozenSet<string> Outside = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "guest", "anonymous");

    /// <summary>
    /// Reads a member; name, zone and language may be missing, and what an activity tells of the last two is passed along.
    /// </summary>
    public static TeamsProfile Of(TeamsMember member, string id, string tenant, string? timeZone, string? locale, DateTimeOffset now) =>
        new(
            id,
            member.Id ?? "",
            VisibleText.Shorten(string.IsNullOrWhiteSpace(member.Name) ? "A colleague" : member.Name.Trim(), MaxNameLength),
            member.UserPrincipalName,
            ZoneOf(timeZone) ?? "UTC",
            LanguageOf(locale) ?? "en",
            KindOf(member, tenant),
            now);

    /// <summary>The same person with what the newest activity tells about clock and language.</summary>
    public TeamsProfile Seen(string? timeZone, string? locale) =>
        this with { TimeZone = ZoneOf(timeZone) ?? TimeZone, Language = LanguageOf(locale) ?? Language };

    public Person In(string tenant) => new(new PersonRef(TeamsIds.Workspace(tenant), Id), Name, TimeZone, Language);

    private static string? ZoneOf(string? zone) => zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : null;

    private static string? LanguageOf(string? locale) =>
        locale is { Length: >= 2 } && char.IsAsciiLetter(locale[0]) && char.IsAsciiLetter(locale[1])
            ? locale[..2].ToLowerInvariant()
            : null;

    /// <summary>The role is spelt in several ways, and may be missing; then the sign-in name tells of a guest.</summary>
    private static MemberKind KindOf(TeamsMember member, string tenant) => member switch
    {
        { UserRole: { } role } when Outside.Contains(role.Trim()) => MemberKind.Guest,
        { UserPrincipalName: { } name } when name.Contains(External, StringComparison.OrdinalIgnoreCase) => MemberKind.Guest,
        { TenantId: { Length: > 0 } home } when !string.Equals(home, tenant, StringComparison.OrdinalIgnoreCase) => MemberKind.Foreign,
        _ => MemberKind.Member,
    };
}

/// <summary>What a person is to a tenant.</summary>
internal enum MemberKind
{
    Member = 0,

    /// <summary>Invited from outside.</summary>
    Guest = 1,

    /// <summary>At home in another tenant.</summary>
    Foreign = 2,
}

[JsonSerializable(typeof(TeamsProfile))]
[JsonSerializable(typeof(ConversationReference))]
internal sealed partial class TeamsProfileJson : JsonSerializerContext;
