using IntroBot.Coaching;
using IntroBot.Intros;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Intros;

public sealed class AskInChatTests : StoryTests
{
    private const string FirstWords = "I would love to meet someone who has run a supply chain at a sports brand";

    [Fact]
    public async Task Plain_words_begin_an_ask_and_answer_its_first_question()
    {
        Assert.StartsWith("2 of 10: Topics", (await Community.BeginInChatAsync(Ava, FirstWords)).Title(), StringComparison.Ordinal);
        Assert.Equal(
            FirstWords.Replace("I would love to meet ", "", StringComparison.Ordinal),
            Assert.Single(await Community.IntrosOfAsync(Ava)).Ask.Who);
    }

    [Fact]
    public async Task First_words_longer_than_the_field_are_asked_again() =>
        Assert.StartsWith(
            "1 of 10", (await Community.BeginInChatAsync(Ava, $"Somebody at {new string('x', 121)}")).Title(), StringComparison.Ordinal);

    [Fact]
    public async Task A_hello_is_answered_with_help_and_begins_no_ask()
    {
        Assert.Equal("Hello Ava", (await Community.SayAsync(Ava, "Good morning")).Title());
        Assert.Empty(await Community.IntrosOfAsync(Ava));
    }

    [Fact]
    public async Task An_answer_leads_to_the_next_question()
    {
        await Community.BeginInChatAsync(Ava, FirstWords);

        Assert.StartsWith(
            "3 of 10: What is it for?", (await Community.SayAsync(Ava, "supply chain, sourcing")).Title(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_answer_is_asked_again_with_what_to_mend()
    {
        await Community.BeginInChatAsync(Ava, FirstWords);

        var again = await Community.SayAsync(Ava, "one, two, three, four");

        Assert.StartsWith("2 of 10: Topics\nThree topics at most, please", again.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_purpose_is_chosen_by_its_button()
    {
        var question = await AtAsync(AskTemplate.PurposeId);

        await Community.PressAsync(Ava, question.Button("A job"));

        Assert.Equal(Purpose.Job, (await DraftAsync()).Ask.Purpose);
    }

    public static TheoryData<Purpose> EveryPurpose => [.. Purposes.All];

    [Theory, MemberData(nameof(EveryPurpose))]
    public async Task A_purpose_is_chosen_by_typing_what_its_button_says(Purpose purpose)
    {
        await AtAsync(AskTemplate.PurposeId);

        await Community.SayAsync(Ava, Purposes.Label(purpose).ToLowerInvariant());

        Assert.Equal(purpose, (await DraftAsync()).Ask.Purpose);
    }

    [Theory, InlineData("fun"), InlineData("1"), InlineData("advice, job"), InlineData("+1")]
    public async Task A_purpose_nobody_offered_is_asked_again(string typed)
    {
        await AtAsync(AskTemplate.PurposeId);

        Assert.Contains("Please pick one of these", (await Community.SayAsync(Ava, typed)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_returns_to_the_question_before_with_its_answer()
    {
        await AtAsync(AskTemplate.PurposeId);

        Assert.Contains(
            "So far you have: supply chain, sourcing", (await Community.SayAsync(Ava, "back")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_back_button_does_the_same()
    {
        var question = await AtAsync(AskTemplate.PurposeId);

        Assert.StartsWith("2 of 10", (await Community.PressAsync(Ava, question.Button("Back"))).Title(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_from_the_first_question_stays_there()
    {
        await AtAsync(AskTemplate.Topics);
        await Community.SayAsync(Ava, "back");

        Assert.StartsWith("1 of 10", (await Community.SayAsync(Ava, "back")).Title(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_is_not_needed_can_be_skipped()
    {
        await AtAsync(AskTemplate.InReturn);

        Assert.StartsWith("8 of 10", (await Community.SayAsync(Ava, "skip")).Title(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_is_needed_cannot_be_skipped()
    {
        await AtAsync(AskTemplate.WhyThem);

        Assert.StartsWith("4 of 10", (await Community.SayAsync(Ava, "skip")).Title(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_needed_field_with_an_answer_can_be_kept()
    {
        await AtAsync(AskTemplate.PurposeId);
        var back = await Community.SayAsync(Ava, "back");

        Assert.StartsWith("3 of 10", (await Community.PressAsync(Ava, back.Button("Keep it"))).Title(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_skip_button_on_an_older_question_skips_nothing()
    {
        var older = await AtAsync(AskTemplate.InReturn);
        await Community.SayAsync(Ava, "Plum jam");

        Assert.StartsWith("8 of 10", (await Community.PressAsync(Ava, older.Button("Skip"))).Title(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancel_discards_the_draft()
    {
        await AtAsync(AskTemplate.WhyThem);

        Assert.Equal("All right, nothing was sent", (await Community.SayAsync(Ava, "cancel")).Title());
        Assert.Equal(IntroStage.Withdrawn, Assert.Single(await Community.IntrosOfAsync(Ava)).Stage);
    }

    [Fact]
    public async Task The_cancel_button_does_the_same()
    {
        var question = await AtAsync(AskTemplate.WhyThem);

        Assert.Equal("All right, nothing was sent", (await Community.PressAsync(Ava, question.Button("Cancel"))).Title());
    }

    [Fact]
    public async Task The_last_answer_leads_to_the_note()
    {
        var review = await AtAsync("");

        Assert.Contains(
            review.Card().Parts,
            part => part is CardPart.Quote { Words: var note } && note.StartsWith("Hello, I am Ava Stone.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_promise_is_the_button_that_sends()
    {
        var review = await AtAsync("");

        Assert.Equal("Your ask is on its way", (await Community.PressAsync(Ava, review.Button("I promise, send it"))).Title());
    }

    [Fact]
    public async Task Words_said_at_the_note_show_it_again()
    {
        await AtAsync("");

        Assert.Equal("Ready? This is what your giver reads", (await Community.SayAsync(Ava, "hm, let me see")).Title());
    }

    [Fact]
    public async Task The_note_can_be_edited_in_a_form()
    {
        var review = await AtAsync("");

        Assert.Equal(FormIds.Review, (await Community.PressAsync(Ava, review.Button("Edit the note"))).Form().Id);
    }

    [Fact]
    public async Task A_send_button_on_a_draft_with_open_fields_names_what_is_missing()
    {
        await AtAsync(AskTemplate.WhyThem);

        var reply = await Community.PressAsync(Ava, new CardButton(ActionIds.SendAsk, (await DraftAsync()).Id.Value, "I promise, send it"));

        Assert.Contains("Why them?", PlainText.Of(reply.Card()), StringComparison.Ordinal);
    }

    [Theory, InlineData("help"), InlineData("status"), InlineData("withdraw"),
        InlineData("pause 2w"), InlineData("intro"), InlineData("give")]
    public async Task A_command_is_obeyed_while_an_answer_is_awaited(string command)
    {
        await AtAsync(AskTemplate.WhyThem);
        var before = await DraftAsync();

        await Community.SayAsync(Ava, command);

        var after = await DraftAsync();
        Assert.Equal(AskTemplate.Fields.Select(field => field.Read(before.Ask)), AskTemplate.Fields.Select(field => field.Read(after.Ask)));
        Assert.Equal(before.Drafting.Field, after.Drafting.Field);
    }

    /// <summary>Answers in the chat up to a field; the reply is its question, or the note when the field is empty.</summary>
    private async Task<Reply> AtAsync(string until)
    {
        var reply = await Community.BeginInChatAsync(Ava, AskingExtensions.Good.Who);
        foreach (var field in AskTemplate.Fields.Skip(1).TakeWhile(field => field.Id != until))
        {
            reply = await Community.SayAsync(Ava, field.Read(AskingExtensions.Good) is { Length: > 0 } answer ? answer : "skip");
        }

        return reply;
    }

    private async Task<Intro> DraftAsync() => Assert.Single(await Community.IntrosOfAsync(Ava));
}
