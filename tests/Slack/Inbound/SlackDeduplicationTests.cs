using System.Text.RegularExpressions;
using IntroBot.Coaching;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.Platforms;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Double.Deliveries;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack.Inbound;

/// <summary>What Slack tells more than once happens once: at the same moment, later, in any order, to another instance.</summary>
public sealed partial class SlackDeduplicationTests
{
    public static TheoryData<int> Times => [2, 3, 4];

    [Theory, MemberData(nameof(Times))]
    public async Task The_main_job_told_several_times_over_is_the_main_job_told_once(int times)
    {
        await using var once = await SlackScene.OpenAsync();
        await using var often = await SlackScene.OpenAsync();
        often.Slack.Post.Times = times;

        await MainJobAsync(once);
        await MainJobAsync(often);

        Assert.Equal(await EndAsync(once), await EndAsync(often));
        Assert.Empty(often.Log.Errors);
    }

    [Theory, MemberData(nameof(Times))]
    public async Task An_ask_told_in_the_chat_several_times_over_is_one_ask(int times)
    {
        await using var once = await SlackScene.OpenAsync();
        await using var often = await SlackScene.OpenAsync();
        often.Slack.Post.Times = times;

        await AsksInChatAsync(once, []);
        await AsksInChatAsync(often, []);

        Assert.Contains(SlackSnapshot.Seen(once.Acme), line => line.Contains("Could you help Ava Stone?", StringComparison.Ordinal));
        Assert.Equal(await EndAsync(once), await EndAsync(often));
    }

    [Fact]
    public async Task Old_events_that_come_again_in_any_order_and_to_another_instance_change_nothing()
    {
        await using var scene = await SlackScene.OpenAsync();
        var told = new List<FakeSlackDelivery>();
        scene.General.Add(scene.Acme.Bot);
        told.Add(await scene.AfterAsync(scene.Ava.OpensHomeAsync()));
        await AsksInChatAsync(scene, told);
        told.Add(await scene.AfterAsync(scene.Ava.MentionsAsync(scene.General, "status")));
        told.Add(await scene.AfterAsync(scene.Grace.ChangesAsync(each => each.TimeZone = "Europe/Rome")));
        var before = await scene.SnapshotAsync();

        await RedeliverAsync(scene, told, seed: 1);
        Assert.Equal(before, await scene.SnapshotAsync());

        await scene.StartAnotherAsync();
        await RedeliverAsync(scene, told, seed: 2);
        Assert.Equal(before, await scene.SnapshotAsync());

        await scene.PassAsync(TimeSpan.FromHours(20));
        before = await scene.SnapshotAsync();
        await RedeliverAsync(scene, told, seed: 3);
        Assert.Equal(before, await scene.SnapshotAsync());
    }

    [Theory, InlineData("event"), InlineData("time"), InlineData("no time"), InlineData("mention")]
    public async Task One_message_told_by_several_events_is_one_answer_of_a_draft(string told)
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.AfterAsync(scene.Ava.SaysAsync(Asks.Good.Who));
        await scene.AfterAsync(scene.Ava.PressesAsync("Yes, start"));
        await scene.AfterAsync(scene.Ava.SaysAsync("supply chain"));
        var said = await scene.AfterAsync(scene.Ava.SaysAsync("We lose a week at every border"));
        var before = SlackSnapshot.Seen(scene.Acme).ToList();

        for (var times = 0; times < 3; times++)
        {
            var again = (System.Text.Json.Nodes.JsonObject)said.Payload.DeepClone();
            var happened = (System.Text.Json.Nodes.JsonObject)again["event"]!;
            again["event_id"] = $"Ev{times}";
            if (told == "time") happened["ts"] = $"170000010{times}.000100";
            if (told == "no time") happened.Remove("ts");
            if (told == "mention") happened["type"] = "app_mention";
            Assert.Equal(200, (await scene.AfterAsync(scene.Slack.Post.SendAsync(FakeSlackDispatchKind.Event, again))).Status);
        }

