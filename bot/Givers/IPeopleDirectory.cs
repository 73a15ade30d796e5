namespace IntroBot.Givers;

/// <summary>The people whom the bot knows in the workspaces of one platform, or can find there.</summary>
public interface IPeopleDirectory
{
    bool Serves(WorkspaceId workspace);

    /// <summary>Members of a full name or a display name, as <see cref="PersonName"/> compares them; in the order of their names.</summary>
    Task<ImmutableArray<Person>> CalledAsync(WorkspaceId workspace, string name, CancellationToken token);

    /// <summary>A person by their id; null for one whom the bot has not met.</summary>
    Task<Person?> FindAsync(PersonRef who, CancellationToken token);
}
