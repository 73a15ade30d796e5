using IntroBot.Platforms.Http;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack.Inbound;

/// <summary>
/// A form that Slack does not open: whoever asked for it reads what to do, and is offered a button only where a button helps.
/// </summary>
public sealed class SlackTriggerTests
{
    private const string Form = "Ask for an introduction";

    [Theory]
    [InlineData("expired_trigger_id"), InlineData("exchanged_trigger_id"),
        InlineData("invalid_trigger_id"), InlineData("trigger_expired"), InlineData("trigger_exchanged")]
    public async Task A_trigger_that_is_over_leaves_a_button_that_opens_the_form(string error)
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.Slack.Faults.Refuse("views.open", error);
        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "", scene.General));
        Assert.Null(scene.Ava.Modal);

        await scene.AfterAsync(scene.Ava.PressesAsync(Form, Assert.Single(scene.Ava.Ephemerals)));

        Assert.Equal(Form, scene.Ava.Modal!.Title);
    }

    [Theory]
    [InlineData("[ERROR] `trigger_id` expired [json-pointer:/trigger_id]"), InlineData("Trigger has expired"),
        InlineData("[ERROR] trigger_id was exchanged already [json-pointer:/trigger_id]"), InlineData("[ERROR] invalid trigger id")]
    public async Task Invalid_arguments_that_speak_of_the_trigger_leave_that_button_too(string told)
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.Slack.Faults.AnswerJson("views.open", $$"""
            {"ok":false,"error":"invalid_arguments","response_metadata":{"messages":["[ERROR] failed to match", "{{told}}"]} }
            """);
        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "", scene.General));

        await scene.AfterAsync(scene.Ava.PressesAsync(Form, Assert.Single(scene.Ava.Ephemerals)));

        Assert.Equal(Form, scene.Ava.Modal!.Title);
    }

    [Theory, InlineData("[ERROR] invalid value [json-pointer:/view/blocks/0/element/dispatch_action_config/trigger_actions_on/0]"),
        InlineData("[ERROR] must be less than 25 characters [json-pointer:/view/title/text]")]
    public async Task Invalid_arguments_that_speak_of_something_else_are_a_form_that_is_broken(string told)
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.Slack.Faults.AnswerJson(
            "views.open", $$"""{"ok":false,"error":"invalid_arguments","response_metadata":{"messages":[null,"{{told}}"]} }""");

        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "", scene.General));

        Assert.StartsWith("That did not work", Assert.Single(scene.Ava.Ephemerals).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_Slack_says_nothing_of_is_opened_by_a_button()
    {
        await using var scene = await SlackScene.OpenAsync();
        var held = scene.Slack.Faults.Hold("views.open");
        await scene.Ava.TypesAsync("/intro", "", scene.General);
        await scene.Slack.UntilAsync(() => scene.Slack.CountOf("views.open") == 1);
        await scene.PassAsync(HttpCalls.Timeout);
        held.SetResult();

        await scene.AfterAsync(scene.Ava.PressesAsync(Form, Assert.Single(scene.Ava.Ephemerals)));

        Assert.Equal(Form, scene.Ava.Modal!.Title);
    }

    [Fact]
    public async Task A_form_that_Slack_has_no_time_for_is_opened_later_by_a_button()
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.Slack.Faults.RateLimit("views.open", TimeSpan.FromSeconds(5));
        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "", scene.General));
        scene.Clock.Advance(TimeSpan.FromSeconds(5));

        await scene.AfterAsync(scene.Ava.PressesAsync(Form, Assert.Single(scene.Ava.Ephemerals)));

        Assert.Equal(Form, scene.Ava.Modal!.Title);
    }

    [Theory, InlineData("invalid_arguments"), InlineData("view_too_large"),
        InlineData("missing_scope"), InlineData("push_limit_reached"), InlineData("something_new")]
    public async Task A_form_that_Slack_refuses_for_itself_is_said_to_be_broken(string error)
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.Slack.Faults.Refuse("views.open", error);

        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "", scene.General));

        var said = Assert.Single(scene.Ava.Ephemerals);
        Assert.StartsWith("That did not work, and it is my fault", said.Text, StringComparison.Ordinal);
        Assert.Empty(said.Buttons);
    }

    [Theory, InlineData("expired_trigger_id", "Press the button and the form opens"), InlineData("invalid_arguments", "Nothing was done")]
    public async Task Whoever_acted_at_home_reads_it_in_the_chat(string error, string words)
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.AfterAsync(scene.Ava.OpensHomeAsync());
        scene.Slack.Faults.Refuse("views.open", error);

        await scene.AfterAsync(scene.Ava.PressesAtHomeAsync("Write an ask"));

        Assert.Contains(words, scene.Ava.Chat.Last.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_may_be_open_has_its_button_all_the_same()
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.Slack.Faults.Cut("views.open");

        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "", scene.General));

        Assert.Equal(Form, scene.Ava.Modal!.Title);
        Assert.Contains(Form, Assert.Single(scene.Ava.Ephemerals).Buttons);
    }
}
