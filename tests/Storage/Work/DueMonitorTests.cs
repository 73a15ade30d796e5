using IntroBot.Storage;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work.Due;
using IntroBot.Tests.Storage.Scenes;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Storage.Work;

/// <summary>Whoever looks after the program sees what due work leaves.</summary>
public sealed class DueMonitorTests : IAsyncLifetime
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    private readonly SqliteTableStore memory = new($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
    private Community community = null!;

    private DueMonitor Progress => community.The<DueMonitor>();

    public async ValueTask InitializeAsync()
    {
        await memory.OpenAsync(CancellationToken.None);
        community = await Community.OpenAsync(new AlwaysLeasedStore(memory));
    }

    [Fact]
    public async Task A_row_whose_own_act_may_still_come_is_not_late()
    {
        await AddDueAsync(StoreKeys.Person(community.Person("Ava Stone").Ref));
        await RoundAfterAsync(Grace);
        Assert.Equal(TimeSpan.Zero, Progress.Lateness);
    }

    [Fact]
    public async Task An_offer_whose_time_is_up_and_that_nobody_can_claim_is_behind()
    {
        await community.GiverAsync("Grace Okafor", "supply chain, sourcing", "Africa/Lagos");
        await community.AskAsync(community.Person("Ava Stone", "Europe/Berlin"));
        await RoundAfterAsync(TimeSpan.FromDays(3));

        Assert.InRange(Progress.Lateness, TimeSpan.FromHours(12), TimeSpan.FromDays(3));
        Assert.Equal(0, Progress.Failing);
    }

    [Fact]
    public async Task A_partition_of_no_known_kind_fails_and_is_not_behind()
    {
        await AddDueAsync("home|z|unknown");
        await RoundAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal((1, TimeSpan.Zero), (Progress.Failing, Progress.Lateness));
    }

    [Fact]
    public async Task A_due_row_that_cannot_be_read_fails_and_holds_back_no_other()
    {
        await AddUnreadableAsync(StoreKeys.Shard(0));
        await AddUnreadableAsync(StoreKeys.Shard(StoreKeys.Shards));
        await AddDueAsync("home|z|unknown");
        await community.The<DueIndex>().EmptyFormerShardsAsync(CancellationToken.None);
        await RoundAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal(3, Progress.Failing);
    }

    public async ValueTask DisposeAsync()
    {
        await community.DisposeAsync();
        await memory.DisposeAsync();
    }

    private async Task AddDueAsync(string partition)
    {
        var insert = new RowChange.Insert(
            StoreKeys.DueRow(community.Clock.GetUtcNow()),
            JsonColumns.Of(new DueRecord(partition, "none", community.Clock.GetUtcNow()), StoredJson.Default.DueRecord));
        await memory.WriteAsync(StoreKeys.Due, StoreKeys.Shard(partition), [insert], CancellationToken.None);
    }

    private Task AddUnreadableAsync(string shard) => memory.WriteAsync(
        StoreKeys.Due,
        shard,
        [new RowChange.Insert(StoreKeys.DueRow(community.Clock.GetUtcNow()), new Dictionary<string, string> { ["Json"] = "[" })],
        CancellationToken.None);

    private Task RoundAfterAsync(TimeSpan time)
    {
        community.Clock.Advance(time);
        return community.The<IDueWork>().RunAsync(CancellationToken.None);
    }

    /// <summary>Another instance is always quicker to claim what is due.</summary>
    private sealed class AlwaysLeasedStore(ITableStore inner) : DelegatingTableStore(inner)
    {
        protected override Task<WriteResult> WriteAsync(StoreCall call, Func<Task<WriteResult>> go) =>
            call is { Table: StoreKeys.Due, Changes: [RowChange.Replace claim] }
                ? Task.FromResult<WriteResult>(new WriteResult.Conflict(claim.Row))
                : go();
    }
}
