using IntroBot.Coaching;
using IntroBot.Intros;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Intros;

public sealed class CoachingBeforeSendingTests : StoryTests
{
    private static readonly Ask Vague = AskingExtensions.Good with
    {
        SmallStep = "I would love to pick your brain over a quick chat sometime.",
    };
    private static readonly Ask Unfinished = AskingExtensions.Good with
    {
        WhyThem = "Your talk in Lisbon about sourcing at [company name] is the one I liked best.",
    };

    [Fact]
    public async Task A_hint_is_shown_before_an_ask_is_sent()
    {
        var review = await ReviewAsync(Vague);

        Assert.NotEmpty(review.Preface);
    }

    [Fact]
    public async Task An_ask_with_hints_seen_can_be_sent_anyway()
    {
        var review = await ReviewAsync(Vague);

        Assert.Equal("Send it anyway", review.SubmitLabel);
        Assert.Equal("Your ask is on its way", (await Community.SendAsync(Ava, review)).Title());
    }

    [Fact]
    public async Task An_ask_without_hints_has_nothing_to_send_anyway() =>
        Assert.Equal("Send it", (await ReviewAsync(AskingExtensions.Good)).SubmitLabel);

    [Fact]
    public async Task A_hint_that_the_edited_note_brings_up_is_shown_once_before_it_goes()
    {
        var review = await ReviewAsync(AskingExtensions.Good);

        var again = await SendAsync(review, AskingExtensions.NoteIn(review) + " You have to answer ASAP!!!");

        Assert.NotEmpty(again.Form().Preface);
        Assert.Equal("Your ask is on its way", (await Community.SendAsync(Ava, again.Form())).Title());
    }

    [Fact]
    public async Task A_blocking_hint_stops_at_its_field()
    {
        var opened = (await Community.CommandAsync(Ava, "")).Form();

        var stopped = await Community.SubmitAsync(Ava, FormIds.Ask, opened.State, AskingExtensions.Answers(Unfinished));

        Assert.Equal([AskTemplate.WhyThem], Assert.IsType<Reply.FieldErrors>(stopped).Errors.Keys);
    }

    [Fact]
    public async Task A_blocking_hint_in_the_note_stops_there()
    {
        var review = await ReviewAsync(AskingExtensions.Good);

        var stopped = await SendAsync(review, "Hello {{first name}}, would you talk with me?");

        Assert.Equal([AskTemplate.Note], Assert.IsType<Reply.FieldErrors>(stopped).Errors.Keys);
    }

    [Fact]
    public async Task An_ask_that_is_open_already_stops_at_whom_to_meet()
    {
        await GraceAsync();
        await Community.AskAsync(Ava);
        var opened = (await Community.CommandAsync(Ava, "")).Form();

        var stopped = await Community.SubmitAsync(Ava, FormIds.Ask, opened.State, AskingExtensions.Answers(AskingExtensions.Good));

        Assert.Equal([AskTemplate.Who], Assert.IsType<Reply.FieldErrors>(stopped).Errors.Keys);
    }

    [Fact]
    public async Task A_blocking_hint_in_the_chat_leads_to_the_form()
    {
        var review = await ReviewInChatAsync(Unfinished);

        Assert.DoesNotContain(review.Card().Buttons, button => button.Action == ActionIds.SendAsk);
        Assert.Equal(FormIds.Ask, (await Community.PressAsync(Ava, review.Button("Mend it in the form"))).Form().Id);
    }

    [Fact]
    public async Task A_send_button_does_not_carry_a_blocked_ask_past_the_coach()
    {
        await ReviewInChatAsync(Unfinished);
        var draft = Assert.Single(await Community.IntrosOfAsync(Ava));

        await Community.PressAsync(Ava, new CardButton(ActionIds.SendAsk, draft.Id.Value, ""));

        Assert.Equal(IntroStage.Draft, (await Community.NewestAsync(draft)).Stage);
    }

    [Fact]
    public async Task A_hint_in_the_chat_can_be_passed_by()
    {
        var review = await ReviewInChatAsync(Vague);

        Assert.Contains("A thought or two before it goes.", review.Text(), StringComparison.Ordinal);
        Assert.Equal("Your ask is on its way", (await Community.PressAsync(Ava, review.Button("I promise, send it"))).Title());
    }

    private async Task<Form> ReviewAsync(Ask ask)
    {
        var opened = (await Community.CommandAsync(Ava, "")).Form();
        return (await Community.SubmitAsync(Ava, FormIds.Ask, opened.State, AskingExtensions.Answers(ask))).Form();
    }

    private async Task<Reply> ReviewInChatAsync(Ask ask)
    {
        var reply = await Community.BeginInChatAsync(Ava, ask.Who);
        foreach (var field in AskTemplate.Fields.Skip(1))
        {
            reply = await Community.SayAsync(Ava, field.Read(ask) is { Length: > 0 } answer ? answer : "skip");
        }

        return reply;
    }

    private Task<Reply> SendAsync(Form review, string note) => Community.SubmitAsync(
        Ava, FormIds.Review, review.State, (AskTemplate.Note, note), (AskTemplate.Promises, FormAnswers.Ticked));
}
