namespace IntroBot.Slack.WebApi;

/// <summary>A person as Slack describes them; <see href="https://docs.slack.dev/reference/objects/user-object"/>.</summary>
public sealed record SlackUser
{
    public string? Id { get; init; }

    public string? TeamId { get; init; }

    /// <summary>The workspaces of an organization that a person belongs to, where they are told beside the person.</summary>
    public ImmutableArray<string>? Teams { get; init; }

    public SlackEnterpriseUser? EnterpriseUser { get; init; }

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

    /// <summary>Whether the workspaces of the person are told, and not only one of them.</summary>
    [JsonIgnore]
    public bool TellsTeams => AllTeams.Length > 0;

    /// <summary>
    /// Whether a person is at home elsewhere. On Enterprise Grid <c>team_id</c> is one of several workspaces, or the organization; the list
    /// of workspaces decides wherever there is one: <see href="https://docs.slack.dev/enterprise/developing-for-enterprise-orgs"/>.
    /// </summary>
    public bool IsFromElsewhere(string team) =>
        TellsTeams ? !AllTeams.Contains(team) : IsStranger is true || (!string.IsNullOrEmpty(TeamId) && TeamId != team);

    private ImmutableArray<string> AllTeams =>
        EnterpriseUser?.Teams is { IsDefaultOrEmpty: false } all ? all : Teams is { IsDefaultOrEmpty: false } told ? told : [];
}

/// <summary>A person of an organization with several workspaces (Enterprise Grid).</summary>
public sealed record SlackEnterpriseUser(ImmutableArray<string>? Teams);

/// <summary>The part of a person that they write themselves.</summary>
public sealed record SlackUserProfile(string? RealName, string? DisplayName);
