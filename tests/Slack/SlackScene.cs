using IntroBot.Chat;
using IntroBot.Decisions;
using IntroBot.Platforms;
using IntroBot.Slack;
using IntroBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Slack;

/// <summary>
/// The whole program in a Slack workspace: real stories, store, outbox and adapter, the double of Slack, and a clock that stands still. It
/// wakes on Monday 23 November 2026 at 10:00 UTC.
/// </summary>
internal sealed class SlackScene : IAsyncDisposable
{
    private readonly SqliteTableStore disk;
    private readonly Func<Task<WebApplication>> start;
    private readonly List<WebApplication> programs = [];

    private SlackScene(SqliteTableStore disk, TrippingTables store, Func<Task<WebApplication>> start, FakeSlack slack, FakeTimeProvider clock, KeptLog log, FakeSlackWorkspace acme)
    {
        (this.disk, Store, this.start, Slack, Clock, Log, Acme) = (disk, store, start, slack, clock, log, acme);
        Ava = acme.AddPerson("Ava Stone", person => person.TimeZone = "Europe/Berlin");
        Grace = acme.AddPerson("Grace Okafor", person => person.TimeZone = "Africa/Lagos");
        General = acme.AddChannel("general", Ava, Grace);
    }

    public FakeSlack Slack { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>Everything the program logged, at every level.</summary>
    public KeptLog Log { get; }

    public FakeSlackWorkspace Acme { get; }

    public FakeSlackPerson Ava { get; }

    public FakeSlackPerson Grace { get; }

    /// <summary>A channel the bot is not in.</summary>
    public FakeSlackChannel General { get; }

    public Uri Address => new(programs[0].Urls.First());

    public ITableStore Tables => disk;

    /// <summary>The store as the program has it, which a test can let fail.</summary>
    public TrippingTables Store { get; }

    /// <param name="options">What is configured besides the address of the Web API; one workspace by token when nothing is said.</param>
    /// <param name="prepare">What Slack is told before the program starts.</param>
    public static async Task<SlackScene> OpenAsync(Action<SlackOptions, FakeSlack>? options = null, Action<FakeSlack>? prepare = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        var slack = await FakeSlack.StartAsync(clock);
        prepare?.Invoke(slack);
        var acme = slack.AddWorkspace("Acme");
        var settings = new SlackOptions { ApiUrl = $"{slack.Address}api/", SigningSecret = slack.App.SigningSecret, BotToken = acme.Token };
        options?.Invoke(settings, slack);

        var log = new KeptLog();
        var disk = new SqliteTableStore($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
        await disk.OpenAsync(CancellationToken.None);
        var store = new TrippingTables(disk);
        var scene = new SlackScene(disk, store, () => StartAsync(settings, store, new ImpatientClock(clock), clock, log), slack, clock, log, acme);
        await scene.StartAnotherAsync();
        return scene;
    }

    /// <summary>Starts one more instance of the program on the same store; Slack tells it everything from now on.</summary>
    public async Task StartAnotherAsync()
    {
        programs.Add(await start());
        Slack.App.ListensAt(new Uri($"{programs[^1].Urls.First()}/slack/events"));
    }

    public T The<T>()
        where T : notnull => programs[0].Services.GetRequiredService<T>();

    /// <summary>Waits until everything committed and promised has been handled; whoever waits for a moment brings it about.</summary>
    public async Task SettleAsync()
    {
        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(programs.SelectMany(Unsettled));
        }
    }

    /// <summary>A moment later, with all that falls due in it.</summary>
    public Task BreatheAsync() => PassAsync(TimeSpan.FromSeconds(40));

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

    public async Task<FakeSlackDelivery> AfterAsync(Task<FakeSlackDelivery> act)
    {
        var delivery = await act;
        await SettleAsync();
        return delivery;
    }

    public static Person PersonOf(FakeSlackPerson who) =>
        new(new PersonRef(new WorkspaceId($"slack.{who.Workspace.Id}"), who.Id), who.RealName, who.TimeZone ?? "UTC", "en");

    public async ValueTask DisposeAsync()
    {
        foreach (var app in programs)
        {
            await app.Services.GetRequiredService<OutboxPump>().StopAsync(CancellationToken.None);
            await app.StopAsync();
            await app.DisposeAsync();
        }

        await Slack.DisposeAsync();
        disk.Dispose();
    }

    private static async Task<WebApplication> StartAsync(SlackOptions settings, TrippingTables store, WallClock wall, FakeTimeProvider clock, KeptLog log)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddStorage(_ => store);
        builder.Services.AddStories();
        builder.Services.AddSlack(settings, clock).AddSingleton<WallClock>(wall);
        var app = builder.Build();
        app.MapSlack();
        await app.StartAsync();
        await app.Services.GetRequiredService<OutboxPump>().StartAsync(CancellationToken.None);
        return app;
    }

    private static Task[] Unsettled(WebApplication app) =>
    [
        app.Services.GetRequiredService<IDueWork>().SettleAsync(CancellationToken.None),
        app.Services.GetRequiredService<Afterwards>().SettleAsync(CancellationToken.None),
    ];

    /// <summary>From now on whoever waits for a moment does wait, until the test lets time pass.</summary>
    public void LetWait() => ((ImpatientClock)The<WallClock>()).LetsWait = true;

    /// <summary>A wait moves the clock on and is over.</summary>
    private sealed class ImpatientClock(FakeTimeProvider clock) : WallClock(clock)
    {
        public bool LetsWait { get; set; }

        public override Task WaitAsync(TimeSpan wait, CancellationToken token)
        {
            if (LetsWait)
            {
                return base.WaitAsync(wait, token);
            }

            clock.Advance(wait);
            return Task.CompletedTask;
        }
    }
}