        Assert.Equal(before, SlackSnapshot.Seen(scene.Acme));
        await scene.AfterAsync(scene.Ava.SaysAsync("status"));
        Assert.NotEqual(before, SlackSnapshot.Seen(scene.Acme));
    }

    [Fact]
    public async Task Clicks_and_forms_that_reach_another_instance_too_are_done_once()
    {
        await using var scene = await SlackScene.OpenAsync();
        var told = (await MainJobAsync(scene)).Where(each => each.Dispatch.Kind == FakeSlackDispatchKind.Interaction).ToList();
        var before = await scene.DumpAsync("Core", "Log");

        await scene.StartAnotherAsync();
        await RedeliverAsync(scene, told, seed: 4);

        Assert.Equal(before, await scene.DumpAsync("Core", "Log"));
        Assert.Empty(scene.Log.Errors);
    }

    [Theory, InlineData("bot_message"), InlineData("message_changed"), InlineData("message_deleted"),
        InlineData("message_replied"), InlineData("channel_join"), InlineData("ekm_access_denied")]
    public async Task What_is_called_a_message_and_is_none_is_never_answered(string subtype)
    {
        await using var scene = await SlackScene.OpenAsync();
        var said = await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        await NeverAnsweredAsync(scene, said, happened => happened["subtype"] = subtype);
    }

    [Fact]
    public async Task Bots_and_the_bot_itself_are_never_answered()
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.General.Add(scene.Acme.Bot);
        var robot = scene.Acme.AddPerson("Build Robot", each => each.IsBot = true);
        var said = await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        var mention = await scene.AfterAsync(scene.Ava.MentionsAsync(scene.General, "help"));
        foreach (var each in (FakeSlackDelivery[])[said, mention])
        {
            await NeverAnsweredAsync(scene, each, happened => happened["bot_id"] = scene.Acme.BotId);
            await NeverAnsweredAsync(scene, each, happened => happened["hidden"] = true);
            await NeverAnsweredAsync(scene, each, happened => happened["subtype"] = "bot_message");
            foreach (var user in (string[])[scene.Acme.Bot.Id, scene.Acme.Slackbot.Id, robot.Id])
                await NeverAnsweredAsync(scene, each, happened => happened["user"] = user);
        }

        var before = SlackSnapshot.Seen(scene.Acme).ToList();
        await scene.AfterAsync(scene.Ava.Chat.Last.EchoAsync());
        await scene.AfterAsync(scene.Ava.Chat.Last.EchoUpdateAsync());
        await scene.AfterAsync(scene.Ava.EditsAsync(scene.Ava.Chat.Messages[0], "status"));
        Assert.Equal(before.Count, SlackSnapshot.Seen(scene.Acme).Count());
    }

    private static async Task<List<FakeSlackDelivery>> MainJobAsync(SlackScene scene)
    {
        var (ava, grace) = (scene.Ava, scene.Grace);
        var told = new List<FakeSlackDelivery>();
        await scene.GivesAsync(grace, "supply chain", "sourcing");
        told.Add(await scene.AfterAsync(ava.TypesAsync("/intro")));
        await scene.FillsInAskAsync(ava);
        told.Add(await scene.AfterAsync(ava.SubmitsAsync()));
        await scene.SendsAsync(ava);
        told.Add(await scene.AfterAsync(grace.PressesAsync("Yes, connect us")));
        await scene.PassAsync(TimeSpan.FromDays(3));
        told.Add(await scene.AfterAsync(ava.PressesAsync("Not yet")));
        await scene.PassAsync(TimeSpan.FromDays(4));
        told.Add(await scene.AfterAsync(ava.PressesAsync("We met")));
        told.Add(await scene.AfterAsync(ava.SubmitsAsync(("thanks", "Thank you, Grace. That saved us a month."))));
        await scene.AsksAsync(ava);
        await scene.PassAsync(TimeSpan.FromDays(7));
        if (grace.Chat.Messages.Any(message => message.Buttons.Contains("Not now")))
            told.Add(await scene.AfterAsync(grace.PressesAsync("Not now")));
        await scene.BreatheAsync();
        return told;
    }

    /// <summary>Begins with a sentence, answers whatever is asked, and promises.</summary>
    private static async Task AsksInChatAsync(SlackScene scene, List<FakeSlackDelivery> told)
    {
        var ava = scene.Ava;
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");
        told.Add(await scene.AfterAsync(ava.SaysAsync(Asks.Good.Who)));
        await scene.AfterAsync(ava.PressesAsync("Yes, start"));
        for (var asked = 0; asked < 12 && Question().Match(ava.Chat.Last.Text) is { Success: true } question; asked++)
        {
            var field = AskTemplate.Fields[int.Parse(question.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) - 1];
            told.Add(await scene.AfterAsync(ava.SaysAsync(field.Read(Asks.Good))));
        }

        Assert.StartsWith("Ready?", ava.Chat.Last.Text, StringComparison.Ordinal);
        await scene.AfterAsync(ava.PressesAsync("I promise, send it"));
        await scene.BreatheAsync();
    }

    private static async Task NeverAnsweredAsync(SlackScene scene, FakeSlackDelivery said, Action<System.Text.Json.Nodes.JsonObject> change)
    {
        var before = SlackSnapshot.Seen(scene.Acme).ToList();
        var core = await scene.DumpAsync("Core", "Log", "Due");
        var envelope = (System.Text.Json.Nodes.JsonObject)said.Payload.DeepClone();
        envelope["event_id"] = $"Ev{Guid.NewGuid():N}";
        change((System.Text.Json.Nodes.JsonObject)envelope["event"]!);
        Assert.Equal(200, (await scene.AfterAsync(scene.Slack.Post.SendAsync(FakeSlackDispatchKind.Event, envelope))).Status);
        Assert.Equal(before, SlackSnapshot.Seen(scene.Acme));
        Assert.Equal(core, await scene.DumpAsync("Core", "Log", "Due"));
    }

    private static async Task RedeliverAsync(SlackScene scene, List<FakeSlackDelivery> told, int seed)
    {
        var order = told.Concat(told).ToArray();
        new Random(seed).Shuffle(order);
        foreach (var each in order) Assert.Equal(200, (await each.RedeliverAsync()).Status);
        await scene.SettleAsync();
    }

    /// <summary>What people see and what the log tells, without the minutes that differ by how fast the test ran.</summary>
    private static async Task<IReadOnlyList<string>> EndAsync(SlackScene scene) =>
        [
            .. SlackSnapshot.Seen(scene.Acme).Select(line => Minutes().Replace(line, "..")),
            .. (await scene.OutcomesAsync()).Order(StringComparer.Ordinal),
        ];

    [GeneratedRegex(@"^(\d+) of 10:")]
    private static partial Regex Question();

    [GeneratedRegex(@"\d\d:\d\d")]
    private static partial Regex Minutes();
}
