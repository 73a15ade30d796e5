namespace IntroBot.Tests.Teams.Double;

/// <summary>Where people and the bot can meet.</summary>
internal enum FakeTeamsConversationKind
{
    Personal,

    /// <summary>A chat of two people, which Teams also calls personal: no bot is in it, but message extensions work there.</summary>
    BetweenPeople,
    GroupChat,
    Channel,
}

/// <summary>A conversation, with every message in it that was not deleted.</summary>
internal sealed class FakeTeamsConversation(
    FakeTeamsTenant tenant, string id, FakeTeamsConversationKind kind, string name, ImmutableList<FakeTeamsPerson> members)
{
    public FakeTeamsTenant Tenant { get; } = tenant;

    public string Id { get; } = id;

    public FakeTeamsConversationKind Kind { get; } = kind;

    public string Name { get; } = name;

    /// <summary>The team of a channel; a team goes by the id of its general channel.</summary>
    public FakeTeamsConversation Team { get => field ?? this; init; }

    public ImmutableList<FakeTeamsPerson> Members { get; internal set; } = members;

    /// <summary>Whether the bot may speak here.</summary>
    public bool HasBot { get; internal set; }

    /// <summary>Whether it is not there any more; for a chat with a person another is made.</summary>
    public bool IsGone { get; set; }

    public ImmutableList<FakeTeamsMessage> Messages { get; internal set; } = [];

    /// <summary>When the bot spoke here, oldest first.</summary>
    internal ImmutableList<DateTimeOffset> Spoken { get; set; } = [];

    public FakeTeamsMessage Last => Messages[^1];

    /// <summary>The word by which activities call the kind.</summary>
    public string Type => Kind switch
    {
        FakeTeamsConversationKind.Personal or FakeTeamsConversationKind.BetweenPeople => "personal",
        FakeTeamsConversationKind.GroupChat => "groupChat",
        _ => "channel",
    };
}

/// <summary>A message of the bot's.</summary>
internal sealed class FakeTeamsMessage(FakeTeamsConversation conversation, string id, string token)
{
    public FakeTeamsConversation Conversation { get; } = conversation;

    public string Id { get; } = id;

    public string Summary { get; internal set; } = "";

    /// <summary>The only person who sees it, when it is targeted.</summary>
    public FakeTeamsPerson? OnlyFor { get; init; }

    public JsonObject Card { get; internal set; } = [];

    /// <summary>The card that it began with.</summary>
    public JsonObject FirstCard { get; internal set; } = [];

    /// <summary>The token of whoever said it.</summary>
    public string Token { get; } = token;

    /// <summary>How often it was changed.</summary>
    public int Changes { get; internal set; }

    /// <summary>The titles of its buttons, in order.</summary>
    public IEnumerable<string> Buttons => FakeTeamsCards.Actions(Card).Select(action => action["title"]?.GetValue<string>() ?? "");

    public override string ToString() => $"{Summary}\n{Card.ToJsonString()}";
}
