using IntroBot.Coaching;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams;

/// <summary>The ask by dialog, by form on a card in the chat, and field by field.</summary>
public sealed class TeamsAskTests
{
    private const string Vague = "Could I pick your brain for a while about anything that comes up?";

    [Fact]
    public async Task Errors_stand_at_their_fields_in_the_dialog_and_everything_typed_is_kept()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.AfterAsync(scene.Ava.OpensDialogAsync());
        var data = FakeTeamsCards.Filled(
            scene.Ava.Dialog!.Value.Card, Send(scene.Ava), TeamsScene.Answers.ToDictionary(each => each.Field, each => each.Entry));
        (data[AskTemplate.Deadline], data[AskTemplate.WhyThem]) = ("2026-11-01", "Too short");

        await scene.AfterAsync(scene.Ava.SendsInDialogAsync(data));

        var card = scene.Ava.Dialog!.Value.Card;
        Assert.Equal("Ask for an introduction", scene.Ava.Dialog!.Value.Title);
        Assert.Contains("That day has passed", FakeTeamsCards.Words(card), StringComparison.Ordinal);
        Assert.Contains("A little more, please: at least 40 characters", FakeTeamsCards.Words(card), StringComparison.Ordinal);
        Assert.Equal("Too short", Typed(card, AskTemplate.WhyThem));
        Assert.Equal("2026-11-01", Typed(card, AskTemplate.Deadline));
        Assert.Equal(Asks.Good.SmallStep, Typed(card, AskTemplate.SmallStep));
        Assert.Equal(Asks.Good.AboutYou, Typed(card, AskTemplate.AboutYou));

