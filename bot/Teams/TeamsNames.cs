using IntroBot.Platforms;
using IntroBot.Teams.Connector;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams;

/// <summary>
/// Finds the people of a name, where mentions are not possible: among those who had to do with the bot, and in the teams it was
/// added to. Nothing that is read for it is kept.
/// </summary>
internal sealed class TeamsNames(
    ConnectorClient connector, TeamsConversations conversations, TeamsPeople people, [SystemClock] TimeProvider clock)
{
    /// <summary>Timeout of a search; teams that are not read by then are left out.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Twenty thousand members.</summary>
    private const int MaxPages = 40;

    /// <summary>Members of the name, in the order of their names.</summary>
    public async Task<ImmutableArray<Person>> CalledAsync(string tenant, string name, CancellationToken token)
    {
        var found = new Dictionary<PersonRef, Person>();
        Add(await people.AllAsync(tenant, token));
        using var timeout = new CancellationTokenSource(Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, token);
        foreach (var team in (await conversations.ChannelsAsync(tenant, token)).DistinctBy(place => place.Team ?? place.Conversation))
        {
            Add(await MembersAsync(tenant, team, both.Token));
        }

        return [.. found.Values.OrderBy(person => person.Name, StringComparer.Ordinal)];

        void Add(IEnumerable<TeamsProfile> profiles)
        {
            foreach (var person in profiles.Where(profile => profile.Kind == MemberKind.Member)
                .Select(profile => profile.In(tenant))
                .Where(person => person.IsCalled(name)))
            {
                found.TryAdd(person.Ref, person);
            }
        }
    }

    /// <summary>Who is in a team, as far as Teams tells in time.</summary>
    private async Task<IReadOnlyList<TeamsProfile>> MembersAsync(string tenant, ConversationReference team, CancellationToken token)
    {
        var members = new List<TeamsProfile>();
        var from = (string?)null;
        for (var pages = 0; pages < MaxPages && await PageAsync(team, from, token) is { } page; pages++)
        {
            members.AddRange((page.Members ?? []).OfType<TeamsMember>()
                .Select(member => (Member: member, Id: TeamsIds.Person(member.AadObjectId ?? member.ObjectId)))
                .Where(each => each.Id is not null)
                .Select(each => TeamsProfile.Of(each.Member, each.Id!, tenant, null, null, clock.GetUtcNow())));
            from = page.ContinuationToken;
            if (string.IsNullOrEmpty(from))
            {
                break;
            }
        }

        return members;
    }

    private async Task<TeamsRoster?> PageAsync(ConversationReference team, string? from, CancellationToken token)
    {
        try
        {
            return await connector.RosterAsync(
                team with { Conversation = team.Team ?? team.Conversation }, from, token)
                is SendResult<TeamsRoster>.Sent { Value: var page }
                ? page
                : null;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return null;
        }
    }
}
