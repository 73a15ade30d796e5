namespace IntroBot.Tests.Slack.Double;

internal enum FakeSlackChannelKind { Public, Private, Direct, Group }

/// <summary>A conversation of a workspace.</summary>
internal sealed class FakeSlackChannel(FakeSlackWorkspace workspace, string id, string name, FakeSlackChannelKind kind)
{
    public FakeSlackWorkspace Workspace { get; } = workspace;

    public string Id { get; } = id;

    public string Name { get; } = name;

    public FakeSlackChannelKind Kind { get; } = kind;

    public bool IsArchived { get; set; }

    /// <summary>Shared with another organisation by Slack Connect.</summary>
    public bool IsExtShared { get; set; }

    /// <summary>People and bots in it, in the order they came.</summary>
    public ImmutableList<FakeSlackPerson> Members { get; internal set; } = [];

    /// <summary>What stands in it, oldest first.</summary>
    public ImmutableList<FakeSlackMessage> Messages { get; internal set; } = [];

    internal DateTimeOffset? PostedAt { get; set; }

    /// <summary>The newest message.</summary>
    public FakeSlackMessage Last => Messages[^1];

    public bool HasBot => Members.Contains(Workspace.Bot);

    /// <summary>Whether the app can know of it: only public ones show themselves to those who are not in them.</summary>
    internal bool IsVisible => HasBot || Kind == FakeSlackChannelKind.Public;

    internal string ScopeFor(string right) => Kind switch
    {
        FakeSlackChannelKind.Public => $"channels:{right}",
        FakeSlackChannelKind.Private => $"groups:{right}",
        FakeSlackChannelKind.Direct => $"im:{right}",
        _ => $"mpim:{right}",
    };

    public void Add(FakeSlackPerson member) => Members = Members.Contains(member) ? Members : Members.Add(member);

    public void Remove(FakeSlackPerson member) => Members = Members.Remove(member);

    internal FakeSlackMessage? Find(string ts) => Messages.Find(message => message.Ts == ts);

    internal FakeSlackMessage Add(FakeSlackMessage message)
    {
        Messages = Messages.Add(message);
        return message;
    }

    /// <summary>The name in commands, where only channels have one.</summary>
    internal string CommandName => Kind switch
    {
        FakeSlackChannelKind.Direct => "directmessage",
        FakeSlackChannelKind.Public => Name,
        _ => "privategroup",
    };

    internal JsonObject Json(bool withCount = false)
    {
        var channel = new JsonObject
        {
            ["id"] = Id,
            ["created"] = 1700000000,
            ["is_im"] = Kind == FakeSlackChannelKind.Direct,
            ["is_org_shared"] = false,
            ["is_ext_shared"] = IsExtShared,
            ["is_shared"] = IsExtShared,
            ["is_archived"] = IsArchived,
            ["context_team_id"] = Workspace.Id,
        };
        if (Kind == FakeSlackChannelKind.Direct)
        {
            channel["user"] = Members.First(member => member != Workspace.Bot).Id;
            return channel;
        }
        channel["name"] = Name;
        channel["is_channel"] = Kind == FakeSlackChannelKind.Public;
        channel["is_group"] = Kind == FakeSlackChannelKind.Private;
        channel["is_mpim"] = Kind == FakeSlackChannelKind.Group;
        channel["is_private"] = Kind != FakeSlackChannelKind.Public;
        channel["is_member"] = HasBot;
        if (withCount) channel["num_members"] = Members.Count;
        return channel;
    }
}
