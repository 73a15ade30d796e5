using IntroBot.Intros;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Intros;

public sealed class DraftTests : StoryTests
{
    private const string Words = "Someone who has run a supply chain at a sports brand";

    [Fact]
    public async Task A_half_written_draft_waits_instead_of_a_second_one()
    {
        await Community.BeginInChatAsync(Ava, Words);

        Assert.Equal("You have an ask half written", (await Community.CommandAsync(Ava, "")).Title());
    }

    [Fact]
    public async Task A_blank_draft_is_used_again()
    {
        var first = (await Community.CommandAsync(Ava, "")).Form();

        Assert.Equal(first.State, (await Community.CommandAsync(Ava, "")).Form().State);
    }

    [Fact]
    public async Task A_draft_goes_on_in_the_form_with_what_was_said_in_the_chat()
    {
        var question = await Community.BeginInChatAsync(Ava, Words);

        var form = (await Community.PressAsync(Ava, question.Button("Use the form"))).Form();

        Assert.Equal(Words, Assert.IsType<FormInput.Text>(form.Inputs[0]).Value);
    }

    [Fact]
    public async Task A_draft_goes_on_in_the_chat_at_the_first_open_field()
    {
        var form = (await Community.CommandAsync(Ava, Words)).Form();

        Assert.StartsWith("2 of 10", (await Community.PressAsync(Ava, form.Other!)).Title(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starting_afresh_discards_the_draft_and_opens_an_empty_form()
    {
        await Community.BeginInChatAsync(Ava, Words);
        var waits = await Community.CommandAsync(Ava, "");

        var form = (await Community.PressAsync(Ava, waits.Button("Start afresh"))).Form();

        Assert.Equal("", Assert.IsType<FormInput.Text>(form.Inputs[0]).Value);
        Assert.Equal([IntroStage.Draft, IntroStage.Withdrawn], (await Community.IntrosOfAsync(Ava)).Select(intro => intro.Stage).Order());
    }

    [Fact]
    public async Task A_draft_survives_a_restart()
    {
        await Community.BeginInChatAsync(Ava, Words);
        await using var restarted = await Community.OpenAsync(Community.Tables.WithoutDispose(), Community.Clock);

        Assert.StartsWith("3 of 10", (await restarted.SayAsync(Ava, "supply chain")).Title(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_untouched_draft_lapses_after_seven_days()
    {
        await Community.BeginInChatAsync(Ava, Words);

        await Community.PassAsync(TimeSpan.FromDays(7));

        Assert.Equal(IntroStage.Expired, Assert.Single(await Community.IntrosOfAsync(Ava)).Stage);
    }

    [Fact]
    public async Task A_touched_draft_gets_its_seven_days_again()
    {
        await Community.BeginInChatAsync(Ava, Words);
        await Community.PassAsync(TimeSpan.FromDays(6));
        await Community.SayAsync(Ava, "supply chain");

        await Community.PassAsync(TimeSpan.FromDays(6));

        Assert.Equal(IntroStage.Draft, Assert.Single(await Community.IntrosOfAsync(Ava)).Stage);
    }

    [Fact]
    public async Task A_touched_draft_lapses_seven_days_after_the_last_touch()
    {
        await Community.BeginInChatAsync(Ava, Words);
        await Community.PassAsync(TimeSpan.FromDays(6));
        await Community.SayAsync(Ava, "supply chain");

        await Community.PassAsync(TimeSpan.FromDays(7));

        Assert.Equal(IntroStage.Expired, Assert.Single(await Community.IntrosOfAsync(Ava)).Stage);
    }

    [Fact]
    public async Task Nothing_is_sent_to_anybody_while_a_draft_is_written()
    {
        await GraceAsync();
        await Community.BeginInChatAsync(Ava, Words);
        await Community.PassAsync(TimeSpan.FromDays(8));

        Assert.Empty(Community.Messenger.Delivered);
    }
}
