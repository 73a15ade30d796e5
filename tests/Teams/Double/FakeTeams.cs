using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Teams.Double;

/// <summary>
/// A strict double of Teams on a free port of this machine: keys and metadata of the Bot Connector, the directory that gives out the bot's
/// token, and the connector itself. It lets people act, and refuses what Teams refuses. Its clock is given.
/// </summary>
internal sealed class FakeTeams : IAsyncDisposable
{
    private readonly WebApplication host;
    private long ids;
    private TaskCompletionSource changed = Signal();

    private FakeTeams(WebApplication host, TimeProvider clock)
    {
        (this.host, Clock) = (host, clock);
        Keys = new FakeTeamsKeys(this);
        Post = new FakeTeamsSender(this);
        Graph = new FakeTeamsGraph(this);
    }

    /// <summary>Where it listens, with a slash at the end.</summary>
    public Uri Address => new($"{host.Urls.First()}/");

    public TimeProvider Clock { get; }

    /// <summary>The bot as it is registered: its id, its secret and its name.</summary>
    public FakeTeamsApp App { get; } = new();

    /// <summary>What signs the connector's tokens.</summary>
    public FakeTeamsKeys Keys { get; }

    /// <summary>The tokens by which the bot speaks.</summary>
    public FakeTeamsTokens Tokens { get; } = new();

    public FakeTeamsSender Post { get; }

    /// <summary>Microsoft Graph, as far as it makes chats.</summary>
    public FakeTeamsGraph Graph { get; }

    /// <summary>What the next calls are to suffer.</summary>
    public FakeTeamsFaults Faults { get; } = new();

    /// <summary>Whether conversations take seven messages in a second, and eight in two.</summary>
    public bool LimitsThreads { get; set; }

    /// <summary>How long anything is waited for, in real time; it only ends what hangs, on however busy a machine.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(60);

    /// <summary>How long a test waits for what the bot is to bring about, in real time, before it gives up.</summary>
    public TimeSpan Patience { get; set; } = MaxWait;

    /// <summary>Every call of the bot, oldest first.</summary>
    public ImmutableList<FakeTeamsCall> Calls { get; private set; } = [];

    /// <summary>What the bot said that no bot should; a test that ends with any has failed.</summary>
    public ImmutableList<string> Complaints { get; internal set; } = [];

    public ImmutableList<FakeTeamsTenant> Tenants { get; private set; } = [];

    /// <summary>Guards the state: one call at a time.</summary>
    internal Lock Gate { get; } = new();

    public static async Task<FakeTeams> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var host = builder.Build();
        var teams = new FakeTeams(host, clock ?? TimeProvider.System);
        host.Use((context, next) =>
        {
            context.Response.Headers.Date = teams.Clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
            return next(context);
        });
        teams.Keys.Map(host);
        new FakeTeamsDirectory(teams).Map(host);
        new FakeTeamsConnector(teams).Map(host);
        teams.Graph.Map(host);
        await host.StartAsync();
        return teams;
    }

    public FakeTeamsTenant AddTenant(string name)
    {
        lock (Gate)
        {
            var tenant = new FakeTeamsTenant(this, name);
            Tenants = Tenants.Add(tenant);
            return tenant;
        }
    }

    public IEnumerable<FakeTeamsCall> CallsOf(string method, string part) =>
        Calls.Where(call => call.Method == method && call.Path.Contains(part, StringComparison.Ordinal));

    /// <summary>Waits, without sleeping, until something holds that calls of the bot bring about.</summary>
    public async Task UntilAsync(Func<bool> holds)
    {
        for (var next = changed.Task; !holds(); next = changed.Task)
        {
            if (holds()) return;
            await next.WaitAsync(Patience);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Post.Dispose();
        Keys.Dispose();
        await host.DisposeAsync();
        Assert.Empty(Complaints);
    }

    internal void Note(FakeTeamsCall call)
    {
        lock (Gate) Calls = Calls.Add(call);
        Changed();
    }

    internal void Changed() => Interlocked.Exchange(ref changed, Signal()).SetResult();

    /// <summary>A number no other thing has, as long as Teams' message ids are.</summary>
    internal string NextId() => (1_776_000_000_000 + Interlocked.Increment(ref ids)).ToString(CultureInfo.InvariantCulture);

    internal static JsonObject Fault(string code, string message) =>
        new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } };

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
