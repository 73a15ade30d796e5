namespace IntroBot.Tests.Teams.Double;

/// <summary>A person of a tenant, as the directory knows them and as their client shows the bot to them.</summary>
internal sealed class FakeTeamsPerson(FakeTeamsTenant tenant, string name)
{
    public FakeTeamsTenant Tenant { get; } = tenant;

    /// <summary>What the directory calls them.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("D");

    /// <summary>What this bot calls them.</summary>
    public string Account { get; } = $"29:1{Guid.NewGuid():N}";

    public string Name { get; set; } = name;

    public string SignInName { get; set; } = $"{name.ToLowerInvariant().Replace(' ', '.')}@{tenant.Name.ToLowerInvariant()}.example";

    public string? TimeZone { get; set; } = "Europe/London";

    public string? Locale { get; set; } = "en-GB";

    public string Role { get; set; } = "user";

    /// <summary>The tenant they belong to, which is another one when they are here by a shared channel.</summary>
    public string HomeTenant { get; set; } = tenant.Id;

    /// <summary>Whether they blocked the bot, or may not be written to.</summary>
    public bool IsBlocking { get; set; }

    /// <summary>Their conversation with the bot.</summary>
    public FakeTeamsConversation Chat => Tenant.ChatOf(this);

    /// <summary>Short words below cards, oldest first.</summary>
    public ImmutableList<string> Words { get; internal set; } = [];

    /// <summary>What their last answer put in the place of a card, for their eyes alone.</summary>
    public JsonObject? Shown { get; internal set; }

    /// <summary>The message in whose place it stands.</summary>
    public FakeTeamsMessage? ShownOn { get; internal set; }

    /// <summary>The dialog that is open, if any: its title and its card.</summary>
    public (string Title, JsonObject Card)? Dialog { get; internal set; }

    /// <summary>Messages only they see.</summary>
    public IEnumerable<FakeTeamsMessage> Private =>
        Tenant.Conversations.SelectMany(conversation => conversation.Messages).Where(message => message.OnlyFor == this);

    public override string ToString() => Name;

    internal JsonObject Json() => new()
    {
        ["id"] = Account,
        ["name"] = Name,
        ["objectId"] = Id,
        ["userPrincipalName"] = SignInName,
        ["tenantId"] = HomeTenant,
        ["userRole"] = Role,
    };
}
