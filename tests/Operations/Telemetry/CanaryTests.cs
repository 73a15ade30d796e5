using IntroBot.Coaching;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.Operations.Scenes;
using IntroBot.Tests.Platforms;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Operations.Telemetry;

/// <summary>
/// From first word to thanks, with everything turned on that an administrator can turn on: neither the log nor what a collector is sent
/// holds words, names or tokens of people.
/// </summary>
[Collection(nameof(NonParallel))]
public sealed class CanaryTests : IDisposable
{
    /// <summary>Every filter opened, by names short and long, for all providers and for the console.</summary>
    private static readonly string[] Categories =
    [
        "Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.Extensions",
        "System", "System.Net.Http", "System.Net.Http.HttpClient", "Azure", "Azure.Core", "Azure.Identity", "OpenTelemetry", "IntroBot",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_playground_tells_nobody_what_was_said_in_it()
    {
        await using var collector = await OtlpCollector.StartAsync();
        var settings = Everything.Select(each => (each.Key.Replace(":", "__", StringComparison.Ordinal), each.Value))
            .Concat(collector.Settings);
        string log;
        await using (var program = await RunningProgram.StartedAsync(
            folder.Path, [("Storage__SqlitePath", folder.File("introbot.db")), .. settings]))
        {
            await LiveAsync(program.Address);
            Assert.Equal(0, await program.SignalAsync("TERM"));
            log = program.Output + program.Errors;
        }

        Assert.Contains("IntroBot is ready", log, StringComparison.Ordinal);
        Assert.Contains("/playground/press", collector.Traces, StringComparison.Ordinal);
        Assert.Contains("introbot.loops.closed", collector.Metrics, StringComparison.Ordinal);
        Canaries.AssertNone(
            log + collector.Traces + collector.Metrics, [.. Canaries.Words, .. Canaries.Names, "as=ava", "as=grace", "playground-"]);
    }

    [Fact]
    public async Task What_a_failure_quotes_stays_out_of_the_playgrounds_log()
    {
        await using var program = await InProcessProgram.StartAsync(settings: Everything);
        using var ava = new PlaygroundClient(program.Address, "ava");
        program.Store.Error = new FormatException($"'{Asks.Good.WhyThem}' is no number.");
        (program.Store.IsFailing, program.Store.OnlyWritesFail) = (true, true);
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => ava.TypeAsync(Asks.Good.Who));

        Assert.Contains(program.Log.Errors, line => line.Contains("FormatException", StringComparison.Ordinal));
        Canaries.AssertNone(string.Join('\n', program.Log.Lines.Select(line => line.Text)), [.. Canaries.Words, .. Canaries.Names]);
    }

