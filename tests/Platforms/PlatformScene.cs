using IntroBot.Operations;
using IntroBot.Platforms;
using IntroBot.Storage;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Platforms;

/// <summary>
/// The whole program beside the double of a platform: real stories, store, outbox and adapter, and a clock that stands still. It wakes on
/// Monday 23 November 2026 at 10:00 UTC.
/// </summary>
internal abstract class PlatformScene : IAsyncDisposable
{
    /// <summary>More than anybody puts off something that is done in the end.</summary>
    private const int MaxMoments = 5_000;

    private readonly SqliteTableStore disk = new($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
    private readonly List<WebApplication> programs = [], dead = [];

    private readonly (string Key, string Value)[]? lookedAfter;
    private long skipped;
    private bool letsWait;

    /// <param name="clock">The clock of the program and of the platform.</param>
    /// <param name="lookedAfter">The configuration of what looks after the program; nobody does when there is none.</param>
    protected PlatformScene(FakeTimeProvider clock, (string Key, string Value)[]? lookedAfter = null) =>
        (Clock, Store, this.lookedAfter) = (clock, new FailingTableStore(disk), lookedAfter);

    public FakeTimeProvider Clock { get; }

    /// <summary>Everything the program logged, at every level.</summary>
    public RecordedLog Log { get; } = new();

    /// <summary>Whether chat work that was put off stays so until the test lets time pass.</summary>
    public bool LeavesOwed { get; set; }

    public Uri Address => new(programs[0].Urls.First());

    public ITableStore Tables => disk;

    /// <summary>The store as the program has it, which a test can let fail.</summary>
    public FailingTableStore Store { get; private set; }

    public static FakeTimeProvider Monday => new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    public T The<T>()
        where T : notnull => programs[0].Services.GetRequiredService<T>();

    /// <summary>Starts one more instance of the program on the same store; the platform tells it everything from now on.</summary>
    public async Task StartAnotherAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddKeyedSingleton<TimeProvider>(SystemClockAttribute.ServiceKey, new NonWaitingClock(this));
        if (lookedAfter is not null)
        {
            builder.Configuration.AddInMemoryCollection(lookedAfter.Select(each => KeyValuePair.Create(each.Key, (string?)each.Value)));
            builder.AddOperations();
        }

        var store = Store;
        builder.Services.AddStorage(program => lookedAfter is null ? store : program.Metered(store));
        builder.Services.AddStories();
        Add(builder.Services);
        var app = builder.Build();
        if (lookedAfter is not null)
        {
            app.MapOperations();
        }

        Map(app);
        await app.StartAsync();
        await app.Services.GetRequiredService<OutboxPump>().StartAsync(CancellationToken.None);
        programs.Add(app);
        Told(new Uri(app.Urls.First()));
    }

    /// <summary>
    /// Nothing of the running programs reaches the store any more, whatever they are at; a new one starts in their place.
    /// </summary>
    public async Task KillAndStartAgainAsync()
    {
        // The dead move no clock on.
        LetWait();
        dead.AddRange(programs);
        programs.Clear();
        Store.IsFailing = true;
        Store = new FailingTableStore(disk);
        await StartAnotherAsync();

        // What the dead were at is free when its lease is over.
        (letsWait, LeavesOwed) = (false, false);
        Clock.Advance(Lease.Duration);
        Interlocked.Add(ref skipped, Lease.Duration.Ticks);
        await The<IDueWork>().RunAsync(CancellationToken.None);
    }

    /// <summary>Waits until everything committed and promised has been handled; whoever waits for a moment brings it about.</summary>
    public async Task SettleAsync()
    {
        await SettleNowAsync();
        var looked = new HashSet<string>(StringComparer.Ordinal);
        while (!letsWait && !LeavesOwed && looked.Count < MaxMoments && await NextAsync(looked) is { } next)
        {
            if (next - Clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            {
                Interlocked.Add(ref skipped, wait.Ticks);
                Clock.Advance(wait);
            }

            await The<IDueWork>().RunAsync(CancellationToken.None);
            await SettleNowAsync();
        }
    }

    /// <summary>Chat work that is kept and not done.</summary>
    public async Task<IReadOnlyList<string>> OwedAsync() => await disk.ScanAsync(StoreKeys.Core, CancellationToken.None)
        .Where(row => row.Partition.Contains(StoreKeys.ChatPart, StringComparison.Ordinal)
            && row.Row.StartsWith(StoreKeys.Outbox, StringComparison.Ordinal))
        .Select(row => $"{row.Partition} {row.Row}")
        .ToListAsync();

    /// <summary>Lets time pass hour by hour, with all that falls due on the way.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        await SettleAsync();
        for (var left = time; left > TimeSpan.Zero; left -= TimeSpan.FromHours(1))
        {
            Clock.Advance(left < TimeSpan.FromHours(1) ? left : TimeSpan.FromHours(1));
            await The<IDueWork>().RunAsync(CancellationToken.None);
            await SettleAsync();
        }
    }

