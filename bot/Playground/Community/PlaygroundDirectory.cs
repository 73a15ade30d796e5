using IntroBot.Givers;

namespace IntroBot.Playground.Community;

/// <summary>Finds people of the cast, who have all met the bot.</summary>
internal sealed class PlaygroundDirectory : IPeopleDirectory
{
    public bool Serves(WorkspaceId workspace) => PlaygroundCast.IsPlayground(workspace);

    public Task<ImmutableArray<Person>> CalledAsync(WorkspaceId workspace, string name, CancellationToken token) =>
        Task.FromResult<ImmutableArray<Person>>(
        [
            .. PlaygroundCast.Members
                .Where(member => PersonName.AreSame(member.Name, name) || PersonName.AreSame(member.FirstName, name))
                .Select(member => member.In(workspace))
                .OrderBy(person => person.Name, StringComparer.Ordinal),
        ]);

    public Task<Person?> FindAsync(PersonRef who, CancellationToken token) =>
        Task.FromResult(PlaygroundCast.Find(who.Id)?.In(who.Workspace));
}