        await scene.AfterAsync(scene.Ava.PressesInDialogAsync(
            "Next: your note", (AskTemplate.Deadline, "2026-12-01"), (AskTemplate.WhyThem, Asks.Good.WhyThem)));
        Assert.Equal("Your note and promises", scene.Ava.Dialog!.Value.Title);
    }

    [Fact]
    public async Task The_coach_speaks_before_it_is_sent_and_it_can_be_sent_anyway()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");
        await scene.AfterAsync(scene.Ava.OpensDialogAsync());
        await scene.AfterAsync(scene.Ava.PressesInDialogAsync(
            "Next: your note", [.. TeamsScene.Answers.Where(each => each.Field != AskTemplate.SmallStep), (AskTemplate.SmallStep, Vague)]));

        Assert.Contains("A thought or two before it goes.", FakeTeamsCards.Words(scene.Ava.Dialog!.Value.Card), StringComparison.Ordinal);
        await scene.AfterAsync(scene.Ava.PressesInDialogAsync("Send it anyway", (AskTemplate.Promises, FormAnswers.Ticked)));
        await scene.BreatheAsync();

        Assert.Contains("on its way", scene.Ava.Dialog!.Value.Title, StringComparison.Ordinal);
        Assert.StartsWith("Could you help Ava Stone?", scene.Grace.Chat.Last.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_note_is_edited_in_the_second_step_and_reaches_its_giver_so()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");
        await scene.AfterAsync(scene.Ava.OpensDialogAsync());
        await scene.AfterAsync(scene.Ava.PressesInDialogAsync("Next: your note", [.. TeamsScene.Answers]));
        Assert.Contains("I design running shoes", Typed(scene.Ava.Dialog!.Value.Card, AskTemplate.Note), StringComparison.Ordinal);

        var note = $"{Asks.Good.Note} With warm greetings from Porto.";
        for (var tries = 0; tries < 3 && scene.Ava.Dialog is { Title: "Your note and promises" }; tries++)
            await scene.AfterAsync(scene.Ava.PressesInDialogAsync(
                Send(scene.Ava).Text("title"), (AskTemplate.Note, note), (AskTemplate.Promises, FormAnswers.Ticked)));
        await scene.BreatheAsync();

        Assert.Contains("With warm greetings from Porto.", FakeTeamsCards.Words(scene.Grace.Chat.Last.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_back_from_the_note_keeps_every_answer()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.AfterAsync(scene.Ava.OpensDialogAsync());
        await scene.AfterAsync(scene.Ava.PressesInDialogAsync("Next: your note", [.. TeamsScene.Answers]));

        await scene.AfterAsync(scene.Ava.PressesInDialogAsync("Back to my answers"));

        Assert.Equal("Ask for an introduction", scene.Ava.Dialog!.Value.Title);
        Assert.All(
            TeamsScene.Answers.Where(each => each.Field is not AskTemplate.Topics),
            each => Assert.Equal(each.Entry, Typed(scene.Ava.Dialog!.Value.Card, each.Field)));
    }

    [Fact]
    public async Task A_draft_that_waits_is_offered_in_the_dialog_with_buttons_that_work()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.AfterAsync(scene.Ava.OpensDialogAsync());
        await scene.AfterAsync(scene.Ava.PressesInDialogAsync("Next: your note", [.. TeamsScene.Answers]));

        await scene.AfterAsync(scene.Ava.OpensDialogAsync());
        Assert.Equal("You have an ask half written", scene.Ava.Dialog!.Value.Title);
        await scene.AfterAsync(scene.Ava.PressesInDialogAsync("Go on in the form"));
        Assert.Equal(Asks.Good.SmallStep, Typed(scene.Ava.Dialog!.Value.Card, AskTemplate.SmallStep));

        await scene.AfterAsync(scene.Ava.OpensDialogAsync());
        await scene.AfterAsync(scene.Ava.PressesInDialogAsync("Start afresh"));
        Assert.Equal("", Typed(scene.Ava.Dialog!.Value.Card, AskTemplate.SmallStep));
    }

    [Fact]
    public async Task Whoever_would_rather_answer_in_the_chat_goes_on_there_with_what_they_typed()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.AfterAsync(scene.Ava.OpensDialogAsync());

        await scene.AfterAsync(scene.Ava.PressesInDialogAsync("Answer in the chat instead"));

        Assert.Equal("Let us go on in our chat", scene.Ava.Dialog!.Value.Title);
        Assert.Contains(AskTemplate.Field(AskTemplate.Who).Label, scene.Ava.Chat.Last.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_in_the_chat_goes_on_in_its_place_step_by_step()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");

        await scene.AfterAsync(scene.Ava.PressesAsync("Write an ask"));
        await scene.AfterAsync(scene.Ava.PressesAsync("Next: your note", null, [.. TeamsScene.Answers]));
        for (var tries = 0;
            tries < 3 && FakeTeamsCards.Inputs(scene.Ava.Shown).Any(input => input.Text("id") == AskTemplate.Promises);
            tries++)
            await scene.AfterAsync(scene.Ava.PressesShownAsync(
                FakeTeamsCards.Actions(scene.Ava.Shown).First().Text("title"), (AskTemplate.Promises, FormAnswers.Ticked)));
        await scene.BreatheAsync();

        Assert.StartsWith("Could you help Ava Stone?", scene.Grace.Chat.Last.Summary, StringComparison.Ordinal);
        Assert.Contains(scene.Ava.Chat.Messages, message => message.Summary.StartsWith("Your ask is on its way", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_ask_can_be_told_field_by_field_and_reaches_its_giver()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AfterAsync(scene.Ava.SaysAsync("I'd love to meet someone who has run a supply chain at a sports brand"));
        await scene.AfterAsync(scene.Ava.PressesAsync("Yes, start"));

        // The topic is in the sentence, and somebody lists it.
        foreach (var field in AskTemplate.Fields.Skip(1).Where(field => field.Id != AskTemplate.Topics))
        {
            Assert.Contains(field.Label, scene.Ava.Chat.Last.Summary, StringComparison.Ordinal);
            if (field.Id == AskTemplate.PurposeId) await scene.AfterAsync(scene.Ava.PressesAsync("Advice"));
            else if (field.Read(Asks.Good) is { Length: > 0 } answer
                && field.Id is not (AskTemplate.Deadline or AskTemplate.DeadlineReason))
                await scene.AfterAsync(scene.Ava.SaysAsync(answer));
            else await scene.AfterAsync(scene.Ava.PressesAsync("Skip"));
        }

        Assert.StartsWith("Ready? This is what your giver reads", scene.Ava.Chat.Last.Summary, StringComparison.Ordinal);
        await scene.AfterAsync(scene.Ava.PressesAsync("I promise, send it"));
        await scene.BreatheAsync();
        Assert.StartsWith("Could you help Ava Stone?", scene.Grace.Chat.Last.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_knows_no_Execute_says_the_data_without_a_word_and_is_understood()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AsksAsync(scene.Ava);
        var said = scene.Grace.Activity("message", scene.Grace.Chat, "f:submitted");
        var action = FakeTeamsCards.Actions(scene.Grace.Chat.Last.Card).First();
        var data = (JsonObject)action["data"]!.DeepClone();
        data["introbot"]!["action"] = action.Text("verb");
        (said["value"], said["replyToId"]) = (data, scene.Grace.Chat.Last.Id);

        await scene.AfterAsync(scene.Grace.TellsAsync(said));
        await scene.BreatheAsync();

        Assert.Contains(scene.Ava.Chat.Messages, message => message.Summary.StartsWith("Grace Okafor said yes", StringComparison.Ordinal));
    }

    private static JsonObject Send(FakeTeamsPerson who) => FakeTeamsCards.Actions(who.Dialog!.Value.Card).First();

    private static string Typed(JsonObject card, string field) =>
        FakeTeamsCards.Inputs(card).Single(input => input.Text("id") == field).Text("value");
}
