using IntroBot.Chat;
using IntroBot.Coaching;
using IntroBot.Decisions;
using IntroBot.Givers;
using IntroBot.Platforms;
using IntroBot.Storage;
using IntroBot.Teams;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Teams;

/// <summary>
/// The whole program in a tenant of Teams: real stories, store, outbox and adapter, the double of Teams, and a clock that stands still. It
/// wakes on Monday 23 November 2026 at 10:00 UTC, when everybody has added the bot for themselves.
/// </summary>
internal sealed class TeamsScene : IAsyncDisposable
{
    private readonly SqliteTableStore disk;
    private readonly Func<Task<WebApplication>> start;
    private readonly List<WebApplication> programs = [];

    private TeamsScene(SqliteTableStore disk, Func<Task<WebApplication>> start, FakeTeams teams, FakeTimeProvider clock, KeptLog log, FakeTeamsTenant acme)
    {
        (this.disk, this.start, Teams, Clock, Log, Acme) = (disk, start, teams, clock, log, acme);
        Ava = acme.AddPerson("Ava Stone", person => person.TimeZone = "Europe/Berlin");
        Grace = acme.AddPerson("Grace Okafor", person => person.TimeZone = "Africa/Lagos");
    }

    public FakeTeams Teams { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>Everything the program logged, at every level.</summary>
    public KeptLog Log { get; }

    public FakeTeamsTenant Acme { get; }

    public FakeTeamsPerson Ava { get; }

    public FakeTeamsPerson Grace { get; }

    public Uri Address => new(programs[^1].Urls.First());

    public ITableStore Tables => disk;

    /// <param name="options">What is configured besides addresses; one tenant by secret when nothing is said.</param>
    public static async Task<TeamsScene> OpenAsync(Action<TeamsOptions, FakeTeams>? options = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        var teams = await FakeTeams.StartAsync(clock);
        var acme = teams.AddTenant("Acme");
        var settings = new TeamsOptions
        {
            AppId = teams.App.Id,
            TenantId = acme.Id,
            ClientSecret = teams.App.Secret,
            Issuer = FakeTeamsKeys.Issuer,
            OpenIdMetadata = teams.Keys.Metadata.ToString(),
            TokenEndpoint = $"{teams.Address}{acme.Id}/oauth2/v2.0/token",
        };
        options?.Invoke(settings, teams);

        var log = new KeptLog();
        var disk = new SqliteTableStore($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
        await disk.OpenAsync(CancellationToken.None);
        var scene = new TeamsScene(disk, () => StartAsync(settings, disk, clock, log), teams, clock, log, acme);
        await scene.StartAnotherAsync();
        foreach (var person in acme.People) await person.InstallsAsync();
        await scene.SettleAsync();
        return scene;
    }

    /// <summary>Starts one more instance of the program on the same store; Teams tells it everything from now on.</summary>
    public async Task StartAnotherAsync()
    {
        programs.Add(await start());
        Teams.App.Endpoint = new Uri($"{programs[^1].Urls.First()}/api/messages");
    }

    public T The<T>()
        where T : notnull => programs[^1].Services.GetRequiredService<T>();

    /// <summary>Waits until everything committed and promised has been handled; whoever waits for a moment brings it about.</summary>
    public async Task SettleAsync()
    {
        for (var round = 0; round < 3; round++) await Task.WhenAll(programs.SelectMany(Unsettled));
    }

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

    public async Task<FakeTeamsAnswer> AfterAsync(Task<FakeTeamsAnswer> act)
    {
        var answer = await act;
        await SettleAsync();
        return answer;
    }

    /// <summary>Opts in by the word <c>give</c> and the form it brings.</summary>
    public async Task GivesAsync(FakeTeamsPerson who, params string[] topics)
    {
        await AfterAsync(who.SaysAsync("give"));
        await AfterAsync(who.PressesAsync(who.Chat.Last.Buttons.First(), null, (GiverForms.Topics, string.Join(", ", topics))));
        await BreatheAsync();
    }

    /// <summary>Writes a good ask in the dialog, goes on to the note, promises and sends it.</summary>
    public async Task AsksAsync(FakeTeamsPerson who)
    {
        await AfterAsync(who.OpensDialogAsync());
        await AfterAsync(who.PressesInDialogAsync("Next: your note", [.. Answers]));
        for (var tries = 0; tries < 3 && who.Dialog is { Title: "Your note and promises" } dialog; tries++)
        {
            var send = FakeTeamsCards.Actions(dialog.Card).First()["title"]!.GetValue<string>();
            await AfterAsync(who.PressesInDialogAsync(send, (AskTemplate.Promises, FormAnswers.Ticked)));
        }

        await BreatheAsync();
    }

    /// <summary>What a good ask says in each field that is not the note.</summary>
    public static IEnumerable<(string Field, string Entry)> Answers =>
        AskTemplate.Fields.Where(each => each.Read(Asks.Good).Length > 0 && each.Id is not (AskTemplate.Note or AskTemplate.Promises)).Select(each => (each.Id, each.Read(Asks.Good)));

    public async ValueTask DisposeAsync()
    {
        foreach (var app in programs)
        {
            await app.Services.GetRequiredService<OutboxPump>().StopAsync(CancellationToken.None);
            await app.StopAsync();
            await app.DisposeAsync();
        }

        await Teams.DisposeAsync();
        disk.Dispose();
    }

    private static async Task<WebApplication> StartAsync(TeamsOptions settings, ITableStore store, FakeTimeProvider clock, KeptLog log)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddStorage(_ => store);
        builder.Services.AddStories();
        builder.Services.AddSingleton<WallClock>(new ImpatientClock(clock));
        builder.Services.AddTeams(settings, clock);
        var app = builder.Build();
        app.MapTeams();
        await app.StartAsync();
        await app.Services.GetRequiredService<OutboxPump>().StartAsync(CancellationToken.None);
        return app;
    }

    private static Task[] Unsettled(WebApplication app) =>
    [
        app.Services.GetRequiredService<IDueWork>().SettleAsync(CancellationToken.None),
        app.Services.GetRequiredService<Afterwards>().SettleAsync(CancellationToken.None),
    ];

    /// <summary>A wait moves the clock on and is over.</summary>
    private sealed class ImpatientClock(FakeTimeProvider clock) : WallClock(clock)
    {
        public override Task WaitAsync(TimeSpan wait, CancellationToken token)
        {
            clock.Advance(wait);
            return Task.CompletedTask;
        }
    }
}
