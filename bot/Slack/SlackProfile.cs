using IntroBot.Slack.WebApi;

namespace IntroBot.Slack;

/// <summary>What Slack said about a person, as it is kept.</summary>
internal sealed record SlackProfile(
    [property: JsonPropertyName("Id")] string Id,
    [property: JsonPropertyName("Name")] string Name,
    [property: JsonPropertyName("TimeZone")] string TimeZone,
    [property: JsonPropertyName("Language")] string Language,
    [property: JsonPropertyName("Standing")] MemberKind Kind,
    [property: JsonPropertyName("LooksAfter")] bool IsSteward,
    [property: JsonPropertyName("SeenAt")] DateTimeOffset SeenAt)
{
    /// <summary>Slack's own voice, which says of itself that it is no bot.</summary>
    public const string Slackbot = "USLACKBOT";

    private const int MaxNameLength = 80;

    /// <summary>What a person calls themselves, and others see and type; null for none, and in what a version before kept.</summary>
    [JsonPropertyName("DisplayName")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DisplayName { get; init; }

    /// <summary>Reads a user object; every field of it may be missing.</summary>
    public static SlackProfile Of(SlackUser user, string id, string team, DateTimeOffset now)
    {
        var zone = user.Tz ?? "";
        return new SlackProfile(
            id,
            VisibleText.Shorten(NameOf(user), MaxNameLength),
            TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : "UTC",
            user.Locale is { Length: >= 2 } locale ? locale[..2].ToLowerInvariant() : "en",
            KindOf(user, id, team),
            user.IsAdmin is true || user.IsOwner is true,
            now)
        {
            DisplayName = user.Profile?.DisplayName?.Trim() is { Length: > 0 } shown ? VisibleText.Shorten(shown, MaxNameLength) : null,
        };
    }

    /// <summary>An id of which the app may know no more than what it is to the workspace.</summary>
    public static SlackProfile Nobody(string id, MemberKind kind, DateTimeOffset now) =>
        new(id, "", "UTC", "en", kind, IsSteward: false, now);

    /// <summary>Unknown to Slack: cached for a moment, and no person that an event could be about.</summary>
    [JsonIgnore]
    public bool IsNobody => Name.Length == 0;

    /// <summary>What a person reads who may look in and not take part; null for everybody else.</summary>
    [JsonIgnore]
    public Card? WhyNot => Kind switch
    {
        MemberKind.Guest => GuestCards.Guest,
        MemberKind.Foreign => GuestCards.Visitor,
        MemberKind.Member or MemberKind.Bot or MemberKind.Gone => null,
    };

    public Person In(string team) => new(new PersonRef(SlackIds.Workspace(team), Id), Name, TimeZone, Language)
    {
        IsBot = Kind == MemberKind.Bot,
    };

    /// <summary>Somebody of whom Slack says nothing just now; the id is enough to mean them.</summary>
    public static Person Unnamed(string id, string team) => new(new PersonRef(SlackIds.Workspace(team), id), "Somebody", "UTC", "en")
    {
        IsBot = id == Slackbot,
    };

    public bool IsCalled(string name) => PersonName.AreSame(Name, name) || PersonName.AreSame(DisplayName ?? "", name);

    private static string NameOf(SlackUser user) =>
        new[] { user.Profile?.RealName, user.RealName, user.Profile?.DisplayName }
            .FirstOrDefault(name => !string.IsNullOrWhiteSpace(name))?.Trim() ?? "A colleague";

    /// <summary>Who may be introduced; <see href="https://docs.slack.dev/reference/objects/user-object"/>.</summary>
    private static MemberKind KindOf(SlackUser user, string id, string team) => user switch
    {
        { Deleted: true } => MemberKind.Gone,
        { IsBot: true } => MemberKind.Bot,
        _ when id == Slackbot => MemberKind.Bot,
        _ when user.IsFromElsewhere(team) => MemberKind.Foreign,
        { IsRestricted: true } or { IsUltraRestricted: true } or { IsInvitedUser: true } => MemberKind.Guest,
        _ => MemberKind.Member,
    };
}

/// <summary>What a person is to a workspace.</summary>
internal enum MemberKind
{
    Member = 0,

    /// <summary>Invited to some channels, or not yet arrived.</summary>
    Guest = 1,

    /// <summary>At home in another workspace.</summary>
    Foreign = 2,

    Bot = 3,

    /// <summary>Deactivated.</summary>
    Gone = 4,
}

[JsonSerializable(typeof(SlackProfile))]
internal sealed partial class SlackProfileJson : JsonSerializerContext;
