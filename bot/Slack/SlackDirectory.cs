using IntroBot.Givers;
using IntroBot.Platforms;

namespace IntroBot.Slack;

/// <summary>Finds people by what Slack said of them when the bot met them.</summary>
internal sealed class SlackDirectory(IKeyValueStore store, [SystemClock] TimeProvider clock) : IPeopleDirectory
{
    private readonly KnownPeople<SlackProfile> people = new(SlackStoreNames.People, SlackProfileJson.Default.SlackProfile, store, clock);

    public bool Serves(WorkspaceId workspace) => SlackIds.IsSlack(workspace);

    public async Task<ImmutableArray<Person>> CalledAsync(WorkspaceId workspace, string name, CancellationToken token)
    {
        var team = SlackIds.Team(workspace);
        return
        [
            .. (await people.AllAsync(team, token))
                .Where(profile => profile.Kind == MemberKind.Member && profile.IsCalled(name))
                .Select(profile => profile.In(team))
                .OrderBy(person => person.Name, StringComparer.Ordinal),
        ];
    }

    public async Task<Person?> FindAsync(PersonRef who, CancellationToken token) =>
        await people.FindAsync(SlackIds.Team(who.Workspace), who.Id, token) is { IsNobody: false } profile
            ? profile.In(SlackIds.Team(who.Workspace))
            : null;
}
