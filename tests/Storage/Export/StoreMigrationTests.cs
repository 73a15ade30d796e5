using IntroBot.Intros;
using IntroBot.Intros.Closing;
using IntroBot.Storage.Export;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Storage.AzureTables;
using IntroBot.Tests.Storage.Scenes;
using IntroBot.Tests.Stories;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Storage.Export;

/// <summary>From one store to another in the middle of everything: the story goes on as if nothing had happened.</summary>
[Collection(nameof(Azurite))]
public sealed class StoreMigrationTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly string[] Events =
        ["Draft started", "Asked", "Search began", "Offered", "Accepted", "Connected", "Outcome told", "Closed with thanks"];

    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider clock = new(Community.Monday);
    private readonly FakeMessenger messenger = new();
    private SqliteTableStore file = null!;
    private ITableStore cloud = null!;
    private Person ava = null!, grace = null!, wei = null!, ben = null!;
    private Intro offered = null!;

    public async ValueTask InitializeAsync()
    {
        file = new SqliteTableStore(folder.File("introbot.db"), TableStores.Tables);
        cloud = IsolatedTableStore.On(azurite);
        await file.OpenAsync(CancellationToken.None);
        await cloud.OpenAsync(CancellationToken.None);
    }

    [Fact]
    public Task Up_from_SQLite_to_Azure_Tables() => MoveAsync(file, cloud);

    [Fact]
    public Task Back_from_Azure_Tables_to_SQLite() => MoveAsync(cloud, file);

    public async ValueTask DisposeAsync()
    {
        await file.DisposeAsync();
        folder.Dispose();
    }

    private async Task MoveAsync(ITableStore from, ITableStore to)
    {
        await BeginAsync(from);
        var moved = await new StoreExport(from, clock).ToAsync(folder.File("export"), CancellationToken.None);
        Assert.Equal(moved, await new StoreImport(to).FromAsync(folder.File("export"), CancellationToken.None));

        await using (var community = await Community.OpenAsync(new NonClosingTableStore(to), clock, messenger))
        {
            await EndAsync(community);
            await EndedWellAsync(community);
        }

        Assert.Equal(await RowsAsync(from), await FileRowsAsync());
    }

    /// <summary>One offer waits for its answer, one for its giver's morning, and one was about to be sent when the program died.</summary>
    private async Task BeginAsync(ITableStore store)
    {
        await using (var community = await Community.OpenAsync(new NonClosingTableStore(store), clock, messenger))
        {
            ava = community.Person("Ava Stone", "Europe/Berlin");
            grace = await community.GiverAsync("Grace Okafor", "supply chain, sourcing", "Africa/Lagos");
            offered = await community.AskAsync(ava);
            wei = await community.GiverAsync("Wei Lin", "supply chain, sourcing", "Pacific/Auckland");
            await community.AskAsync(community.Person("Noa Levi", "Europe/London"));
        }

        var faults = Faults.Once(call => call.Kind == StoreCallKind.Deliver, Fault.DiesBefore);
        var (dying, wire) = (new FaultyStore(new NonClosingTableStore(store), faults), new FaultyMessenger(messenger, faults));
        await using (var community = await Community.OpenAsync(dying, clock, messenger, wire))
        {
            ben = await community.GiverAsync("Ben Hart", "supply chain, sourcing", "Europe/London");
            await Assert.ThrowsAnyAsync<Exception>(() => community.AskAsync(community.Person("Zoe Papas", "Europe/London")));
        }
    }

    private async Task EndAsync(Community community)
    {
        await community.AcceptAsync(grace);
        Assert.Single(messenger.MeetingOf(ava.Ref, grace.Ref));
        await community.PassAsync(TimeSpan.FromHours(1));
        Assert.Single(messenger.ChatOf(ben.Ref));
        Assert.Empty(messenger.ChatOf(wei.Ref));
        await community.PassAsync(TimeSpan.FromHours(11));
        Assert.Single(messenger.ChatOf(wei.Ref));

        await community.PassAsync(LoopDecisions.FirstQuestion);
        await community.ThankAsync(ava, (await community.PressAsync(ava, "We met")).Form(), "That saved us a month.");
        await community.PassAsync(TimeSpan.FromHours(12));
        Assert.Single(messenger.TextsTo(grace.Ref), text => text.Contains("That saved us a month.", StringComparison.Ordinal));
    }

    private async Task EndedWellAsync(Community community)
    {
        Assert.Equal(IntroStage.Closed, (await community.NewestAsync(offered)).Stage);
        Assert.Equal(
            Events,
            (await community.LogAsync()).Where(line => line.GetValueOrDefault("Intro") == offered.Id.Value).Select(line => line["Event"]));
        Assert.Equal(messenger.Delivered.Count, messenger.Delivered.DistinctBy(envelope => envelope.MessageId).Count());
    }

    private static async Task<string[]> RowsAsync(ITableStore store)
    {
        var rows = new List<string>();
        foreach (var table in TableStores.Tables)
            rows.AddRange((await MainJobAssertions.RowsAsync(store, table))
                .Select(row => Told(table, row.Partition, row.Row, row.Columns)));
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    private async Task<string[]> FileRowsAsync()
    {
        await using var stream = File.OpenRead(folder.File("export"));
        var rows = await new ExportReader(stream).RowsAsync(CancellationToken.None).ToListAsync();
        return [.. rows.Select(row => Told(row.Table, row.Partition, row.Row, row.Columns)).Order(StringComparer.Ordinal)];
    }

    private static string Told(string table, string partition, string row, IReadOnlyDictionary<string, string> columns) =>
        $"{table} {partition} {row} {string.Join(' ', columns.OrderBy(column => column.Key, StringComparer.Ordinal))}";
}
