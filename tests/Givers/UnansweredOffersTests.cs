using IntroBot.Givers;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Givers;

/// <summary>G11: a giver whom three offers in a row did not reach in time is paused kindly, and not nagged.</summary>
public sealed class UnansweredOffersTests : StoryTests
{
    private const string Kind = "I will let you be for a while";

    [Fact]
    public async Task G11_two_offers_without_an_answer_change_nothing()
    {
        var grace = await GraceAsync();

        await ExpireAsync(2);

        Assert.Null((await GiverAsync(grace)).PausedUntil);
    }

    [Fact]
    public async Task G11_after_the_third_a_giver_is_paused_for_four_weeks_and_told_so_once()
    {
        var grace = await GraceAsync();

        await ExpireAsync(3);

        var told = Assert.Single(Community.Messenger.ChatOf(grace.Ref), card => card.Title() == Kind);
        Assert.Equal(["I’m here", "Ask me less", "Stop giving"], told.Buttons.Select(button => button.Label));
        var rest = (await GiverAsync(grace)).PausedUntil!.Value - Community.Clock.GetUtcNow();
        Assert.InRange(rest, TimeSpan.FromDays(26), TimeSpan.FromDays(28));
        Assert.Empty((await Community.AskAsync(Community.Person("Zoe Zane"))).Offers);
    }

    [Fact]
    public async Task G11_the_pause_ends_with_a_word_and_begins_anew()
    {
        var grace = await GraceAsync();
        await ExpireAsync(3);

        await Community.PassAsync(TimeSpan.FromDays(31));

        Assert.Equal("Your pause is over", Community.Messenger.ChatOf(grace.Ref)[^1].Title());
        await ExpireAsync(2, from: 3);
        Assert.Null((await GiverAsync(grace)).PausedUntil);
    }

    [Theory, InlineData("Yes, connect us"), InlineData("Not now")]
    public async Task G11_any_answer_begins_the_count_anew(string answer)
    {
        var grace = await GraceAsync();
        await ExpireAsync(2);
        await Community.AskAsync(Community.Person("Zoe Zane"));
        await Community.PressAsync(grace, answer);
        await Community.SettleAsync();

        await ExpireAsync(2, from: 2);

        Assert.Null((await GiverAsync(grace)).PausedUntil);
    }

    [Fact]
    public async Task G11_an_offer_that_is_taken_back_is_neither_an_answer_nor_silence()
    {
        var grace = await GraceAsync();
        await ExpireAsync(2);
        var zoe = Community.Person("Zoe Zane");
        await Community.PressAsync(zoe, new CardButton(ActionIds.Withdraw, (await Community.AskAsync(zoe)).Id.Value, ""));
        await Community.SettleAsync();
        Assert.Null((await GiverAsync(grace)).PausedUntil);

        await Community.PassAsync(TimeSpan.FromDays(7));
        await ExpireAsync(1, from: 2);

        Assert.NotNull((await GiverAsync(grace)).PausedUntil);
    }

    [Fact]
    public async Task G11_who_is_here_is_asked_again()
    {
        var grace = await GraceAsync();
        await ExpireAsync(3);

        Assert.Equal("Welcome back", (await Community.PressAsync(grace, "I’m here")).Title());

        await Community.PassAsync(TimeSpan.FromDays(7));
        Assert.Single((await Community.AskAsync(Community.Person("Zoe Zane"))).Offers);
    }

    [Fact]
    public async Task G11_who_asks_for_less_is_asked_once_in_thirty_days()
    {
        var grace = await GraceAsync();
        await ExpireAsync(3);
        await Community.PressAsync(grace, "Ask me less");
        await Community.PassAsync(TimeSpan.FromDays(28));

        Assert.Single((await Community.AskAsync(Community.Person("Zoe Zane"))).Offers);
        await Community.DeclineAsync(grace);
        await Community.PassAsync(TimeSpan.FromDays(28));
        Assert.Empty((await Community.AskAsync(Community.Person("Yan Young"))).Offers);
        await Community.PassAsync(TimeSpan.FromDays(3));
        Assert.Single((await Community.AskAsync(Community.Person("Xia Xu"))).Offers);
    }

    [Fact]
    public async Task G11_who_stops_is_not_asked()
    {
        var grace = await GraceAsync();
        await ExpireAsync(3);

        await Community.PressAsync(grace, "Stop giving");

        Assert.False((await GiverAsync(grace)).OptedIn);
    }

    [Fact]
    public async Task G11_an_offer_that_ends_twice_counts_once()
    {
        var grace = await GraceAsync();
        await ExpireAsync(2);
        var free = new Outgoing.FreeSlot(
            "free", grace.Ref, (await GiverAsync(grace)).Slots[^1].Offer, Reached: true, Community.Clock.GetUtcNow(), SlotEnd.Expired);

        Assert.IsType<Decision<Giver>.Unchanged>(GiverDecisions.FreeSlot(await GiverAsync(grace), free, Community.Clock.GetUtcNow()));
    }

    private async Task<Giver> GiverAsync(Person who) => (await Community.Givers.FindAsync(who.Ref, CancellationToken.None))!;

    /// <summary>So many offers of different askers expire, one a week.</summary>
    private async Task ExpireAsync(int count, int from = 0)
    {
        for (var number = from; number < from + count; number++)
        {
            await Community.AskAsync(Community.Person($"Asker{number} Ode"));
            await Community.PassAsync(TimeSpan.FromDays(number < from + count - 1 ? 7 : 2));
        }
    }
}
