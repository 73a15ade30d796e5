using IntroBot.Coaching;
using IntroBot.Intros;
using IntroBot.Intros.Offers;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Conversation;

/// <summary>Talking with the bot: what wins over what, and that nothing is done by accident.</summary>
public sealed class TalkingTests : StoryTests
{
    private const string Sentence = "I'd love to meet someone who has run a supply chain at Nike";

    [Fact]
    public async Task A_sentence_that_looks_like_an_ask_is_read_back_and_nothing_is_kept()
    {
        var reply = await Community.SayAsync(Ava, Sentence);

        Assert.Contains("So you would like to meet someone who has run a supply chain at Nike.", reply.Text(), StringComparison.Ordinal);
        Assert.Equal(["Yes, start", "No"], reply.Card().Buttons.Select(button => button.Label));
        Assert.Empty(await Community.IntrosOfAsync(Ava));
    }

    [Fact]
    public async Task What_was_read_back_begins_with_whom_and_the_topics_that_givers_list()
    {
        await Community.GiverAsync("Grace Okafor", "supply chain");

        await Community.BeginInChatAsync(Ava, Sentence);

        var draft = Assert.Single(await Community.IntrosOfAsync(Ava));
        Assert.Equal("someone who has run a supply chain at Nike", draft.Ask.Who);
        Assert.Equal(["supply chain"], draft.Ask.Topics);
        Assert.Equal(AskTemplate.PurposeId, draft.Drafting.Field);
    }

    [Fact]
    public async Task A_no_to_what_was_read_back_keeps_nothing()
    {
        var reply = await Community.SayAsync(Ava, Sentence);

        Assert.Equal("All right, no ask", (await Community.PressAsync(Ava, reply.Button("No"))).Title());
        Assert.Empty(await Community.IntrosOfAsync(Ava));
    }

    [Fact]
    public async Task Words_that_are_not_followed_may_still_be_about_somebody_to_meet()
    {
        var reply = await Community.SayAsync(Ava, "Grace from the Lagos office");
        Assert.Equal("Sorry, I did not follow", reply.Title());

        await Community.PressAsync(Ava, reply.Button("I am looking for somebody"));

        Assert.Equal("Grace from the Lagos office", Assert.Single(await Community.IntrosOfAsync(Ava)).Ask.Who);
    }

    [Theory, InlineData("yes", "Shall I tell Ava yes?"), InlineData("sure, happy to help", "Shall I tell Ava yes?"),
        InlineData("no thanks", "Shall I pass this one on?"), InlineData("not now", "Shall I pass this one on?")]
    public async Task A_yes_or_a_no_is_asked_back_on_the_open_offer_and_answers_nothing_by_itself(string says, string asks)
    {
        var grace = await GraceAsync();
        var intro = await Community.AskAsync(Ava);

        var reply = await Community.SayAsync(grace, says);

        Assert.Equal(asks, reply.Title());
        Assert.Equal(OfferStatus.Open, (await Community.NewestAsync(intro)).Current!.Status);
        await Community.PressAsync(grace, reply.Button("Yes, connect us"));
        Assert.Equal(OfferStatus.Accepted, (await Community.NewestAsync(intro)).Current!.Status);
    }

    [Fact]
    public async Task A_yes_with_nothing_open_is_answered_kindly() =>
        Assert.Equal("All right", (await Community.SayAsync(Ava, "yes")).Title());

    [Fact]
    public async Task A_yes_answers_the_offer_that_came_after_the_question_of_a_draft()
    {
        var grace = await GraceAsync();
        await Community.BeginInChatAsync(grace, Sentence);
        await Community.PassAsync(TimeSpan.FromMinutes(1));
        await Community.AskAsync(Ava);

        Assert.Equal("Shall I tell Ava yes?", (await Community.SayAsync(grace, "yes please")).Title());
    }

