using IntroBot.Coaching;
using IntroBot.Intros;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Intros;

public sealed class AskByFormTests : StoryTests
{
    [Fact]
    public async Task Intro_opens_the_template_as_a_form()
    {
        var form = (await Community.CommandAsync(Ava, "")).Form();

        Assert.Equal(AskTemplate.Fields.Select(field => field.Id), form.Inputs.Select(input => input.Id));
    }

    [Fact]
    public async Task Right_answers_lead_to_the_drafted_note()
    {
        var review = await ReviewAsync(AskingExtensions.Good);

        Assert.StartsWith("Hello, I am Ava Stone.", AskingExtensions.NoteIn(review), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_answer_gets_a_word_beside_its_field()
    {
        var opened = (await Community.CommandAsync(Ava, "")).Form();

        var reply = await Community.SubmitAsync(
            Ava, FormIds.Ask, opened.State, AskingExtensions.Answers(AskingExtensions.Good, (AskTemplate.WhyThem, "short")));

        Assert.Equal([AskTemplate.WhyThem], Assert.IsType<Reply.FieldErrors>(reply).Errors.Keys);
    }

    [Fact]
    public async Task Right_answers_beside_a_wrong_one_are_kept()
    {
        var opened = (await Community.CommandAsync(Ava, "")).Form();

        await Community.SubmitAsync(
            Ava, FormIds.Ask, opened.State, AskingExtensions.Answers(AskingExtensions.Good, (AskTemplate.WhyThem, "short")));

        Assert.Equal(
            AskingExtensions.Good with { WhyThem = "" },
            (await Community.FindAsync(opened.State)).Ask with { Note = "", Topics = AskingExtensions.Good.Topics });
    }

    [Fact]
    public async Task An_ask_without_promises_is_not_sent()
    {
        var review = await ReviewAsync(AskingExtensions.Good);

        var reply = await Community.SubmitAsync(Ava, FormIds.Review, review.State, (AskTemplate.Note, AskingExtensions.NoteIn(review)));

        Assert.Equal([AskTemplate.Promises], Assert.IsType<Reply.FieldErrors>(reply).Errors.Keys);
        Assert.Equal(IntroStage.Draft, (await Community.FindAsync(review.State)).Stage);
    }

    [Fact]
    public async Task An_ask_with_promises_is_on_its_way()
    {
        var review = await ReviewAsync(AskingExtensions.Good);

        Assert.Equal("Your ask is on its way", (await Community.SendAsync(Ava, review)).Title());
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_ask()
    {
        var review = await ReviewAsync(AskingExtensions.Good);
        await Community.SendAsync(Ava, review);

        var again = await Community.SendAsync(Ava, review);

        Assert.Equal("Your ask is on its way", again.Title());
        Assert.Single(await Community.IntrosOfAsync(Ava));
    }

    [Fact]
    public async Task The_note_is_drafted_anew_when_answers_change()
    {
        var review = await ReviewAsync(AskingExtensions.Good);
        var back = (await Community.PressAsync(Ava, review.Other!)).Form();

        var again = (await Community.SubmitAsync(
            Ava, FormIds.Ask, back.State,
            AskingExtensions.Answers(AskingExtensions.Good, (AskTemplate.InReturn, "A crate of our plum jam.")))).Form();

        Assert.Contains("a crate of our plum jam", AskingExtensions.NoteIn(again), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_note_its_owner_edited_is_never_drafted_over()
    {
        var review = await ReviewAsync(AskingExtensions.Good);
        var mine = AskingExtensions.NoteIn(review) + "\nP.S. I bake.";
        await Community.SubmitAsync(Ava, FormIds.Review, review.State, (AskTemplate.Note, mine));
        var back = (await Community.PressAsync(Ava, review.Other!)).Form();

        var again = (await Community.SubmitAsync(
            Ava, FormIds.Ask, back.State,
            AskingExtensions.Answers(AskingExtensions.Good, (AskTemplate.InReturn, "A crate of our plum jam.")))).Form();

        Assert.Equal(mine, AskingExtensions.NoteIn(again));
    }

    [Fact]
    public async Task Words_typed_after_intro_are_taken_as_whom_to_meet()
    {
        var form = (await Community.CommandAsync(Ava, "someone who has run a supply chain at Nike")).Form();

        Assert.Equal("someone who has run a supply chain at Nike", Assert.IsType<FormInput.Text>(form.Inputs[0]).Value);
    }

    private async Task<Form> ReviewAsync(Ask ask)
    {
        var opened = (await Community.CommandAsync(Ava, "")).Form();
        return (await Community.SubmitAsync(Ava, FormIds.Ask, opened.State, AskingExtensions.Answers(ask))).Form();
    }
}
