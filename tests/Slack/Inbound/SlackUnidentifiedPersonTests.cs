using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Double.Deliveries;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack.Inbound;

/// <summary>What people do whom nobody knows yet is acknowledged at once, and done when Slack has said who they are.</summary>
public sealed class SlackUnidentifiedPersonTests
{
    private const string Look = "users.info";

    [Fact]
    public async Task The_first_command_is_acknowledged_at_once_and_opens_the_form_when_Slack_says_who_typed_it()
    {
        await using var scene = await SlackScene.OpenAsync();
        var held = scene.Slack.Faults.Hold(Look);

        var typed = await scene.Ava.TypesAsync("/intro", "", scene.General);
        Assert.Equal((200, ""), (typed.Status, typed.Body));
        Assert.Null(scene.Ava.Modal);

        await LetGoAsync(scene, held);
        Assert.Equal("Ask for an introduction", scene.Ava.Modal!.Title);
        Assert.Empty(scene.Ava.Ephemerals);
    }

    [Fact]
    public async Task When_Slack_takes_longer_than_a_trigger_lives_a_button_takes_the_place_of_the_form()
    {
        await using var scene = await SlackScene.OpenAsync();
        var held = scene.Slack.Faults.Hold(Look);
        await scene.Ava.TypesAsync("/intro", "", scene.General);

        scene.Clock.Advance(FakeSlackTriggers.Life);
        await LetGoAsync(scene, held);

        await scene.AfterAsync(scene.Ava.PressesAsync("Ask for an introduction", Assert.Single(scene.Ava.Ephemerals)));
        Assert.Equal("Ask for an introduction", scene.Ava.Modal!.Title);
    }