    [Fact]
    public async Task A_yes_answers_the_question_of_a_draft_that_came_after_the_offer()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);
        await Community.PassAsync(TimeSpan.FromMinutes(1));
        await Community.BeginInChatAsync(grace, "Somebody who has sewn tents for a living");

        await Community.SayAsync(grace, "yes please");

        Assert.Equal(["yes please"], (await DraftOfAsync(grace)).Ask.Topics);
    }

    [Theory, InlineData("help", "I bring people together, gently"), InlineData("pause", "Is “pause” your answer?")]
    public async Task A_command_that_could_be_the_answer_is_shown_and_may_be_used_as_it(string word, string title)
    {
        await GraceAsync();
        await Community.BeginInChatAsync(Ava, "Somebody who has sewn tents for a living");

        var reply = await Community.SayAsync(Ava, word);
        Assert.Equal(title, reply.Title());
        Assert.Empty((await DraftOfAsync(Ava)).Ask.Topics);

        await Community.PressAsync(Ava, reply.Button("Use it as my answer"));
        Assert.Equal([word], (await DraftOfAsync(Ava)).Ask.Topics);
    }

    [Fact]
    public async Task A_giver_who_says_pause_in_a_draft_is_not_paused_by_the_word_alone()
    {
        var grace = await GraceAsync();
        await Community.BeginInChatAsync(grace, "Somebody who has sewn tents for a living");

        await Community.SayAsync(grace, "pause");

        Assert.Null((await Community.Givers.FindAsync(grace.Ref, CancellationToken.None))!.PausedUntil);
    }

    [Fact]
    public async Task Words_of_a_group_never_answer_a_draft_or_an_offer()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);
        await Community.BeginInChatAsync(grace, "Somebody who has sewn tents for a living");

        var reply = await Community.DispatchAsync(
            new Interaction.MessageSent(grace, Community.NextKey(), "is great, everybody should try it", []) { IsPrivate = false });
        var yes = await Community.DispatchAsync(
            new Interaction.MessageSent(grace, Community.NextKey(), "yes", []) { IsPrivate = false });

        Assert.Equal(("Sorry, I did not follow", "All right"), (reply.Title(), yes.Title()));
        Assert.Empty((await DraftOfAsync(grace)).Ask.Topics);
    }

    [Theory]
    [InlineData("I want to opt out", "Shall I stop asking you?", "Stop asking me", "You are no longer asked")]
    [InlineData("I'm on holiday until Monday", "A break until Mon 30 Nov?", "Pause until Mon 30 Nov", "Enjoy the rest")]
    [InlineData("stop asking me", "What shall I stop?", "A break of 2 weeks", "Enjoy the rest")]
    [InlineData("stop", "What shall I stop?", "Stop giving", "You are no longer asked")]
    [InlineData("pasue", "Did you mean “pause”?", "Yes, pause", "Enjoy the rest")]
    public async Task A_wish_leads_to_a_card_whose_button_does_it(string says, string title, string button, string done)
    {
        var grace = await GraceAsync();

        var reply = await Community.SayAsync(grace, says);

        Assert.Equal(title, reply.Title());
        Assert.Equal((true, null), ((await GiverAsync(grace)).OptedIn, (await GiverAsync(grace)).PausedUntil));
        Assert.Equal(done, (await Community.PressAsync(grace, reply.Button(button))).Title());
    }

    [Theory, InlineData("I want to opt out"), InlineData("I'm on holiday until Monday"), InlineData("I'm back")]
    public async Task Somebody_who_does_not_give_reads_that_nobody_asks_them(string says) =>
        Assert.Equal("Nobody asks you anything here", (await Community.SayAsync(Ava, says)).Title());

    [Fact]
    public async Task Withdraw_with_one_ask_only_asks_whether_to_take_it_back()
    {
        await GraceAsync();
        var intro = await Community.AskAsync(Ava);

        var reply = await Community.SayAsync(Ava, "withdraw");
        Assert.Equal("Take it back?", reply.Title());

        await Community.PressAsync(Ava, reply.Button("Take it back"));
        Assert.Equal(IntroStage.Withdrawn, (await Community.NewestAsync(intro)).Stage);
    }

    [Fact]
    public async Task A_deadline_is_read_as_people_say_it()
    {
        var opened = (await Community.CommandAsync(Ava, "")).Form();
        await Community.SubmitAsync(
            Ava, FormIds.Ask, opened.State, AskingExtensions.Answers(AskingExtensions.Good, (AskTemplate.Deadline, "next Friday")));

        Assert.Equal(new DateOnly(2026, 12, 4), (await DraftOfAsync(Ava)).Ask.Deadline);
    }

    private async Task<Intro> DraftOfAsync(Person who) =>
        Assert.Single(await Community.IntrosOfAsync(who), intro => intro.Stage == IntroStage.Draft);

    private async Task<IntroBot.Givers.Giver> GiverAsync(Person who) =>
        (await Community.Givers.FindAsync(who.Ref, CancellationToken.None))!;
}
