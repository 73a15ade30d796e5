using IntroBot.Givers;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;

namespace IntroBot.Storage.Commits;

/// <summary>Stores givers, one partition each, and the index that finds them, one partition for each key.</summary>
internal sealed class GiverStore(StateStore<Giver> states, ITableStore tables, KeyIndex keyIndex) : IGiverStore
{
    private const string IdColumn = "Person";

    public Task<Giver?> FindAsync(PersonRef who, CancellationToken token) => states.FindAsync(StoreKeys.Person(who), token);

    public Task<Change<Giver>> ChangeAsync(
        PersonRef who, string operation, Func<Giver?, Decision<Giver>> decide, CancellationToken token) =>
        states.ChangeAsync(StoreKeys.Person(who), operation, decide, token);

    public Task<Change<Giver>> ChangeAsync(Giver known, string operation, Func<Giver?, Decision<Giver>> decide, CancellationToken token) =>
        states.ChangeAsync(StoreKeys.Person(known.Person.Ref), operation, PartitionHead<Giver>.Of(known), decide, [], token);

    /// <summary>Rows are sorted by pseudonym, which is as good as random: the rows after any start are a random sample.</summary>
    public async Task<ImmutableArray<PersonRef>> IndexedUnderAsync(
        WorkspaceId workspace, string term, int most, string sampleSeed, CancellationToken token)
    {
        var first = await RowsAsync("");
        if (first.Count < most)
        {
            return Givers(first);
        }

        var start = StoreKeys.SampledRow(sampleSeed);
        var fromStart = await RowsAsync(start);
        return Givers([.. fromStart, .. first.Where(row => string.CompareOrdinal(row.Row, start) < 0).Take(most - fromStart.Count)]);

        ImmutableArray<PersonRef> Givers(IEnumerable<TableRow> rows) =>
            [.. rows.Select(row => new PersonRef(workspace, row.Columns[IdColumn]))];

        Task<IReadOnlyList<TableRow>> RowsAsync(string from) =>
            tables.RangeAsync(StoreKeys.Core, StoreKeys.IndexKey(workspace, term), from, "~", most, token);
    }

    public async Task AddToIndexAsync(PersonRef who, IndexEntry entry, CancellationToken token)
    {
        await tables.WriteAsync(
            StoreKeys.Core,
            StoreKeys.IndexKey(who.Workspace, entry.Key),
            [new RowChange.Put(StoreKeys.Who(who), new Dictionary<string, string> { [IdColumn] = who.Id, ["Term"] = entry.Key })],
            token);
        await keyIndex.CountAsync(who.Workspace, entry.Key, entry, token);
    }

    public async Task RemoveFromIndexAsync(PersonRef who, string term, CancellationToken token)
    {
        await tables.WriteAsync(StoreKeys.Core, StoreKeys.IndexKey(who.Workspace, term), [new RowChange.Delete(StoreKeys.Who(who))], token);
        await keyIndex.CountAsync(who.Workspace, term, null, token);
    }

    public Task<ImmutableArray<IndexedTag>> IndexedTagsAsync(WorkspaceId workspace, CancellationToken token) =>
        keyIndex.ReadAsync(workspace, token);
}
