using IntroBot.Givers;

namespace IntroBot.Teams;

/// <summary>Finds people by what Teams says of them.</summary>
internal sealed class TeamsDirectory(TeamsPeople people, TeamsNames names) : IPeopleDirectory
{
    public bool Serves(WorkspaceId workspace) => TeamsIds.IsTeams(workspace);

    public Task<ImmutableArray<Person>> CalledAsync(WorkspaceId workspace, string name, CancellationToken token) =>
        names.CalledAsync(TeamsIds.Tenant(workspace), name, token);

    public async Task<Person?> FindAsync(PersonRef who, CancellationToken token)
    {
        var tenant = TeamsIds.Tenant(who.Workspace);
        return (await people.RecallAsync(new TeamsUserRef(tenant, who.Id), token))?.In(tenant);
    }
}
