namespace IntroBot.Tests.Slack.Double;

/// <summary>A workspace: its people, its conversations, and the tokens the app was given for it. Nothing of it shows in another.</summary>
internal sealed class FakeSlackWorkspace
{
    public FakeSlackWorkspace(FakeSlack slack, string id, string name)
    {
        Slack = slack;
        Id = id;
        Name = name;
        BotId = slack.NextId("B");
        Bot = new FakeSlackPerson(this, slack.NextId("U"), "IntroBot") { IsBot = true, Name = "introbot" };
        // Slack's own bot says of itself that it is none.
        Slackbot = new FakeSlackPerson(this, "USLACKBOT", "Slackbot") { TimeZone = null };
        People = [Slackbot, Bot];
    }

    /// <summary>The one organization that workspaces may belong to.</summary>
    public const string Enterprise = "E0001";

    public FakeSlack Slack { get; }

    public string Id { get; }

    public string Name { get; }

    public string Domain => Name.ToLowerInvariant().Replace(' ', '-');

    /// <summary>The app as a member.</summary>
    public FakeSlackPerson Bot { get; }

    public string BotId { get; }

    public FakeSlackPerson Slackbot { get; }

    public bool IsInstalled { get; internal set; }

    public ImmutableList<FakeSlackPerson> People { get; private set; }

    public ImmutableList<FakeSlackChannel> Channels { get; private set; } = [];

    /// <summary>Every token ever given out, oldest first.</summary>
    public ImmutableList<FakeSlackToken> Tokens { get; internal set; } = [];

    /// <summary>The newest bot token.</summary>
    public string Token => Tokens[^1].Value;

    internal IEnumerable<FakeSlackView> Views =>
        People.SelectMany(person => person.Home is { } home ? person.Modals.Add(home) : person.Modals);

    public FakeSlackPerson AddPerson(string realName, Action<FakeSlackPerson>? but = null, string? id = null)
    {
        var person = new FakeSlackPerson(this, id ?? Slack.NextId("U"), realName);
        but?.Invoke(person);
        lock (Slack.Gate) People = People.Add(person);
        return person;
    }

    /// <summary>A public channel; the app is in it only when it is named.</summary>
    public FakeSlackChannel AddChannel(string name, params FakeSlackPerson[] members) => Add(FakeSlackChannelKind.Public, name, members);

    public FakeSlackChannel AddPrivateChannel(string name, params FakeSlackPerson[] members) =>
        Add(FakeSlackChannelKind.Private, name, members);

    /// <summary>The conversation of the app with these people; made when it is not there yet.</summary>
    public FakeSlackChannel Conversation(IReadOnlyCollection<FakeSlackPerson> people)
    {
        lock (Slack.Gate)
        {
            var kind = people.Count == 1 ? FakeSlackChannelKind.Direct : FakeSlackChannelKind.Group;
            return FindConversation(people)
                ?? Add(
                    kind, kind == FakeSlackChannelKind.Direct ? "" : $"mpdm-{string.Join("--", people.Select(person => person.Name))}-1",
                    [.. people, Bot]);
        }
    }

    /// <summary>Gives the app a token, as after a consent.</summary>
    public FakeSlackToken Install(IEnumerable<string> scopes)
    {
        lock (Slack.Gate)
        {
            IsInstalled = true;
            return FakeSlackToken.Issue(this, scopes);
        }
    }

    internal FakeSlackChannel? FindConversation(IReadOnlyCollection<FakeSlackPerson> people) => Channels.Find(channel =>
        channel.Kind is FakeSlackChannelKind.Direct or FakeSlackChannelKind.Group
        && channel.Members.Count == people.Count + 1 && channel.HasBot && people.All(channel.Members.Contains));

    internal FakeSlackPerson? FindPerson(string id) => People.Find(person => person.Id == id);

    internal FakeSlackChannel? FindChannel(string id) => Channels.Find(channel => channel.Id == id);

    private FakeSlackChannel Add(FakeSlackChannelKind kind, string name, IEnumerable<FakeSlackPerson> members)
    {
        var channel = new FakeSlackChannel(this, Slack.NextId(kind == FakeSlackChannelKind.Direct ? "D" : "C"), name, kind)
        {
            Members = [.. members],
        };
        lock (Slack.Gate) Channels = Channels.Add(channel);
        return channel;
    }
}
