using IntroBot.Platforms;

namespace IntroBot.Teams;

/// <summary>A person as Microsoft names them: the tenant, and the object id of the user in its directory.</summary>
internal sealed record TeamsUserRef(string Tenant, string Id)
{
    public static TeamsUserRef Of(WorkOwner owner) => new(TeamsIds.Tenant(owner.Workspace), owner.User);
}
