using IntroBot.Intros;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;

namespace IntroBot.Storage.Commits;

/// <summary>Stores intros, one partition each, and in each person's partition a reference to each of their intros.</summary>
internal sealed class IntroStore(StateStore<Intro> states, ITableStore tables) : IIntroStore
{
    private const int MaxReferences = 100;

    public Task<Intro?> FindAsync(WorkspaceId workspace, IntroId intro, CancellationToken token) =>
        states.FindAsync(StoreKeys.Intro(workspace, intro), token);

    public Task<Change<Intro>> ChangeAsync(
        WorkspaceId workspace, IntroId intro, string operation, Func<Intro?, Decision<Intro>> decide, CancellationToken token) =>
        states.ChangeAsync(StoreKeys.Intro(workspace, intro), operation, decide, token);

    public Task<Change<Intro>> ChangeAsync(Intro known, string operation, Func<Intro?, Decision<Intro>> decide, CancellationToken token) =>
        states.ChangeAsync(StoreKeys.Intro(known.Workspace, known.Id), operation, PartitionHead<Intro>.Of(known), decide, [], token);

    public async Task<Change<Intro>> BeginAsync(
        PersonRef asker, IntroId intro, string operation, Func<Intro?, Decision<Intro>> decide, DateTimeOffset now, CancellationToken token)
    {
        await tables.WriteAsync(StoreKeys.Core, StoreKeys.Person(asker), [References.To(intro, now)], token);
        return await states.ChangeAsync(
            StoreKeys.Intro(asker.Workspace, intro), operation, PartitionHead<Intro>.Of(null), decide, [], token);
    }

    public async Task<ImmutableArray<Intro>> OfAsync(PersonRef who, CancellationToken token)
    {
        var references = await tables.RangeAsync(
            StoreKeys.Core, StoreKeys.Person(who), StoreKeys.References, $"{StoreKeys.References}~", MaxReferences, token);
        var intros = ImmutableArray.CreateBuilder<Intro>(references.Count);
        foreach (var reference in references)
        {
            if (await FindAsync(who.Workspace, new IntroId(reference.Columns[References.IdColumn]), token) is { } intro)
            {
                intros.Add(intro);
            }
        }

        return intros.ToImmutable();
    }
}
