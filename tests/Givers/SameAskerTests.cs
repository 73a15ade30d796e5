using IntroBot.Coaching;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Givers;

/// <summary>G6: the same asker does not reach a giver twice within ninety days, unless the giver welcomes them.</summary>
public sealed class SameAskerTests : StoryTests
{
    [Fact]
    public async Task G6_the_same_asker_does_not_reach_a_giver_again_after_a_minute()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);
        await Community.DeclineAsync(grace);

        var again = await Community.AskAsync(Ava, Another);

        Assert.Empty(again.Offers);
    }

    [Fact]
    public async Task G6_somebody_else_does()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);
        await Community.DeclineAsync(grace);
        await Parallel.ForEachAsync(await Community.IntrosOfAsync(Ava), async (intro, _) =>
            await Community.SubmitAsync(Ava, FormIds.OtherTopics, intro.Id.Value, (AskTemplate.Topics, "supply chain")));
        await Community.SettleAsync();

        Assert.Single((await Community.AskAsync(Community.Person("Ben Ode"))).Offers);
    }

    [Theory, InlineData(89, 0), InlineData(91, 1)]
    public async Task G6_the_rest_lasts_ninety_days_from_the_delivery(int days, int offers)
    {
        // It is 23:00 in Auckland: the offer waits for the morning.
        var grace = await Community.GiverAsync("Grace Okafor", "supply chain", "Pacific/Auckland");
        await Community.AskAsync(Ava);
        await Community.PassAsync(TimeSpan.FromHours(9));
        await Community.DeclineAsync(grace);
        await Community.PassAsync(TimeSpan.FromDays(days) - TimeSpan.FromHours(2));

        Assert.Equal(offers, (await Community.AskAsync(Ava, Another)).Offers.Length);
    }

    [Fact]
    public async Task G6_an_offer_that_never_reached_the_giver_does_not_count()
    {
        var grace = await Community.GiverAsync("Grace Okafor", "supply chain", "Pacific/Auckland");
        var asleep = await Community.AskAsync(Ava);
        await Community.PressAsync(Ava, new CardButton(ActionIds.Withdraw, asleep.Id.Value, ""));
        await Community.SettleAsync();

        await Community.AskAsync(Ava, Another);
        await Community.PassAsync(TimeSpan.FromHours(9));

        Assert.Single(Community.Messenger.TextsTo(grace.Ref));
    }

    [Fact]
    public async Task G6_a_giver_may_welcome_the_asker_back_from_the_card_of_thanks()
    {
        var grace = await ThankedAsync();

        var reply = await Community.PressAsync(grace, "Ava may ask me again");

        Assert.Contains("Ava may ask you again", reply.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(reply.Card().Buttons, button => button.Action == ActionIds.MayAskAgain);
        Assert.Single((await Community.AskAsync(Ava, Another)).Offers);
    }

    [Fact]
    public async Task G6_one_welcome_is_for_one_ask()
    {
        var grace = await ThankedAsync();
        await Community.PressAsync(grace, "Ava may ask me again");
        await Community.AskAsync(Ava, Another);
        await Community.DeclineAsync(grace);

        Assert.Empty((await Community.AskAsync(Ava, AskingExtensions.Good with { Who = "Somebody who has run a dairy" })).Offers);
    }

    [Fact]
    public async Task G6_nobody_welcomes_themselves_on_a_giver_s_behalf()
    {
        await ThankedAsync();
        var intro = (await Community.IntrosOfAsync(Ava))[0];

        var reply = await Community.PressAsync(Ava, new CardButton(ActionIds.MayAskAgain, intro.Id.Value, ""));

        Assert.Equal("This one is for somebody else", reply.Title());
        Assert.Empty((await Community.AskAsync(Ava, Another)).Offers);
    }

    [Fact]
    public async Task G6_many_asks_of_one_asker_at_once_reach_a_giver_once()
    {
        var grace = await Community.GiverAsync("Grace Okafor", "supply chain", cap: 10);
        for (var asks = 0; asks < 3; asks++)
        {
            await Community.AskAsync(Ava, AskingExtensions.Good with { Who = $"Somebody who has run mill {asks}" });
        }

        await Community.DeclineAsync(grace);
        await Parallel.ForEachAsync(await Community.IntrosOfAsync(Ava), async (intro, _) =>
            await Community.SubmitAsync(Ava, FormIds.OtherTopics, intro.Id.Value, (AskTemplate.Topics, "supply chain")));
        await Community.SettleAsync();

        Assert.Single((await Community.Givers.FindAsync(grace.Ref, CancellationToken.None))!.Slots);
    }

    private static Ask Another => AskingExtensions.Good with { Who = "Somebody who has run a foundry" };

    private async Task<Person> ThankedAsync()
    {
        var grace = await GraceAsync();
        await Community.QuestionAsync(Ava, grace);
        await Community.ThankAsync(Ava, (await Community.PressAsync(Ava, "We met")).Form());
        return grace;
    }
}
