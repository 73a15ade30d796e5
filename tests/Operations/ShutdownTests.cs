using System.Net;
using System.Net.Http.Headers;
using IntroBot.Intros;
using IntroBot.Storage;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;
using IntroBot.Tests.Operations.Scenes;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Double.Deliveries;
using IntroBot.Tests.Slack.Scenes;
using IntroBot.Tests.Storage.Scenes;
using IntroBot.Tests.Storage.Work;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Operations;

/// <summary>
/// A program that is asked to stop answers who is asking, finishes what it is saying, and leaves the rest for its next start.
/// </summary>
public sealed class ShutdownTests
{
    [Fact]
    public async Task A_request_that_has_begun_is_answered_and_what_it_asked_for_is_kept()
    {
        await using var scene = await StartAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        var asked = await scene.Grace.TypesAsync("/intro", "help");
        using var wire = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) });
        using var request = Again(scene, asked, "pause 2w", out var body);
        var answer = wire.SendAsync(request);
        await body.Begun;

        await scene.Program.AskToStopAsync();
        body.Open();
        using var answered = await answer;
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Contains("Enjoy the rest", await answered.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await scene.Program.EndAsync());

        Assert.Single(await RowsAsync(scene, StoreKeys.Log), row => row.Columns["Event"] == "Paused");
    }

    [Fact]
    public async Task A_message_on_its_way_arrives_and_is_written_off_before_the_program_ends()
    {
        await using var scene = await StartAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.Ava.TypesAsync("/intro");
        var held = scene.Slack.Faults.Hold("chat.postMessage");
        var before = scene.Slack.CountOf("chat.postMessage");
        await scene.SendsAskAsync(scene.Ava, "supply chain");
        await scene.Slack.UntilAsync(() => scene.Slack.CountOf("chat.postMessage") > before);

        await scene.Program.AskToStopAsync();
        held.SetResult();
        Assert.Equal(0, await scene.Program.EndAsync());

        Assert.Single(scene.Grace.Chat.Messages);
        var rows = await RowsAsync(scene, StoreKeys.Core);
        Assert.DoesNotContain(rows, row => row.Row.StartsWith(StoreKeys.Outbox, StringComparison.Ordinal));
        Assert.Single(rows, row => row.Row.StartsWith($"{StoreKeys.Receipts}offer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_time_is_up_nothing_more_is_begun_and_what_waits_stays_in_storage()
    {
        await using var memory = new SqliteTableStore($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
        await memory.OpenAsync(CancellationToken.None);
        var messenger = new FakeMessenger();
        var gate = new GatedMessenger(messenger, envelope => envelope.MessageId.Contains("connection", StringComparison.Ordinal));
        var community = await Community.OpenAsync(new NonClosingTableStore(memory), messenger: messenger, wire: gate);
        var ava = community.Person("Ava Stone", "Europe/Berlin");
        var grace = await community.GiverAsync("Grace Okafor", "supply chain, sourcing", "Africa/Lagos");
        var intro = await community.AskAsync(ava);
        await community.PressAsync(grace, "Yes, connect us");
        await gate.Arrived;

        var stopped = community.The<OutboxPump>().StopAsync(CancellationToken.None);
        community.Clock.Advance(OutboxPump.DrainTime);
        Assert.False(stopped.IsCompleted);
        gate.Open();
        await stopped;

        // The words that had begun have arrived; the ones behind them wait, and the next start says them.
        Assert.NotEmpty(messenger.MeetingOf(ava.Ref, grace.Ref));
        Assert.Equal(IntroStage.Connected, (await community.Intros.FindAsync(intro.Workspace, intro.Id, CancellationToken.None))!.Stage);
        Assert.Contains("Yes, connect us", messenger.ChatOf(grace.Ref)[^1].Buttons.Select(button => button.Label));
        await community.DisposeAsync();
        await using var next = await Community.OpenAsync(new NonClosingTableStore(memory), community.Clock, messenger);
        await next.PassAsync(TimeSpan.FromHours(1));
        Assert.DoesNotContain("Yes, connect us", messenger.ChatOf(grace.Ref)[^1].Buttons.Select(button => button.Label));
    }

    private static Task<SlackProgram> StartAsync() =>
        SlackProgram.StartAsync(
            RunningProgram.Built, (app, acme) => [("Slack__SigningSecret", app.SigningSecret), ("Slack__BotToken", acme.Token)]);

    /// <summary>What the program left when it ended.</summary>
    private static async Task<List<TableRow>> RowsAsync(SlackProgram scene, string table)
    {
        await using var file = new SqliteTableStore(scene.File, TableStores.Tables);
        await file.OpenAsync(CancellationToken.None);
        return await file.ScanAsync(table, CancellationToken.None).ToListAsync();
    }

    /// <summary>The same command with other words, whose body is sent by halves.</summary>
    private static HttpRequestMessage Again(SlackProgram scene, FakeSlackDelivery asked, string words, out GatedContent body)
    {
        var payload = (JsonObject)asked.Payload.DeepClone();
        (payload["text"], payload["trigger_id"]) = (words, scene.Slack.Triggers.Issue(scene.Grace));
        var dispatch = FakeSlackDispatch.Of(FakeSlackDispatchKind.Command, payload)
            .Signed(scene.Slack.App.SigningSecret, scene.Slack.Clock.GetUtcNow());
        body = new GatedContent(dispatch.Body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(dispatch.ContentType) } };
        var request = new HttpRequestMessage(HttpMethod.Post, scene.Slack.App.UrlOf(FakeSlackDispatchKind.Command))
        {
            Content = body,
            Headers = { ExpectContinue = true },
        };
        foreach (var (name, value) in dispatch.Headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
