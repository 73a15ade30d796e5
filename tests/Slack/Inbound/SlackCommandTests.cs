using IntroBot.Coaching;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack.Inbound;

/// <summary><c>/intro</c> and its words, anywhere in the workspace.</summary>
public sealed class SlackCommandTests
{
    [Theory]
    [InlineData("help", "I bring people together")]
    [InlineData("status", "Nothing is open")]
    [InlineData("withdraw", "There is nothing to withdraw")]
    [InlineData("halp", "Did you mean")]
    [InlineData("resume", "You have not offered to help yet")]
    [InlineData("settings", "The settings are with somebody else")]
    public async Task A_word_is_answered_for_one_pair_of_eyes(string word, string answer)
    {
        await using var scene = await SlackScene.OpenAsync();

        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", word, scene.General));

        Assert.StartsWith(answer, Assert.Single(scene.Ava.Ephemerals).Text, StringComparison.Ordinal);
        Assert.Empty(scene.General.Messages);
        Assert.Empty(scene.Ava.Chat.Messages);
    }

    [Fact]
    public async Task The_bare_command_opens_the_ask()
    {
        await using var scene = await SlackScene.OpenAsync();

        var typed = await scene.AfterAsync(scene.Ava.TypesAsync("/intro"));

        Assert.Equal("", typed.Body);
        Assert.Equal("Ask for an introduction", scene.Ava.Modal!.Title);
    }

    [Fact]
    public async Task The_answer_does_not_wait_for_the_modal()
    {
        await using var scene = await SlackScene.OpenAsync();
        var held = scene.Slack.Faults.Hold("views.open");

        var typed = await scene.Ava.TypesAsync("/intro");
        Assert.Equal(200, typed.Status);
        Assert.Null(scene.Ava.Modal);

        held.SetResult();
        await scene.SettleAsync();
        Assert.NotNull(scene.Ava.Modal);
    }

    [Fact]
    public async Task Errors_stand_at_their_fields_and_what_was_typed_stays()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.AfterAsync(scene.Ava.TypesAsync("/intro"));
        await scene.FillsInAskAsync(scene.Ava);

        await scene.AfterAsync(scene.Ava.SubmitsAsync((AskTemplate.Deadline, "2020-01-01")));

        Assert.Equal([AskTemplate.Deadline], scene.Ava.ModalErrors.Keys);
        Assert.Equal("Ask for an introduction", scene.Ava.Modal!.Title);
        await scene.AfterAsync(scene.Ava.SubmitsAsync((AskTemplate.Deadline, "2026-12-20")));
        Assert.Equal("ask.review", scene.Ava.Modal!.CallbackId);
    }

    [Fact]
    public async Task The_coach_speaks_before_sending_and_the_asker_may_send_anyway()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.AfterAsync(scene.Ava.TypesAsync("/intro"));
        await scene.FillsInAskAsync(scene.Ava);
        await scene.AfterAsync(scene.Ava.SubmitsAsync((AskTemplate.SmallStep, "Could I pick your brain over a quick chat, please?")));
        Assert.Contains("A thought or two before it goes.", scene.Ava.Modal!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Send it anyway", scene.Ava.Modal.ToString(), StringComparison.Ordinal);

        await scene.SendsAsync(scene.Ava);

        Assert.Contains("on its way", scene.Ava.Modal!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_note_can_be_edited_in_the_second_step_and_the_fields_again()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "sourcing");
        await scene.AfterAsync(scene.Ava.TypesAsync("/intro"));
        await scene.FillsInAskAsync(scene.Ava);
        await scene.AfterAsync(scene.Ava.SubmitsAsync((AskTemplate.Deadline, ""), (AskTemplate.DeadlineReason, "")));
        scene.Ava.FillsIn((AskTemplate.Note,
            "Hello, I am Ava Stone and I design running shoes. Could I ask you three questions in 20 minutes? A no is fine. Thank you."));
        await scene.AfterAsync(scene.Ava.PressesInModalAsync("Back to my answers"));
        Assert.Equal("ask", scene.Ava.Modal!.CallbackId);
        await scene.AfterAsync(scene.Ava.SubmitsAsync());
        await scene.SendsAsync(scene.Ava);

        Assert.Contains("Hello, I am Ava Stone and I design running shoes.", scene.Grace.Chat.Last.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_the_form_one_can_go_on_in_the_chat()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.AfterAsync(scene.Ava.TypesAsync("/intro"));
        scene.Ava.FillsIn((AskTemplate.Who, "Somebody who has sewn tents"));

        await scene.AfterAsync(scene.Ava.PressesInModalAsync("Answer in the chat instead"));

        Assert.StartsWith("2 of 10: Topics", scene.Ava.Chat.Last.Text, StringComparison.Ordinal);
        Assert.Contains("I have written to you there", scene.Ava.Modal!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Topics_are_typed_or_picked_from_those_others_know()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");

        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "give"));

        Assert.Equal(["supp", "supply chain"], await scene.Ava.TypesIntoAsync("topics", "supp"));
        Assert.Equal(["knitting"], await scene.Ava.TypesIntoAsync("topics", "knitting"));
    }

    [Fact]
    public async Task A_mention_blocks_exactly_that_person()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");

        await scene.AfterAsync(scene.Grace.TypesAsync("/intro", "block @Ava Stone", scene.General));
        await scene.AsksAsync(scene.Ava);

        Assert.Empty(scene.Grace.Chat.Messages);
    }

    [Fact]
    public async Task The_shortcut_opens_the_ask_from_anywhere()
    {
        await using var scene = await SlackScene.OpenAsync();

        await scene.AfterAsync(scene.Ava.UsesShortcutAsync("ask"));

        Assert.Equal("Ask for an introduction", scene.Ava.Modal!.Title);
    }

    [Fact]
    public async Task Where_the_app_is_not_installed_it_says_so()
    {
        await using var scene = await SlackScene.OpenAsync();
        var other = scene.Slack.AddWorkspace("Globex").AddPerson("Hal Nine");

        await scene.AfterAsync(other.TypesAsync("/intro", "help"));

        Assert.StartsWith("I am not at home here yet", Assert.Single(other.Ephemerals).Text, StringComparison.Ordinal);
    }
}
