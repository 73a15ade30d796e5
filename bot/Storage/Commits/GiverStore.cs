using System.Collections.Immutable;
using IntroBot.Chat.Interactions;
using IntroBot.Decisions;
using IntroBot.Givers;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;

namespace IntroBot.Storage.Commits;

/// <summary>Keeps givers, one partition each, and the index by which they are found, one partition a term.</summary>
internal sealed class GiverStore(StateStore<Giver> states, ITableStore tables, KeyIndex terms) : IGiverStore
{
    private const string IdColumn = "Person";

    public Task<Giver?> FindAsync(PersonRef who, CancellationToken token) => states.FindAsync(StoreKeys.Person(who), token);

    public Task<Change<Giver>> ChangeAsync(
        PersonRef who, string operation, Func<Giver?, Decision<Giver>> decide, CancellationToken token) =>
        states.ChangeAsync(StoreKeys.Person(who), operation, decide, token);

    public Task<Change<Giver>> ChangeAsync(Giver known, string operation, Func<Giver?, Decision<Giver>> decide, CancellationToken token) =>
        states.ChangeAsync(StoreKeys.Person(known.Person.Ref), operation, PartitionHead<Giver>.Of(known), decide, [], token);

    /// <summary>Rows stand in the order of pseudonyms, which is no order at all: those after any point are as good as drawn.</summary>
    public async Task<ImmutableArray<PersonRef>> IndexedUnderAsync(
        WorkspaceId workspace, string term, int most, string lot, CancellationToken token)
    {
        var first = await RowsAsync("");
        if (first.Count < most)
        {
            return Givers(first);
        }

        var point = StoreKeys.SampledRow(lot);
        var after = await RowsAsync(point);
        return Givers([.. after, .. first.Where(row => string.CompareOrdinal(row.Row, point) < 0).Take(most - after.Count)]);

        ImmutableArray<PersonRef> Givers(IEnumerable<TableRow> rows) =>
            [.. rows.Select(row => new PersonRef(workspace, row.Columns[IdColumn]))];

        Task<IReadOnlyList<TableRow>> RowsAsync(string start) =>
            tables.RangeAsync(StoreKeys.Core, StoreKeys.IndexKey(workspace, term), start, "~", most, token);
    }

    public async Task AddToIndexAsync(PersonRef who, IndexEntry entry, CancellationToken token)
    {
        await tables.WriteAsync(
            StoreKeys.Core,
            StoreKeys.IndexKey(who.Workspace, entry.Key),
            [new RowChange.Put(StoreKeys.Who(who), new Dictionary<string, string> { [IdColumn] = who.Id, ["Term"] = entry.Key })],
            token);
        await terms.CountAsync(who.Workspace, entry.Key, entry, token);
    }

    public async Task RemoveFromIndexAsync(PersonRef who, string term, CancellationToken token)
    {
        await tables.WriteAsync(StoreKeys.Core, StoreKeys.IndexKey(who.Workspace, term), [new RowChange.Delete(StoreKeys.Who(who))], token);
        await terms.CountAsync(who.Workspace, term, null, token);
    }

    public Task<ImmutableArray<IndexedTag>> IndexedTagsAsync(WorkspaceId workspace, CancellationToken token) =>
        terms.ReadAsync(workspace, token);
}
