using IntroBot.Intros;
using IntroBot.Intros.Closing;
using IntroBot.Platforms;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Intros;

public sealed class LoopTests : StoryTests
{
    [Fact]
    public async Task Three_days_after_the_asker_is_asked_how_it_went()
    {
        await Community.QuestionAsync(Ava, await GraceAsync());

        Assert.Equal("Did you and Grace get to talk?", Community.Messenger.ChatOf(Ava.Ref)[^1].Title());
    }

    [Fact]
    public async Task The_question_does_not_come_earlier()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);
        await Community.AcceptAsync(grace);

        await Community.PassAsync(TimeSpan.FromHours(71));

        Assert.Empty(Questions());
    }

    [Theory]
    [InlineData("We met", Outcome.Met)]
    [InlineData("They never replied", Outcome.NeverReplied)]
    [InlineData("It went nowhere", Outcome.WentNowhere)]
    public async Task Every_outcome_counts_from_the_tap_and_asks_for_thanks(string label, Outcome outcome)
    {
        var intro = await Community.QuestionAsync(Ava, await GraceAsync());

        var reply = await Community.PressAsync(Ava, label);

        Assert.Equal(FormIds.Thanks, reply.Form().Id);
        Assert.Equal(outcome, (await Community.NewestAsync(intro)).Outcome);
    }

    [Theory]
    [InlineData("We met", "You two met.")]
    [InlineData("They never replied", "You two did not get to talk in the end")]
    [InlineData("It went nowhere", "It led nowhere this time.")]
    public async Task The_giver_reads_the_outcome_with_the_thanks(string label, string words)
    {
        var grace = await GraceAsync();
        await Community.QuestionAsync(Ava, grace);

        await Community.ThankAsync(Ava, (await Community.PressAsync(Ava, label)).Form());

        Assert.Contains(words, Community.Messenger.TextsTo(grace.Ref)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_yet_brings_the_question_back_on_a_working_day_after_three_days()
    {
        await Community.QuestionAsync(Ava, await GraceAsync());
        Assert.Equal("No hurry", (await Community.PressAsync(Ava, "Not yet")).Title());

        // The question came on Thursday at 11:00 in Berlin: three days later it is Sunday, and Monday begins at 08:00.
        await Community.PassAsync(TimeSpan.FromHours(92));
        Assert.Single(Questions());
        await Community.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(2, Questions().Count());
    }

    [Fact]
    public async Task A_question_nobody_answers_comes_back_in_four_days()
    {
        await Community.QuestionAsync(Ava, await GraceAsync());

        await Community.PassAsync(TimeSpan.FromDays(4));

        Assert.Equal(2, Questions().Count());
    }

    [Fact]
    public async Task A_question_nobody_ever_answers_comes_four_times()
    {
        await Community.QuestionAsync(Ava, await GraceAsync());

        await Community.PassAsync(TimeSpan.FromDays(40));

        Assert.Equal(LoopDecisions.MaxQuestions, Questions().Count());
    }

    [Fact]
    public async Task Not_yet_is_asked_again_as_often_as_it_takes()
    {
        await Community.QuestionAsync(Ava, await GraceAsync());
        for (var times = 0; times < 6; times++)
        {
            await Community.PressAsync(Ava, "Not yet");
            await Community.PassAsync(TimeSpan.FromDays(5));
        }

        Assert.Equal(7, Community.Messenger.Delivered.Where(IsQuestion).DistinctBy(envelope => envelope.MessageId).Count());
    }

    [Fact]
    public async Task Not_yet_pressed_twice_is_one_answer()
    {
        await Community.QuestionAsync(Ava, await GraceAsync());
        var question = Community.Messenger.ChatOf(Ava.Ref)[^1];
        await Community.PressAsync(Ava, question.Button("Not yet"));
        await Community.PressAsync(Ava, question.Button("Not yet"));
        await Community.SettleAsync();

        Assert.Equal(Community.Messenger.Delivered.Count, Community.Messenger.Delivered.DistinctBy(envelope => envelope.MessageId).Count());
    }

    [Fact]
    public async Task An_older_question_points_to_the_newer_one()
    {
        await Community.QuestionAsync(Ava, await GraceAsync());

        await Community.PassAsync(TimeSpan.FromDays(4));

        Assert.Contains(Community.Messenger.ChatOf(Ava.Ref), card => card.Title() == "I asked how it went with Grace");
    }

    [Fact]
    public async Task An_outcome_told_is_not_asked_again()
    {
        await Community.QuestionAsync(Ava, await GraceAsync());
        await Community.PressAsync(Ava, "We met");

        await Community.PassAsync(TimeSpan.FromDays(10));

        Assert.Single(Questions());
    }

    [Fact]
    public async Task Thanks_can_follow_a_week_later()
    {
        var intro = await Community.QuestionAsync(Ava, await GraceAsync());
        await Community.PressAsync(Ava, "We met");
        await Community.PassAsync(TimeSpan.FromDays(7));

        await Community.ThankAsync(Ava, (await Community.PressAsync(Ava, "Write the thank-you")).Form());

        Assert.Equal(IntroStage.Closed, (await Community.NewestAsync(intro)).Stage);
    }

    [Fact]
    public async Task Thanks_reach_the_giver_in_their_waking_hours()
    {
        var grace = await Community.GiverAsync("Grace Okafor", "supply chain", "America/Los_Angeles");
        await Community.AskAsync(Ava);
        await Community.PassAsync(TimeSpan.FromHours(8));
        await Community.AcceptAsync(grace);
        await Community.PassAsync(TimeSpan.FromHours(86));
        var before = Community.Messenger.TextsTo(grace.Ref).Count;

        // 08:00 in London is midnight in California.
        await Community.ThankAsync(Ava, (await Community.PressAsync(Ava, "We met")).Form());
        Assert.Equal(before, Community.Messenger.TextsTo(grace.Ref).Count);

        await Community.PassAsync(TimeSpan.FromHours(10));
        Assert.StartsWith("Ava Stone says thank you", Community.Messenger.TextsTo(grace.Ref)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thanks_said_twice_arrive_once()
    {
        var grace = await GraceAsync();
        await Community.QuestionAsync(Ava, grace);
        var form = (await Community.PressAsync(Ava, "We met")).Form();

        await Community.ThankAsync(Ava, form);
        var again = await Community.ThankAsync(Ava, form, "Thank you again.");

        Assert.Equal("The circle is closed", again.Title());
        Assert.Single(
            Community.Messenger.TextsTo(grace.Ref), text => text.StartsWith("Ava Stone says thank you", StringComparison.Ordinal));
    }

    [Theory, InlineData(""), InlineData("x")]
    public async Task Empty_thanks_get_a_word_beside_the_field(string words)
    {
        await Community.QuestionAsync(Ava, await GraceAsync());
        var form = (await Community.PressAsync(Ava, "We met")).Form();

        Assert.Equal([LoopCards.ThanksField], Assert.IsType<Reply.FieldErrors>(await Community.ThankAsync(Ava, form, words)).Errors.Keys);
    }

    [Fact]
    public async Task Somebody_who_was_helped_is_invited_to_help()
    {
        await Community.QuestionAsync(Ava, await GraceAsync());

        var closed = await Community.ThankAsync(Ava, (await Community.PressAsync(Ava, "We met")).Form());

        Assert.Contains(closed.Card().Buttons, button => button.Action == ActionIds.Give);
    }

    [Fact]
    public async Task Somebody_who_helps_already_is_not_invited()
    {
        await Community.GiverAsync("Ava Stone", "running shoes");
        await Community.QuestionAsync(Ava, await GraceAsync());

        var closed = await Community.ThankAsync(Ava, (await Community.PressAsync(Ava, "We met")).Form());

        Assert.Empty(closed.Card().Buttons);
    }

    private static bool IsQuestion(Envelope envelope) =>
        envelope.Replaces is null && PlainText.Of(envelope.Card.Title).StartsWith("Did you and", StringComparison.Ordinal);

    private IEnumerable<Envelope> Questions() => Community.Messenger.Delivered.Where(IsQuestion);
}
