using IntroBot.Tests.Slack.Double.Deliveries;
using IntroBot.Tests.Slack.Double.WebApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Slack.Double;

/// <summary>
/// A strict double of Slack on a free port of this machine: it answers the Web API, lets people act, and refuses what Slack refuses.
/// Its clock is given; real time only ends what hangs.
/// </summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    private readonly WebApplication host;
    private long ids;
    private long microseconds;
    private TaskCompletionSource changed = Signal();

    private FakeSlack(WebApplication host, TimeProvider clock)
    {
        this.host = host;
        Clock = clock;
        Post = new FakeSlackSender(this);
        Sockets = new FakeSlackSockets(this);
        Responses = new FakeSlackResponseUrls(this);
    }

    /// <summary>Where it listens, with a slash at the end; the Web API is at <c>api/</c> below it.</summary>
    public Uri Address => new($"{host.Urls.First()}/");

    public TimeProvider Clock { get; }

    /// <summary>The one app that is registered here: its ids, secrets and settings.</summary>
    public FakeSlackApp App { get; } = new();

    /// <summary>What the next calls are to suffer.</summary>
    public FakeSlackFaults Faults { get; } = new();

    public FakeSlackSockets Sockets { get; }

    public FakeSlackTriggers Triggers { get; } = new();

    public FakeSlackSender Post { get; }

    public FakeSlackResponseUrls Responses { get; }

    /// <summary>
    /// How long an answer is waited for, in real time. Slack waits three seconds, which a busy machine can sleep away; that an answer waits
    /// for nothing it need not is told by holding that back.
    /// </summary>
    public TimeSpan AnswerTime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a test waits for what the app is to bring about, in real time, before it gives up.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Whether an act fails when the app's answer is one that Slack would show as an error; on unless a test is about that answer.
    /// </summary>
    public bool ComplainsOfAnswers { get; set; } = true;

    /// <summary>Whether a second message to a channel within a second is refused with 429.</summary>
    public bool LimitsMessages { get; set; }

    /// <summary>Every call of the Web API and of response URLs, oldest first.</summary>
    public ImmutableList<FakeSlackCall> Calls { get; private set; } = [];

    public ImmutableList<FakeSlackWorkspace> Workspaces { get; private set; } = [];

    /// <summary>The consent pages that were opened, oldest first.</summary>
    public ImmutableList<FakeSlackConsent> Consents { get; private set; } = [];

    /// <summary>What consents were exchanged for, by code.</summary>
    internal Dictionary<string, FakeSlackGrant> Grants { get; } = new(StringComparer.Ordinal);

    /// <summary>Guards the state: one call at a time.</summary>
    internal Lock Gate { get; } = new();

    public static async Task<FakeSlack> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var host = builder.Build();
        var slack = new FakeSlack(host, clock ?? TimeProvider.System);
        host.Use((context, next) =>
        {
            context.Response.Headers.Date = slack.Clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
            return next(context);
        });
        host.UseWebSockets();
        host.MapPost("/api/{method}", new FakeSlackApi(slack).AnswerAsync);
        host.MapPost("/response/{id}", slack.Responses.AnswerAsync);
        host.MapGet("/oauth/v2/authorize", new FakeSlackOAuth(slack).AskAsync);
        host.Map("/link", slack.Sockets.AcceptAsync);
        await host.StartAsync();
        return slack;
    }

    /// <summary>Adds a workspace; the app is installed in it unless said otherwise.</summary>
    public FakeSlackWorkspace AddWorkspace(string name, bool installed = true)
    {
        lock (Gate)
        {
            var workspace = new FakeSlackWorkspace(this, NextId("T"), name);
            Workspaces = Workspaces.Add(workspace);
            if (installed) workspace.Install(App.Scopes);
            return workspace;
        }
    }

    public IEnumerable<FakeSlackCall> CallsOf(string method) => Calls.Where(call => call.Method == method);

    public int CountOf(string method) => CallsOf(method).Count();

    /// <summary>Waits, without sleeping, until something holds that calls of the app bring about.</summary>
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
        Sockets.Cut();
        Post.Dispose();
        await host.DisposeAsync();
    }

    internal void Note(FakeSlackCall call)
    {
        lock (Gate) Calls = Calls.Add(call);
        Changed();
    }

    internal void Note(FakeSlackConsent consent)
    {
        lock (Gate) Consents = Consents.Add(consent);
    }

    internal void Changed() => Interlocked.Exchange(ref changed, Signal()).SetResult();

    internal string NextId(string prefix) => $"{prefix}{Interlocked.Increment(ref ids):D8}";

    /// <summary>A message timestamp no message had before.</summary>
    internal string NextTs()
    {
        lock (Gate)
        {
            microseconds = Math.Max(microseconds + 1, Clock.GetUtcNow().ToUnixTimeMilliseconds() * 1000);
            return string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1_000_000}.{microseconds % 1_000_000:D6}");
        }
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