    [Fact]
    public Task Slack_is_spoken_with_in_confidence() => InConfidenceAsync(
        settings => SlackScene.OpenAsync(lookedAfter: settings),
        scene => new SlackDriver(scene),
        async scene =>
        {
            scene.Slack.Faults.Refuse("views.open", "fatal_error");
            scene.Slack.Faults.Fail("response_url");
            await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "ask", scene.General));
            scene.Slack.Faults.Cut("chat.postMessage");
            scene.Slack.Faults.AnswerHtml("conversations.open");
            await scene.AfterAsync(scene.Ava.SaysAsync("status"));
            scene.Slack.ComplainsOfAnswers = false;
            await WhileItQuotesAsync(scene, () => scene.Ava.SaysAsync(Asks.Good.SmallStep));
            await WhileItQuotesAsync(scene, () => scene.Ava.TypesAsync("/intro", Asks.Good.SmallStep));
            scene.Slack.ComplainsOfAnswers = true;
        },
        scene =>
        [
            scene.Acme.Token, scene.Slack.App.SigningSecret, scene.Slack.App.ClientSecret, "xoxb-", "hooks.slack.com",
            scene.Ava.Id, scene.Grace.Id, .. scene.Acme.Channels.Select(channel => channel.Id),
            .. scene.Slack.CallsOf("response_url").Select(call => call["id"]),
        ],
        "/slack/events");

    [Fact]
    public Task Teams_is_spoken_with_in_confidence() => InConfidenceAsync(
        settings => TeamsScene.OpenAsync(lookedAfter: settings),
        scene => new TeamsDriver(scene),
        async scene =>
        {
            scene.Teams.Faults.AnswerHtml("POST conversations", 500);
            scene.Teams.Faults.Cut("POST conversations");
            scene.Teams.Tokens.RevokeAll();
            await scene.AfterAsync(scene.Ava.SaysAsync("status"));
            await WhileItQuotesAsync(
                scene, async () => await Assert.ThrowsAsync<FakeTeamsUserErrorException>(() => scene.Ava.SaysAsync(Asks.Good.SmallStep)));
        },
        scene =>
        [
            scene.Teams.App.Secret, "Bearer ", "eyJ", .. scene.Teams.Calls.Select(call => call.Token).Distinct(),
            scene.Ava.Id, scene.Grace.Id, .. scene.Acme.Conversations.Select(conversation => conversation.Id),
        ],
        "/api/messages");

    private static (string Key, string Value)[] Everything =>
    [
        .. Categories.Select(category => ($"Logging:LogLevel:{category}", "Trace")),
        .. Categories.Select(category => ($"Logging:Console:LogLevel:{category}", "Trace")),
        ("Logging:Console:FormatterOptions:IncludeScopes", "true"),
        ("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION", "true"),
        ("OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION", "true"),
    ];

    /// <summary>Fair weather and foul.</summary>
    private static async Task InConfidenceAsync<TScene>(
        Func<(string Key, string Value)[], Task<TScene>> open, Func<TScene, IPlatformDriver> stageOf,
        Func<TScene, Task> foul, Func<TScene, IEnumerable<string>> secrets, string route)
        where TScene : PlatformScene
    {
        await using var collector = await OtlpCollector.StartAsync();
        string log;
        string[] canaries;
        await using (var scene = await open([.. Everything, .. collector.Settings]))
        {
            var driver = stageOf(scene);
            await driver.GivesAsync("Grace", "supply chain", "sourcing");
            await driver.SaysAsync("Ava", Asks.Good.Who);
            await driver.PressesAsync("Ava", "Yes, start");
            await driver.SaysAsync("Ava", "cancel");
            await foul(scene);
            await driver.AsksAsync("Ava");
            await driver.PressesAsync("Grace", "Yes, connect us");
            await scene.PassAsync(TimeSpan.FromDays(4));
            await driver.MetAsync("Ava", Canaries.Thanks);
            await scene.BreatheAsync();
            Assert.Contains(driver.Titles("Grace"), title => title.StartsWith("Ava Stone says thank you", StringComparison.Ordinal));
            canaries = [.. secrets(scene)];
            log = string.Join('\n', scene.Log.Lines.Select(line => line.Text));
        }

        Assert.Contains(route, collector.Traces, StringComparison.Ordinal);
        Assert.Contains("introbot.platform.calls", collector.Metrics, StringComparison.Ordinal);
        Canaries.AssertNone(log + collector.Traces + collector.Metrics, [.. Canaries.Words, .. Canaries.Names, .. canaries]);
    }

    /// <summary>Whatever reaches the store fails, in words of people.</summary>
    private static async Task WhileItQuotesAsync(PlatformScene scene, Func<Task> act)
    {
        (scene.Store.Error, scene.Store.IsFailing) = (new FormatException($"'{Asks.Good.WhyThem}' is no number."), true);
        await act();
        scene.Store.IsFailing = false;
    }

    private static async Task LiveAsync(Uri address)
    {
        using var ava = new PlaygroundClient(address, "ava");
        using var grace = new PlaygroundClient(address, "grace");
        var words = Asks.Good with { Deadline = null, DeadlineReason = "" };
        await ava.TypeAsync(words.Who);
        await ava.PressAsync("Yes, start");
        await ava.PressAsync("Use the form");
        await ava.SubmitAsync([.. AskTemplate.Fields.Select(field => (field.Id, field.Read(words)))]);
        await ava.SubmitAsync(
            (AskTemplate.Note, await ava.BoxAsync(AskTemplate.Note)), (AskTemplate.Promises, FormAnswers.Ticked));
        await grace.AwaitAsync("so I thought of you");
        await grace.PressAsync("Yes, connect us");
        await ava.MoveClockAsync("3d");
        await ava.AwaitAsync("We met");
        await ava.PressAsync("We met");
        await ava.SubmitAsync(("thanks", Canaries.Thanks), ("worth", ""));
        await grace.AwaitAsync("You opened this door");
    }
}
