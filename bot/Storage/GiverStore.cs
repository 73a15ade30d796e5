using System.Collections.Immutable;
using IntroBot.Chat;
using IntroBot.Decisions;
using IntroBot.Givers;

namespace IntroBot.Storage;

/// <summary>Keeps givers, one partition each, and the index by which they are found, one partition a term.</summary>
internal sealed class GiverStore(StateStore<Giver> states, ITableStore tables, TermRows terms) : IGiverStore
{
    private const string IdColumn = "Person";

    public Task<Giver?> FindAsync(PersonRef who, CancellationToken token) => states.FindAsync(StoreKeys.Person(who), token);

    public Task<Change<Giver>> ChangeAsync(
        PersonRef who, string operation, Func<Giver?, Decision<Giver>> decide, CancellationToken token) =>
        states.ChangeAsync(StoreKeys.Person(who), operation, decide, token);

    public Task<Change<Giver>> ChangeAsync(Giver known, string operation, Func<Giver?, Decision<Giver>> decide, CancellationToken token) =>
        states.ChangeAsync(StoreKeys.Person(known.Person.Ref), operation, PartitionHead<Giver>.Of(known), decide, [], token);

    /// <summary>Rows stand in the order of pseudonyms, which is no order at all: those after any point are as good as drawn.</summary>
    public async Task<ImmutableArray<PersonRef>> ListedUnderAsync(
        WorkspaceId workspace, string term, int most, string lot, CancellationToken token)
    {
        var first = await RowsAsync("");
        if (first.Count < most)
        {
            return Givers(first);
        }

        var point = StoreKeys.LotRow(lot);
        var after = await RowsAsync(point);
        return Givers([.. after, .. first.Where(row => string.CompareOrdinal(row.Row, point) < 0).Take(most - after.Count)]);

        ImmutableArray<PersonRef> Givers(IEnumerable<TableRow> rows) =>
            [.. rows.Select(row => new PersonRef(workspace, row.Columns[IdColumn]))];

        Task<IReadOnlyList<TableRow>> RowsAsync(string start) =>
            tables.RangeAsync(StoreKeys.Core, StoreKeys.Term(workspace, term), start, "~", most, token);
    }

    public async Task ListAsync(PersonRef who, Listing listing, CancellationToken token)
    {
        await tables.WriteAsync(
            StoreKeys.Core,
            StoreKeys.Term(who.Workspace, listing.Term),
            [new RowChange.Put(StoreKeys.Who(who), new Dictionary<string, string> { [IdColumn] = who.Id, ["Term"] = listing.Term })],
            token);
        await terms.CountAsync(who.Workspace, listing.Term, listing, token);
    }

    public async Task UnlistAsync(PersonRef who, string term, CancellationToken token)
    {
        await tables.WriteAsync(StoreKeys.Core, StoreKeys.Term(who.Workspace, term), [new RowChange.Delete(StoreKeys.Who(who))], token);
        await terms.CountAsync(who.Workspace, term, null, token);
    }

    public Task<ImmutableArray<ListedTerm>> TermsAsync(WorkspaceId workspace, CancellationToken token) => terms.ReadAsync(workspace, token);
}
