using System.Collections.Immutable;
using System.Globalization;
using IntroBot.Chat;
using IntroBot.Decisions;
using IntroBot.Intros;

namespace IntroBot.Storage;

/// <summary>Keeps intros, one partition each, and in every person's partition a reference to the intros they have a part in.</summary>
internal sealed class IntroStore(StateStore<Intro> states, ITableStore tables) : IIntroStore
{
    private const int MostReferences = 100;
    private const string IdColumn = "Intro";

    public async Task<Intro?> FindAsync(WorkspaceId workspace, IntroId intro, CancellationToken token) =>
        (await states.FindAsync(StoreKeys.Intro(workspace, intro), token))?.State;

    public Task<Change<Intro>> ChangeAsync(
        WorkspaceId workspace, IntroId intro, string operation, Func<Intro?, Decision<Intro>> decide, CancellationToken token) =>
        states.ChangeAsync(StoreKeys.Intro(workspace, intro), operation, decide, token);

    public async Task<ImmutableArray<Intro>> OfAsync(PersonRef who, CancellationToken token)
    {
        var references = await tables.RangeAsync(
            StoreKeys.Core, StoreKeys.Person(who), StoreKeys.References, $"{StoreKeys.References}~", MostReferences, token);
        var intros = ImmutableArray.CreateBuilder<Intro>(references.Count);
        foreach (var reference in references)
        {
            if (await FindAsync(who.Workspace, new IntroId(reference.Columns[IdColumn]), token) is { } intro)
            {
                intros.Add(intro);
            }
        }

        return intros.ToImmutable();
    }

    public Task ReferAsync(PersonRef who, IntroId intro, DateTimeOffset since, CancellationToken token) => tables.WriteAsync(
        StoreKeys.Core,
        StoreKeys.Person(who),
        [
            new RowChange.Put(
                StoreKeys.Reference(intro, since),
                new Dictionary<string, string> { [IdColumn] = intro.Value, ["Since"] = since.ToString("O", CultureInfo.InvariantCulture) }),
        ],
        token);
}
