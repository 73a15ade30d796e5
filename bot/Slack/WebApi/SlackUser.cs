namespace IntroBot.Slack.WebApi;

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
