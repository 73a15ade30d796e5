namespace IntroBot.Tests.Slack.Double;

/// <summary>A person of a workspace, as an administrator made them and as their client shows the app to them.</summary>
internal sealed class FakeSlackPerson(FakeSlackWorkspace workspace, string id, string realName)
{
    public FakeSlackWorkspace Workspace { get; } = workspace;

    public string Id { get; } = id;

    /// <summary>The old user name, which nobody shows any more.</summary>
    public string Name { get; set; } = realName.ToLowerInvariant().Replace(' ', '.');

    public string RealName { get; set; } = realName;

    /// <summary>What they call themselves; may be empty.</summary>
    public string DisplayName { get; set; } = realName.Split(' ')[0];

    public string? TimeZone { get; set; } = "Europe/London";

    public string Locale { get; set; } = "en-GB";

    public string? Email { get; set; }

    /// <summary>The workspace they belong to, which is another one when they are here by a shared channel.</summary>
    public string TeamId { get; set; } = workspace.Id;

    public bool IsBot { get; set; }

    public bool IsDeleted { get; set; }

    /// <summary>A guest of several channels.</summary>
    public bool IsRestricted { get; set; }

    /// <summary>A guest of one channel.</summary>
    public bool IsUltraRestricted { get; set; }

    /// <summary>Somebody of elsewhere with whom no channel is shared.</summary>
    public bool IsStranger { get; set; }

    public bool IsInvited { get; set; }

    public bool IsAdmin { get; set; }

    public bool IsOwner { get; set; }

    /// <summary>Not to be seen by the app, as guests are who share no channel with it.</summary>
    public bool IsHidden { get; set; }

    /// <summary>The open modal, from its root to what is on top; three at most.</summary>
    public ImmutableList<FakeSlackView> Modals { get; internal set; } = [];

    /// <summary>The modal on top, if any is open.</summary>
    public FakeSlackView? Modal => Modals.Count > 0 ? Modals[^1] : null;

    /// <summary>What the last submission was refused with, by block.</summary>
    public IReadOnlyDictionary<string, string> ModalErrors { get; internal set; } = ImmutableDictionary<string, string>.Empty;

    public FakeSlackView? Home { get; internal set; }

    /// <summary>Messages only they see, oldest first.</summary>
    public ImmutableList<FakeSlackMessage> Ephemerals { get; internal set; } = [];

    /// <summary>Their conversation with the app; made when it is not there yet.</summary>
    public FakeSlackChannel Chat => Workspace.Conversation([this]);

    /// <summary>All workspaces of the organization they are a member of; none when the workspace is on its own.</summary>
    public IReadOnlyList<string> Teams { get; set; } = [];

    public bool IsForeign => TeamId != Workspace.Id && !Teams.Contains(Workspace.Id);

    public override string ToString() => $"{RealName} ({Id})";

    internal JsonObject Json(bool withLocale = false, bool withEmail = false)
    {
        var profile = new JsonObject
        {
            ["real_name"] = RealName,
            ["real_name_normalized"] = RealName,
            ["display_name"] = DisplayName,
            ["display_name_normalized"] = DisplayName,
            ["team"] = TeamId,
        };
        if (withEmail && Email is not null) profile["email"] = Email;
        var user = new JsonObject
        {
            ["id"] = Id,
            ["team_id"] = TeamId,
            ["name"] = Name,
            ["deleted"] = IsDeleted,
            ["real_name"] = RealName,
            ["profile"] = profile,
            ["is_bot"] = IsBot,
            ["updated"] = Workspace.Slack.Clock.GetUtcNow().ToUnixTimeSeconds(),
            ["is_app_user"] = false,
        };
        if (Teams.Count > 0)
            user["enterprise_user"] = new JsonObject
            {
                ["id"] = Id,
                ["enterprise_id"] = FakeSlackWorkspace.Enterprise,
                ["teams"] = new JsonArray([.. Teams.Select(team => JsonValue.Create(team))]),
            };
        if (IsForeign) user["is_stranger"] = IsStranger;
        if (IsInvited) user["is_invited_user"] = true;
        if (IsDeleted) return user;
        user["is_admin"] = IsAdmin;
        user["is_owner"] = IsOwner;
        user["is_primary_owner"] = false;
        user["is_restricted"] = IsRestricted;
        user["is_ultra_restricted"] = IsUltraRestricted;
        if (TimeZone is not null) AddTimeZone(user, TimeZone);
        if (withLocale && !IsForeign) user["locale"] = Locale;
        return user;
    }

    private void AddTimeZone(JsonObject user, string timeZone)
    {
        user["tz"] = timeZone;
        user["tz_label"] = timeZone;
        user["tz_offset"] = (int)TimeZoneInfo.FindSystemTimeZoneById(timeZone).GetUtcOffset(Workspace.Slack.Clock.GetUtcNow()).TotalSeconds;
    }
}
