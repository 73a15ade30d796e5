using IntroBot.Operations.Health;
using IntroBot.Operations.Telemetry;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Storage.Scenes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Operations.Health;

/// <summary>However often and however long the store is asked about, it is asked seldom and waited for briefly.</summary>
public sealed class StoreCheckTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly CountingStore store = new();
    private readonly StalledWork work = new();
    private readonly StoreMonitor watch;
    private readonly StoreCheck check;

    public StoreCheckTests()
    {
        watch = new StoreMonitor(clock, NullLogger<StoreMonitor>.Instance);
        check = new StoreCheck(new MeteredTableStore(store, work.The<Meters>(), watch), watch, clock);
    }

    [Fact]
    public async Task Asked_a_hundred_times_the_store_is_read_once_in_a_few_seconds()
    {
        for (var times = 0; times < 100; times++) Assert.Equal(HealthStatus.Healthy, await AskAsync());
        Assert.Equal(1, store.Reads);

        clock.Advance(StoreCheck.TimeToLive + TimeSpan.FromSeconds(1));
        await AskAsync();
        Assert.Equal(2, store.Reads);
    }

    [Fact]
    public async Task A_store_that_hangs_keeps_nobody_waiting_and_is_asked_no_second_time()
    {
        store.Hangs = new TaskCompletionSource();
        for (var times = 0; times < 3; times++)
        {
            var asked = AskAsync();
            await store.Asked.Task;
            clock.Advance(StoreCheck.Timeout);
            Assert.Equal(HealthStatus.Unhealthy, await asked);
        }

        Assert.Equal(1, store.Reads);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_is_written_until_it_can_again_and_not_after_that()
    {
        Assert.Equal(HealthStatus.Healthy, await AskAsync());
        Assert.Equal(0, store.Writes);

        store.IsFull = true;
        watch.Failed(writes: true, store.Full);
        Assert.Equal((HealthStatus.Unhealthy, 1), (await AskLaterAsync(), store.Writes));
        Assert.Equal((HealthStatus.Unhealthy, 2), (await AskLaterAsync(), store.Writes));

        store.IsFull = false;
        Assert.Equal((HealthStatus.Healthy, 4), (await AskLaterAsync(), store.Writes));
        Assert.Equal((HealthStatus.Healthy, 4), (await AskLaterAsync(), store.Writes));
    }

    public void Dispose() => work.Dispose();

    private Task<HealthStatus> AskLaterAsync()
    {
        clock.Advance(StoreCheck.TimeToLive + TimeSpan.FromSeconds(1));
        return AskAsync();
    }

    private async Task<HealthStatus> AskAsync() => (await check.CheckHealthAsync(new HealthCheckContext(), CancellationToken.None)).Status;

    /// <summary>Counts what it is asked, and answers at once or not at all.</summary>
    private sealed class CountingStore() : DelegatingTableStore(null!)
    {
        private int reads;

        public int Reads => reads;

        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsFull { get; set; }

        public StoreUnusableException Full { get; } = new("Full.") { Fault = StoreFault.Full };

        public int Writes { get; private set; }

        public TaskCompletionSource? Hangs { get; set; }

        protected override async Task<T> ReadAsync<T>(StoreCall call, Func<Task<T>> go)
        {
            Interlocked.Increment(ref reads);
            Asked.TrySetResult();
            await (Hangs?.Task ?? Task.CompletedTask);
            return default!;
        }

        protected override Task<WriteResult> WriteAsync(StoreCall call, Func<Task<WriteResult>> go)
        {
            Writes++;
            return IsFull ? throw Full : Task.FromResult<WriteResult>(new WriteResult.Written([""]));
        }
    }
}
