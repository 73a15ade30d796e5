namespace IntroBot.Tests.Teams.Double;

/// <summary>A tenant: its people, its conversations with the bot. Nothing of it shows in another.</summary>
internal sealed class FakeTeamsTenant(FakeTeams teams, string name)
{
    public FakeTeams Teams { get; } = teams;

    public string Id { get; } = Guid.NewGuid().ToString("D");

    public string Name { get; } = name;

    /// <summary>Where the connector is for this tenant, with the slash at the end that Teams has.</summary>
    public string ServiceUrl => $"{Teams.Address}connector/{Door}/";

    internal string Door { get; private set; } = Guid.NewGuid().ToString("N");

    /// <summary>From now on the connector is elsewhere, and nobody answers where it was.</summary>
    public void Moves() => Door = Guid.NewGuid().ToString("N");

    public ImmutableList<FakeTeamsPerson> People { get; private set; } = [];

    public ImmutableList<FakeTeamsConversation> Conversations { get; private set; } = [];

    public FakeTeamsPerson AddPerson(string name, Action<FakeTeamsPerson>? but = null)
    {
        var person = new FakeTeamsPerson(this, name);
        but?.Invoke(person);
        lock (Teams.Gate) People = People.Add(person);
        return person;
    }

    /// <summary>A channel of a team, whose general channel has the team's own id.</summary>
    public FakeTeamsConversation AddChannel(string channel, params FakeTeamsPerson[] members) =>
        Add(new FakeTeamsConversation(
            this, $"19:{Guid.NewGuid():N}@thread.tacv2", FakeTeamsConversationKind.Channel, channel, [.. members]));

    /// <summary>Another channel of a team.</summary>
    public FakeTeamsConversation AddChannelTo(FakeTeamsConversation team, string channel) =>
        Add(new FakeTeamsConversation(this, $"19:{Guid.NewGuid():N}@thread.tacv2", FakeTeamsConversationKind.Channel, channel, team.Members)
        {
            Team = team,
        });

    /// <summary>The chat of two people.</summary>
    public FakeTeamsConversation AddChatOf(FakeTeamsPerson one, FakeTeamsPerson other) =>
        Add(new FakeTeamsConversation(
            this, $"19:{one.Id}_{other.Id}@unq.gbl.spaces", FakeTeamsConversationKind.BetweenPeople, "", [one, other]));

    public FakeTeamsConversation AddGroupChat(params FakeTeamsPerson[] members) =>
        AddMeeting("", members);

    /// <summary>A group chat that Graph made, with nobody in it but people.</summary>
    internal FakeTeamsConversation AddMeeting(string topic, params FakeTeamsPerson[] members) =>
        Add(new FakeTeamsConversation(this, $"19:{Guid.NewGuid():N}@thread.v2", FakeTeamsConversationKind.GroupChat, topic, [.. members]));

    internal FakeTeamsConversation ChatOf(FakeTeamsPerson person)
    {
        lock (Teams.Gate)
        {
            return Conversations.Find(chat => chat is { Kind: FakeTeamsConversationKind.Personal, IsGone: false }
                && chat.Members.Contains(person))
                ?? Add(new FakeTeamsConversation(this, $"a:1{Guid.NewGuid():N}", FakeTeamsConversationKind.Personal, "", [person]));
        }
    }

    internal FakeTeamsConversation? Find(string id) =>
        Conversations.Find(conversation => conversation.Id == id.Split(';')[0] && !conversation.IsGone);

    private FakeTeamsConversation Add(FakeTeamsConversation conversation)
    {
        lock (Teams.Gate) Conversations = Conversations.Add(conversation);
        return conversation;
    }
}