    /// <summary>A moment later, with all that falls due in it.</summary>
    public Task BreatheAsync() => PassAsync(TimeSpan.FromSeconds(40));

    /// <summary>Does something, and all that follows from it.</summary>
    public async Task<T> AfterAsync<T>(Task<T> act)
    {
        var done = await act;
        await SettleAsync();
        return done;
    }

    /// <summary>From now on whoever waits for a moment does wait, until the test lets time pass.</summary>
    public void LetWait()
    {
        letsWait = true;
        foreach (var app in programs) ((NonWaitingClock)app.Services.SystemClock()).LetsWait = true;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in programs.Concat(dead))
        {
            // What waits for a moment would keep a program from ending until that moment comes.
            ((NonWaitingClock)app.Services.SystemClock()).EndWaits();
            await app.Services.GetRequiredService<OutboxPump>().StopAsync(CancellationToken.None);
            await app.StopAsync();
            await app.DisposeAsync();
        }

        await CloseAsync();
        disk.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>How far waits have moved the clock on.</summary>
    protected TimeSpan Skipped => new(Interlocked.Read(ref skipped));

    /// <summary>Puts the platform into the program.</summary>
    protected abstract void Add(IServiceCollection services);

    protected abstract void Map(WebApplication app);

    /// <summary>The double calls an instance at this address from now on.</summary>
    protected abstract void Told(Uri address);

    protected abstract ValueTask CloseAsync();

    /// <summary>Opens the store and starts the program for the first time.</summary>
    protected async Task BeginAsync()
    {
        await disk.OpenAsync(CancellationToken.None);
        await StartAnotherAsync();
    }

    private async Task SettleNowAsync()
    {
        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(programs.SelectMany(Unsettled));
        }
    }

    /// <summary>The next moment at which chat work has to be looked at, by a row that was not looked at yet.</summary>
    private async Task<DateTimeOffset?> NextAsync(HashSet<string> looked)
    {
        var rows = await disk.ScanAsync(StoreKeys.Due, CancellationToken.None)
            .Where(row => !looked.Contains(row.Row) && JsonColumns.Read(row, StoredJson.Default.DueRecord) is { CleansUp: false } record
                && record.Partition.Contains(StoreKeys.ChatPart, StringComparison.Ordinal))
            .ToListAsync();
        if (rows.MinBy(row => StoreKeys.DueMoment(row.Row)) is not { Row: var next })
        {
            return null;
        }

        looked.Add(next);
        return StoreKeys.DueMoment(next);
    }

    private static Task[] Unsettled(WebApplication app) =>
    [
        app.Services.GetRequiredService<IDueWork>().SettleAsync(CancellationToken.None),
        app.Services.GetRequiredService<BackgroundTasks>().SettleAsync(CancellationToken.None),
    ];

    /// <summary>A wait moves the clock on and is over; a timeout is a timer of another kind, and waits for the clock.</summary>
    private sealed class NonWaitingClock(PlatformScene scene) : TimeProvider
    {
        private readonly Lock gate = new();
        private readonly HashSet<(ITimer Timer, TimerCallback Callback, object? State, TimeSpan Wait)> waits = [];

        public bool LetsWait { get; set; }

        public override long TimestampFrequency => scene.Clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => scene.Clock.GetUtcNow();

        public override long GetTimestamp() => scene.Clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var isWait = state is Task && state.GetType().Name.StartsWith("DelayPromise", StringComparison.Ordinal);
            if (isWait && !LetsWait)
            {
                End(callback, state, dueTime);
                return scene.Clock.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }

            var timer = scene.Clock.CreateTimer(callback, state, dueTime, period);
            if (isWait)
            {
                lock (gate)
                {
                    waits.Add((timer, callback, state, dueTime));
                }
            }

            return timer;
        }

        /// <summary>Every wait that has begun is over.</summary>
        public void EndWaits()
        {
            LetsWait = false;
            foreach (var (timer, callback, state, wait) in Unfinished())
            {
                timer.Dispose();
                End(callback, state, wait);
            }
        }

        private (ITimer Timer, TimerCallback Callback, object? State, TimeSpan Wait)[] Unfinished()
        {
            lock (gate)
            {
                return [.. waits.Where(each => each.State is Task { IsCompleted: false })];
            }
        }

        private void End(TimerCallback callback, object? state, TimeSpan wait)
        {
            Interlocked.Add(ref scene.skipped, wait.Ticks);
            scene.Clock.Advance(wait);
            callback(state);
        }
    }
}
