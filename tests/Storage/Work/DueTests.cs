using IntroBot.Intros.Offers;
using IntroBot.Storage;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work.Due;
using IntroBot.Tests.Storage.Scenes;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Storage.Work;

/// <summary>No promise without its due row, and no due row that holds up another.</summary>
public sealed class DueTests : IAsyncLifetime
{
    private readonly SqliteTableStore memory = new($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
    private Community community = null!;
    private Person ava = null!, grace = null!;

    public async ValueTask InitializeAsync()
    {
        await memory.OpenAsync(CancellationToken.None);
        community = await Community.OpenAsync(new NonClosingTableStore(memory));
        ava = community.Person("Ava Stone", "Europe/Berlin");
        grace = await community.GiverAsync("Grace Okafor", "supply chain, sourcing", "Africa/Lagos");
    }

    [Fact]
    public async Task Every_commit_with_something_to_send_wrote_its_due_row_first()
    {
        var recorded = new RecordingTableStore(new NonClosingTableStore(memory));
        await new MainJob(recorded, Faults.None).LiveAsync();

        var promised = new HashSet<string>(StringComparer.Ordinal);
        var commits = 0;
        foreach (var call in recorded.Calls.Where(call => call.Kind == StoreCallKind.Write))
        {
            var inserted = call.Changes.OfType<RowChange.Insert>().ToArray();
            promised.UnionWith(call.Changes.OfType<RowChange.Put>().Where(_ => call.Table == StoreKeys.Due)
                .Select(row => StoreKeys.Operation(Read(row).Operation) + Read(row).Partition));
            if (call.Table == StoreKeys.Core && inserted.Any(row => row.Row.StartsWith(StoreKeys.Outbox, StringComparison.Ordinal)))
            {
                commits++;
                Assert.Contains(inserted.Single(row => row.Row.StartsWith("x|", StringComparison.Ordinal)).Row + call.Partition, promised);
            }
        }

        Assert.InRange(commits, 8, 20);
    }

    [Fact]
    public async Task Neither_pages_of_claimed_rows_nor_rows_nobody_can_handle_hold_up_a_later_one()
    {
        var intro = await community.AskAsync(ava);
        var partition = StoreKeys.Intro(intro.Workspace, intro.Id);
        for (var row = 0; row < 80; row++)
        {
            // Half of them are in the hands of another program, half belong to a kind of partition that does not exist.
            var record = new DueRecord(row % 2 == 0 ? partition : "home|z|unknown", "none", Community.Monday)
            {
                LeasedUntil = row % 2 == 0 ? DateTimeOffset.MaxValue : default,
            };
            var insert = new RowChange.Insert(StoreKeys.DueRow(Community.Monday), JsonColumns.Of(record, StoredJson.Default.DueRecord));
            await memory.WriteAsync(StoreKeys.Due, StoreKeys.Shard(partition), [insert], CancellationToken.None);
        }

        community.Clock.Advance(TimeSpan.FromDays(4));
        await community.The<IDueWork>().RunAsync(CancellationToken.None);
        await community.SettleAsync();
        Assert.Equal(
            OfferStatus.Expired, (await community.Intros.FindAsync(intro.Workspace, intro.Id, CancellationToken.None))!.Offers[0].Status);
    }

    [Fact]
    public async Task A_row_that_another_program_has_claimed_is_left_alone_until_its_claim_is_over()
    {
        var intro = await community.AskAsync(ava);
        var partition = StoreKeys.Intro(intro.Workspace, intro.Id);
        var claimed = new DueRecord(partition, "none", Community.Monday) { LeasedUntil = Community.Monday.AddSeconds(20) };
        var insert = new RowChange.Insert(StoreKeys.DueRow(Community.Monday), JsonColumns.Of(claimed, StoredJson.Default.DueRecord));
        await memory.WriteAsync(StoreKeys.Due, StoreKeys.Shard(partition), [insert], CancellationToken.None);
        var recorded = new RecordingTableStore(memory);
        await using var other = await Community.OpenAsync(recorded, community.Clock, community.Messenger);

        await other.The<IDueWork>().RunAsync(CancellationToken.None);
        Assert.DoesNotContain(recorded.Calls, call => call.Table == StoreKeys.Core);

        community.Clock.Advance(TimeSpan.FromSeconds(20));
        await other.The<IDueWork>().RunAsync(CancellationToken.None);
        Assert.Contains(recorded.Calls, call => call.Table == StoreKeys.Core && call.Partition == partition);
    }

    [Fact]
    public async Task A_moment_comes_once_with_two_programs_looking()
    {
        await using var other = await Community.OpenAsync(new NonClosingTableStore(memory), community.Clock, community.Messenger);
        await community.AskAsync(ava);
        await community.PressAsync(grace, "Yes, connect us");
        await community.SettleAsync();
        for (var step = 0; step < 80; step++)
        {
            community.Clock.Advance(TimeSpan.FromHours(1));
            await Task.WhenAll(new[] { community, other }
                .Select(each => Task.Run(() => each.The<IDueWork>().RunAsync(CancellationToken.None))));
            await community.SettleAsync();
            await other.SettleAsync();
        }

        Assert.Single(community.Messenger.Delivered, envelope => envelope.MessageId.EndsWith(".how.1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_moment_that_is_awaited_no_more_has_no_row_any_more()
    {
        await community.AskAsync(ava);
        Assert.Equal(["OfferExpires", "OfferReminder"], await AwaitedAsync());

        await community.PressAsync(grace, "Yes, connect us");
        await community.SettleAsync();
        Assert.Equal(["HowItWent"], await AwaitedAsync());
    }

    [Fact]
    public async Task A_clock_that_jumps_back_brings_nothing_early_and_one_that_jumps_on_brings_it_once()
    {
        await community.AskAsync(ava);
        await community.PressAsync(grace, "Yes, connect us");
        await community.SettleAsync();
        var before = community.Messenger.Delivered.Count;

        community.Clock.AdjustTime(Community.Monday.AddDays(-1));
        await community.The<IDueWork>().RunAsync(CancellationToken.None);
        Assert.Equal(before, community.Messenger.Delivered.Count);

        community.Clock.AdjustTime(Community.Monday.AddDays(3).AddHours(1));
        await community.PassAsync(TimeSpan.FromHours(3));
        Assert.Single(community.Messenger.Delivered, envelope => envelope.MessageId.EndsWith(".how.1", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await community.DisposeAsync();
        await memory.DisposeAsync();
    }

    /// <summary>What the intro awaits, with a row for each and no row more.</summary>
    private async Task<string[]> AwaitedAsync()
    {
        await community.SettleAsync();
        var wakeups = Assert.Single(await community.IntrosOfAsync(ava)).Timers;
        var rows = await MainJobAssertions.AwaitedAsync(memory);
        Assert.Equal(wakeups.Select(timer => $"{timer.At.UtcTicks:D19}").Order(), rows.Select(row => row.Row.Split('|')[0]).Order());
        return [.. wakeups.Select(timer => timer.Kind.ToString()).Order(StringComparer.Ordinal)];
    }

    private static DueRecord Read(RowChange.Put row) =>
        System.Text.Json.JsonSerializer.Deserialize(row.Columns["Json"], StoredJson.Default.DueRecord)!;
}