    [Fact]
    public async Task Words_after_the_first_command_are_for_one_pair_of_eyes()
    {
        await using var scene = await SlackScene.OpenAsync();

        var typed = await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "help", scene.General));

        Assert.Equal("", typed.Body);
        Assert.StartsWith("I bring people together", Assert.Single(scene.Ava.Ephemerals).Text, StringComparison.Ordinal);
        Assert.Empty(scene.General.Messages);
        Assert.Empty(scene.Ava.Chat.Messages);
    }

    [Fact]
    public async Task Words_that_can_go_nowhere_else_go_to_the_chat()
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.Slack.Faults.Fail(FakeSlackFaults.ResponseUrl, status: 404);

        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "help", scene.General));

        Assert.Empty(scene.Ava.Ephemerals);
        Assert.StartsWith("I bring people together", Assert.Single(scene.Ava.Chat.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_says_is_answered_in_its_order()
    {
        await using var scene = await SlackScene.OpenAsync();
        var held = scene.Slack.Faults.Hold(Look);

        foreach (var word in (string[])["help", "status", "withdraw"])
        {
            Assert.Equal(200, (await scene.Ava.SaysAsync(word)).Status);
        }

        await LetGoAsync(scene, held);
        Assert.Collection(
            SaidTo(scene.Ava),
            text => Assert.StartsWith("I bring people together", text, StringComparison.Ordinal),
            text => Assert.StartsWith("Nothing is open", text, StringComparison.Ordinal),
            text => Assert.StartsWith("There is nothing to withdraw", text, StringComparison.Ordinal));
        Assert.Equal(1, scene.Slack.CountOf(Look));
    }

    [Fact]
    public async Task Homes_mentions_and_shortcuts_of_newcomers_do_not_wait_either()
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.General.Add(scene.Acme.Bot);
        var held = scene.Slack.Faults.Hold(Look);
        var shortcut = scene.Ava.Interaction("shortcut");
        (shortcut["callback_id"], shortcut["trigger_id"]) = ("ask", scene.Slack.Triggers.Issue(scene.Ava));

        Assert.Equal(200, (await scene.Ava.OpensHomeAsync()).Status);
        Assert.Equal(200, (await scene.Ava.MentionsAsync(scene.General, "help")).Status);
        Assert.Equal(200, (await scene.Slack.Post.SendAsync(FakeSlackDispatchKind.Interaction, shortcut)).Status);
        Assert.Null(scene.Ava.Home);

        await LetGoAsync(scene, held);
        Assert.Contains("Write an ask", scene.Ava.Home!.Buttons);
        Assert.StartsWith("I bring people together", Assert.Single(scene.Ava.Ephemerals).Text, StringComparison.Ordinal);
        Assert.Equal("Ask for an introduction", scene.Ava.Modal!.Title);
    }

    [Fact]
    public async Task Nobody_waits_while_Slack_is_asked_whose_token_it_is()
    {
        TaskCompletionSource? held = null;
        await using var scene = await SlackScene.OpenAsync(prepare: slack => held = slack.Faults.Hold("auth.test"));

        Assert.Equal((200, ""), await scene.Ava.TypesAsync("/intro", "help") is var typed ? (typed.Status, typed.Body) : default);

        await LetGoAsync(scene, held!);
        Assert.StartsWith("I bring people together", Assert.Single(scene.Ava.Ephemerals).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_waits_while_Slack_is_asked_who_was_mentioned()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.AfterAsync(scene.Grace.TypesAsync("/intro", "help"));
        var held = scene.Slack.Faults.Hold(Look);

        Assert.Equal("", (await scene.Grace.TypesAsync("/intro", "block @Ava Stone", scene.General)).Body);

        await LetGoAsync(scene, held);
        Assert.Contains("Ava Stone", scene.Grace.Ephemerals[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_steward_whose_rights_are_looked_up_again_does_not_wait()
    {
        await using var scene = await SlackScene.OpenAsync();
        var steward = scene.Acme.AddPerson("Priya Rao", person => person.IsAdmin = true);
        await scene.AfterAsync(steward.TypesAsync("/intro", "help"));
        await scene.PassAsync(TimeSpan.FromMinutes(6));
        var held = scene.Slack.Faults.Hold(Look);

        Assert.Equal("", (await steward.TypesAsync("/intro", "settings")).Body);

        await LetGoAsync(scene, held);
        Assert.Equal("Settings", steward.Modal!.Title);
    }

    [Fact]
    public async Task When_the_rights_of_a_steward_are_not_told_the_steward_is_answered_like_everybody()
    {
        await using var scene = await SlackScene.OpenAsync();
        var steward = scene.Acme.AddPerson("Priya Rao", person => person.IsAdmin = true);
        await scene.AfterAsync(steward.TypesAsync("/intro", "help"));
        await scene.PassAsync(TimeSpan.FromMinutes(6));
        scene.Slack.Faults.RateLimit(Look, TimeSpan.FromMinutes(10));

        await scene.AfterAsync(steward.TypesAsync("/intro", "settings"));

        Assert.StartsWith("The settings are with somebody else", steward.Ephemerals[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_acknowledged_before_the_program_ended_is_done_by_the_next_once()
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.General.Add(scene.Acme.Bot);
        var held = scene.Slack.Faults.Hold(Look);
        await scene.Ava.TypesAsync("/intro", "help", scene.General);
        foreach (var word in (string[])["status", "help"])
        {
            scene.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await scene.Ava.SaysAsync(word);
        }

        await scene.Slack.UntilAsync(() => scene.Slack.CountOf(Look) == 1);

        // The program that acknowledged them dies at Slack's door; the next one begins on the same store.
        await scene.KillAndStartAgainAsync();
        await scene.Slack.UntilAsync(() => SaidTo(scene.Ava).Count() == 2);
        await LetGoAsync(scene, held);

        Assert.StartsWith("I bring people together", Assert.Single(scene.Ava.Ephemerals).Text, StringComparison.Ordinal);
        Assert.Collection(
            SaidTo(scene.Ava),
            text => Assert.StartsWith("Nothing is open", text, StringComparison.Ordinal),
            text => Assert.StartsWith("I bring people together", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_waited_for_a_day_is_not_done_any_more_and_the_person_hears_it()
    {
        await using var scene = await SlackScene.OpenAsync();
        var held = scene.Slack.Faults.Hold(Look);
        await scene.Ava.TypesAsync("/intro", "help");
        await scene.Slack.UntilAsync(() => scene.Slack.CountOf(Look) == 1);
        scene.Clock.Advance(TimeSpan.FromDays(1));

        await scene.KillAndStartAgainAsync();
        await scene.Slack.UntilAsync(() => SaidTo(scene.Ava).Any());
        await LetGoAsync(scene, held);

        Assert.StartsWith("One moment, please", Assert.Single(SaidTo(scene.Ava)), StringComparison.Ordinal);
        Assert.Empty(scene.Ava.Ephemerals);
    }

    [Fact]
    public async Task Who_is_not_named_since_Slack_is_asked_too_often_is_answered_when_it_says()
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.Slack.Faults.RateLimit(Look, TimeSpan.FromSeconds(90));

        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "help"));

        Assert.StartsWith("I bring people together", Assert.Single(scene.Ava.Ephemerals).Text, StringComparison.Ordinal);
        Assert.Equal(2, scene.Slack.CountOf(Look));
        Assert.Equal(TimeSpan.FromSeconds(90), scene.Slack.CallsOf(Look).Last().At - scene.Slack.CallsOf(Look).First().At);
        await AssertNothingWaitsAsync(scene);
    }

    [Theory, InlineData("internal_error"), InlineData("fatal_error"), InlineData("service_unavailable"), InlineData("missing_scope")]
    public async Task Whoever_Slack_never_names_hears_that_nothing_was_done(string error)
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.Slack.Faults.Refuse(Look, error, times: 1_000);

        await scene.AfterAsync(scene.Ava.TypesAsync("/intro"));
        await scene.AfterAsync(scene.Ava.SaysAsync("help"));

        Assert.Null(scene.Ava.Modal);
        Assert.StartsWith("One moment, please", Assert.Single(scene.Ava.Ephemerals).Text, StringComparison.Ordinal);
        Assert.StartsWith("One moment, please", Assert.Single(SaidTo(scene.Ava)), StringComparison.Ordinal);
        Assert.InRange(scene.Slack.CountOf(Look), 10, 40);
        Assert.Empty(scene.Log.Errors);
        await AssertNothingWaitsAsync(scene);
    }

    [Fact]
    public async Task Guests_and_visitors_hear_why_not_and_bots_and_the_gone_hear_nothing()
    {
        await using var scene = await SlackScene.OpenAsync();
        var guest = scene.Acme.AddPerson("Gus Guest", person => person.IsRestricted = true);
        var visitor = scene.Acme.AddPerson("Vera Visit", person => person.TeamId = "T99999999");
        var robot = scene.Acme.AddPerson("Build Robot", person => person.IsBot = true);
        var gone = scene.Acme.AddPerson("Gil Gone", person => person.IsDeleted = true);

        foreach (var person in (FakeSlackPerson[])[guest, visitor, robot, gone])
        {
            Assert.Equal(200, (await scene.AfterAsync(person.SaysAsync("help"))).Status);
        }

        Assert.StartsWith("This is for full members", Assert.Single(SaidTo(guest)), StringComparison.Ordinal);
        Assert.StartsWith("This is between people of one workspace", Assert.Single(SaidTo(visitor)), StringComparison.Ordinal);
        Assert.Empty(SaidTo(robot).Concat(SaidTo(gone)));
        await AssertNothingWaitsAsync(scene);
    }

    [Fact]
    public async Task What_is_delivered_again_while_it_waits_or_later_or_elsewhere_is_done_once()
    {
        await using var scene = await SlackScene.OpenAsync();
        var held = scene.Slack.Faults.Hold(Look);
        var typed = await scene.Ava.TypesAsync("/intro", "help", scene.General);
        var said = await scene.Ava.SaysAsync("help");
        Assert.Equal(200, (await said.RedeliverAsync()).Status);
        Assert.Equal((200, ""), await typed.ReplayAsync() is var replayed ? (replayed.Status, replayed.Body) : default);
        await LetGoAsync(scene, held);

        await scene.AfterAsync(said.RedeliverAsync(2));
        await scene.StartAnotherAsync();
        await scene.AfterAsync(said.RedeliverAsync(3));

        Assert.Single(SaidTo(scene.Ava));
        Assert.Single(scene.Ava.Ephemerals);
    }

    /// <summary>What the bot said in a person's chat, in its order.</summary>
    private static IEnumerable<string> SaidTo(FakeSlackPerson person) =>
        person.Chat.Messages.Where(message => message.Author == person.Workspace.Bot).Select(message => message.Text);

    private static async Task LetGoAsync(SlackScene scene, TaskCompletionSource held)
    {
        held.SetResult();
        await scene.SettleAsync();
        await AssertNothingWaitsAsync(scene);
    }

    private static async Task AssertNothingWaitsAsync(SlackScene scene) =>
        Assert.Empty(await scene.OwedAsync());
}
