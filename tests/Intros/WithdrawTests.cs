using IntroBot.Intros;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Intros;

public sealed class WithdrawTests : StoryTests
{
    [Fact]
    public async Task An_ask_under_way_is_withdrawn_from_the_list()
    {
        await GraceAsync();
        var intro = await Community.AskAsync(Ava);

        var list = await Community.CommandAsync(Ava, "withdraw");
        var reply = await Community.PressAsync(Ava, list.Card().Buttons[0]);

        Assert.Equal("Your ask is withdrawn", reply.Title());
        Assert.Equal(IntroStage.Withdrawn, (await Community.NewestAsync(intro)).Stage);
    }

    [Fact]
    public async Task The_giver_who_was_asked_reads_that_nothing_is_left_to_do()
    {
        var grace = await GraceAsync();
        var intro = await Community.AskAsync(Ava);

        await WithdrawAsync(Ava, intro);

        Assert.Equal("Ava no longer needs this", Assert.Single(Community.Messenger.ChatOf(grace.Ref)).Title());
    }

    [Fact]
    public async Task The_giver_who_was_asked_is_free_again()
    {
        var grace = await GraceAsync();
        var intro = await Community.AskAsync(Ava);

        await WithdrawAsync(Ava, intro);

        Assert.Null((await Community.Givers.FindAsync(grace.Ref, CancellationToken.None))!.OpenSlot);
    }

    [Fact]
    public async Task An_offer_that_waits_for_the_morning_never_leaves_once_withdrawn()
    {
        var grace = await Community.GiverAsync("Grace Okafor", "supply chain", "Pacific/Auckland");
        var intro = await Community.AskAsync(Ava);
        await WithdrawAsync(Ava, intro);

        await Community.PassAsync(TimeSpan.FromDays(1));

        Assert.Empty(Community.Messenger.ChatOf(grace.Ref));
    }

    [Fact]
    public async Task An_ask_without_a_match_can_be_withdrawn()
    {
        var intro = await Community.AskAsync(Ava);

        await WithdrawAsync(Ava, intro);

        Assert.Equal(IntroStage.Withdrawn, (await Community.NewestAsync(intro)).Stage);
    }

    [Fact]
    public async Task After_a_yes_nothing_is_withdrawn_behind_the_givers_back()
    {
        var grace = await GraceAsync();
        var intro = await Community.AskAsync(Ava);
        await Community.AcceptAsync(grace);

        Assert.Equal("Somebody said yes already", (await WithdrawAsync(Ava, intro)).Title());
        Assert.Equal(IntroStage.Connected, (await Community.NewestAsync(intro)).Stage);
    }

    [Fact]
    public async Task Withdrawing_twice_is_withdrawing_once()
    {
        await GraceAsync();
        var intro = await Community.AskAsync(Ava);
        await WithdrawAsync(Ava, intro);

        Assert.Equal("Your ask is withdrawn", (await WithdrawAsync(Ava, intro)).Title());
        Assert.Single(await Community.LogAsync(), row => row["Event"] == "Withdrawn");
    }

    [Fact]
    public async Task A_closed_ask_is_not_withdrawn()
    {
        var intro = await Community.AskInVainAsync(Ava);
        await Community.PressAsync(Ava, "Close this ask");

        Assert.Equal("That is not possible any more", (await WithdrawAsync(Ava, intro)).Title());
    }

    [Fact]
    public async Task With_nothing_under_way_there_is_nothing_to_withdraw() =>
        Assert.Equal("There is nothing to withdraw", (await Community.CommandAsync(Ava, "withdraw")).Title());

    private async Task<Reply> WithdrawAsync(Person who, Intro intro)
    {
        var reply = await Community.PressAsync(who, new CardButton(ActionIds.Withdraw, intro.Id.Value, ""));
        await Community.SettleAsync();
        return reply;
    }
}
