using IntroBot.Coaching;
using IntroBot.Intros;
using IntroBot.Intros.Searching;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Intros;

public sealed class SearchTests : StoryTests
{
    [Fact]
    public async Task At_most_five_givers_are_asked()
    {
        await GiversAsync(7);
        var intro = await Community.AskAsync(Ava);

        await DeclineAllAsync(intro);
        await Community.NewsHourAsync(Ava);

        Assert.Equal(SearchDecisions.MaxOffers, (await Community.NewestAsync(intro)).Offers.Length);
        Assert.Equal(IntroStage.Unmatched, (await Community.NewestAsync(intro)).Stage);
    }

    [Fact]
    public async Task When_nobody_is_left_the_asker_hears_no_match_yet()
    {
        await Community.AskInVainAsync(Ava);

        Assert.Equal("No match yet", Assert.Single(Community.Messenger.ChatOf(Ava.Ref)).Title());
    }

    [Fact]
    public async Task Other_topics_begin_the_search_again()
    {
        var grace = await Community.GiverAsync("Grace Okafor", "logistics");
        var intro = await Community.AskInVainAsync(Ava);

        var form = (await Community.PressAsync(Ava, "Try other topics")).Form();
        var reply = await Community.SubmitAsync(Ava, FormIds.OtherTopics, form.State, (AskTemplate.Topics, "logistics"));
        await Community.SettleAsync();

        Assert.Equal("The search goes on", reply.Title());
        Assert.Equal(grace.Ref, (await AskedNowAsync(intro)).Ref);
    }

    [Fact]
    public async Task A_new_search_does_not_ask_the_same_people_again()
    {
        await GiversAsync(1);
        var intro = await Community.AskAsync(Ava);
        await DeclineAllAsync(intro);
        await Community.NewsHourAsync(Ava);

        var form = (await Community.PressAsync(Ava, "Try other topics")).Form();
        await Community.SubmitAsync(Ava, FormIds.OtherTopics, form.State, (AskTemplate.Topics, "supply chain"));
        await Community.NewsHourAsync(Ava);

        Assert.Single((await Community.NewestAsync(intro)).Offers);
        Assert.Equal(2, Community.Messenger.TextsTo(Ava.Ref).Count(text => text.StartsWith("No match yet", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_new_search_asks_five_givers_again()
    {
        await GiversAsync(11);
        var intro = await Community.AskAsync(Ava);
        await DeclineAllAsync(intro);
        await Community.NewsHourAsync(Ava);

        var form = (await Community.PressAsync(Ava, "Try other topics")).Form();
        await Community.SubmitAsync(Ava, FormIds.OtherTopics, form.State, (AskTemplate.Topics, "supply chain"));
        await Community.SettleAsync();
        await DeclineAllAsync(intro);

        Assert.Equal(10, (await Community.NewestAsync(intro)).Offers.Length);
    }

    [Fact]
    public async Task Other_topics_that_are_none_get_a_word_beside_the_field()
    {
        await Community.AskInVainAsync(Ava);
        var form = (await Community.PressAsync(Ava, "Try other topics")).Form();

        Assert.IsType<Reply.FieldErrors>(await Community.SubmitAsync(Ava, FormIds.OtherTopics, form.State, (AskTemplate.Topics, " , ")));
    }

    [Fact]
    public async Task An_ask_without_a_match_can_be_closed()
    {
        var intro = await Community.AskInVainAsync(Ava);

        Assert.Equal("This ask is closed", (await Community.PressAsync(Ava, "Close this ask")).Title());
        Assert.Equal(IntroStage.Closed, (await Community.NewestAsync(intro)).Stage);
    }

    [Fact]
    public async Task Closing_twice_closes_once()
    {
        await Community.AskInVainAsync(Ava);
        await Community.PressAsync(Ava, "Close this ask");

        Assert.Equal("This ask is closed", (await Community.PressAsync(Ava, "Close this ask")).Title());
        Assert.Single(await Community.LogAsync(), row => row["Event"] == "Closed without a match");
    }

    [Fact]
    public async Task A_choice_nobody_makes_lapses_after_two_weeks()
    {
        var intro = await Community.AskInVainAsync(Ava);

        await Community.PassAsync(SearchDecisions.ChoiceLife);

        Assert.Equal(IntroStage.Expired, (await Community.NewestAsync(intro)).Stage);
    }

    [Fact]
    public async Task A_choice_made_does_not_lapse()
    {
        await Community.GiverAsync("Grace Okafor", "logistics");
        var intro = await Community.AskAsync(Ava);
        await Community.PassAsync(TimeSpan.FromDays(13));
        var form = (await Community.PressAsync(Ava, "Try other topics")).Form();
        await Community.SubmitAsync(Ava, FormIds.OtherTopics, form.State, (AskTemplate.Topics, "logistics"));

        await Community.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(IntroStage.Offered, (await Community.NewestAsync(intro)).Stage);
    }

    private async Task DeclineAllAsync(Intro intro)
    {
        while (await Community.NewestAsync(intro) is { Stage: IntroStage.Offered, Current: { } offer })
        {
            await Community.DeclineAsync(offer.Giver);
        }
    }
}
