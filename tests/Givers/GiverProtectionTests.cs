using IntroBot.Givers;
using IntroBot.Intros.Offers;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Givers;

/// <summary>The promises to givers, one by one, each kept by the whole program.</summary>
public sealed class GiverProtectionTests : StoryTests
{
    /// <summary>From the Monday on which the stories begin to 10:00 on Saturday.</summary>
    private static readonly TimeSpan Saturday = TimeSpan.FromDays(5);

    [Fact]
    public async Task G1_nobody_who_has_not_opted_in_gets_an_offer()
    {
        var grace = Community.Person("Grace Okafor");
        await Community.CommandAsync(grace, "give");
        await Community.CommandAsync(grace, "block @Ben", Community.Person("Ben Ode"));

        await Community.AskAsync(Ava);

        Assert.Empty(Community.Messenger.TextsTo(grace.Ref));
    }

    [Fact]
    public async Task G1_nobody_who_stopped_giving_gets_an_offer()
    {
        var grace = await GraceAsync();
        await Community.CommandAsync(grace, "stop giving");
        await Community.SettleAsync();

        await Community.AskAsync(Ava);

        Assert.Empty(Community.Messenger.TextsTo(grace.Ref));
    }

    [Fact]
    public async Task G2_never_more_offers_in_seven_days_than_the_cap()
    {
        var grace = await GraceAsync();
        var offers = await AskedByAsync(grace, 3);

        Assert.Equal(2, offers);
    }

    [Fact]
    public async Task G2_a_higher_cap_is_a_giver_s_own_word()
    {
        var grace = await Community.GiverAsync("Grace Okafor", "supply chain", cap: 3);

        Assert.Equal(3, await AskedByAsync(grace, 4));
    }

    [Fact]
    public async Task G2_a_week_later_there_is_room_again()
    {
        var grace = await GraceAsync();
        await AskedByAsync(grace, 2);
        await Community.PassAsync(TimeSpan.FromDays(7));

        var intro = await Community.AskAsync(Community.Person("Dan Ode"));

        Assert.Equal(grace.Ref, intro.Current!.Giver.Ref);
    }

    [Fact]
    public async Task G3_nobody_who_paused_gets_an_offer()
    {
        var grace = await GraceAsync();
        await Community.CommandAsync(grace, "pause 1w");

        await Community.AskAsync(Ava);

        Assert.Empty(Community.Messenger.TextsTo(grace.Ref));
    }

    [Fact]
    public async Task G3_a_pause_ends_with_a_notice_and_then_offers_may_come()
    {
        var grace = await GraceAsync();
        await Community.CommandAsync(grace, "pause 1w");
        await Community.PassAsync(TimeSpan.FromDays(7));
        Assert.Equal("Your pause is over", Assert.Single(Community.Messenger.ChatOf(grace.Ref)).Title());

        Assert.Equal(grace.Ref, (await Community.AskAsync(Ava)).Current!.Giver.Ref);
    }

    [Fact]
    public async Task G4_an_offer_made_at_night_arrives_in_the_morning()
    {
        var grace = await Community.GiverAsync("Grace Okafor", "supply chain", "Pacific/Auckland");
        await Community.AskAsync(Ava);
        Assert.Empty(Community.Messenger.TextsTo(grace.Ref));

        // It is 23:00 in Auckland; 08:00 comes nine hours later.
        await Community.PassAsync(TimeSpan.FromHours(8));
        Assert.Empty(Community.Messenger.TextsTo(grace.Ref));
        await Community.PassAsync(TimeSpan.FromHours(1));
        Assert.Single(Community.Messenger.TextsTo(grace.Ref));
    }

    [Fact]
    public async Task G4_the_clock_of_an_offer_starts_on_delivery()
    {
        await Community.GiverAsync("Grace Okafor", "supply chain", "Pacific/Auckland");
        var intro = await Community.AskAsync(Ava);
        await Community.PassAsync(TimeSpan.FromHours(9));

        // Delivered at 08:00 on Tuesday: all of Tuesday and all of Wednesday.
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 7, 0, 0, TimeSpan.Zero), (await Community.NewestAsync(intro)).Current!.ExpiresAt);
    }

    [Fact]
    public async Task G4_no_reminder_comes_at_night()
    {
        var grace = await Community.GiverAsync("Grace Okafor", "supply chain", "Europe/London");
        await Community.AskAsync(Ava);

        // Half time is 10:00 on Tuesday; quiet hours from 09:00 on put it off to Wednesday morning.
        await Community.PassAsync(TimeSpan.FromHours(12));
        await Community.SubmitAsync(
            grace, FormIds.Give, "", ("topics", "supply chain"), ("cap", "2"), ("quiet-from", "09:00"), ("quiet-to", "08:00"));
        await Community.PassAsync(TimeSpan.FromHours(14));

        Assert.Single(Community.Messenger.TextsTo(grace.Ref));
    }

    [Fact]
    public async Task G4_an_offer_made_on_a_day_off_arrives_on_the_next_working_morning()
    {
        var grace = await Community.GiverAsync("Grace Okafor", "supply chain", "Europe/London");
        await Community.PassAsync(Saturday);
        await Community.AskAsync(Ava);

        await Community.PassAsync(TimeSpan.FromHours(45));
        Assert.Empty(Community.Messenger.TextsTo(grace.Ref));
        await Community.PassAsync(TimeSpan.FromHours(1));
        Assert.Single(Community.Messenger.TextsTo(grace.Ref));
    }

    [Fact]
    public async Task G4_an_offer_of_Friday_evening_is_neither_reminded_nor_expired_at_the_weekend()
    {
        var grace = await Community.GiverAsync("Grace Okafor", "supply chain", "Europe/London");
        await Community.PassAsync(Saturday - TimeSpan.FromHours(15));
        var intro = await Community.AskAsync(Ava);

        // An hour of Friday, the twelve of Monday and eleven of Tuesday.
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 19, 0, 0, TimeSpan.Zero), (await Community.NewestAsync(intro)).Current!.ExpiresAt);
        await Community.PassAsync(TimeSpan.FromHours(61));
        Assert.Single(Community.Messenger.TextsTo(grace.Ref));
    }

    [Fact]
    public async Task G4_the_days_off_are_the_giver_s_own()
    {
        var grace = await Community.GiverAsync("Grace Okafor", "supply chain", "Europe/London");
        await Community.SubmitAsync(
            grace, FormIds.Give, "", (GiverForms.Topics, "supply chain"), (GiverForms.Cap, "2"), (GiverForms.QuietFrom, "20:00"),
            (GiverForms.QuietTo, "08:00"), (GiverForms.WorkingDays, "Saturday"), (GiverForms.WorkingDays, "Sunday"));
        await Community.AskAsync(Ava);
        Assert.Empty(Community.Messenger.TextsTo(grace.Ref));

        await Community.PassAsync(Saturday);

        Assert.Single(Community.Messenger.TextsTo(grace.Ref));
    }

    [Fact]
    public async Task G5_nobody_is_asked_by_somebody_they_block()
    {
        var grace = await GraceAsync();
        await Community.CommandAsync(grace, "block @Ava", Ava);

        await Community.AskAsync(Ava);

        Assert.Empty(Community.Messenger.TextsTo(grace.Ref));
    }

    [Fact]
    public async Task G5_a_block_is_private()
    {
        var grace = await GraceAsync();
        await Community.CommandAsync(grace, "block @Ava", Ava);

        await Community.AskAsync(Ava);

        Assert.DoesNotContain(
            Community.Messenger.TextsTo(Ava.Ref),
            text => text.Contains("Grace", StringComparison.Ordinal) || text.Contains("block", StringComparison.Ordinal));
    }

    [Fact]
    public async Task G5_a_block_while_an_offer_is_open_takes_the_offer_back()
    {
        var grace = await GraceAsync();
        var intro = await Community.AskAsync(Ava);

        await Community.CommandAsync(grace, "block @Ava", Ava);
        await Community.SettleAsync();

        Assert.Equal(OfferStatus.Released, (await Community.NewestAsync(intro)).Offers[0].Status);
    }

    [Fact]
    public async Task G7_never_two_unanswered_offers_at_once()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);

        await Community.AskAsync(Community.Person("Ben Ode"));

        Assert.Single(Community.Messenger.TextsTo(grace.Ref));
    }

    [Fact]
    public async Task G8_nobody_is_offered_their_own_ask()
    {
        await Community.GiverAsync("Ava Stone", "supply chain");

        var intro = await Community.AskAsync(Ava);

        Assert.Empty(intro.Offers);
    }

    [Theory, InlineData("pause 2w"), InlineData("stop giving")]
    public async Task G9_who_steps_back_has_an_open_offer_released_and_the_search_goes_on(string command)
    {
        await GiversAsync(2);
        var intro = await Community.AskAsync(Ava);
        var first = await AskedNowAsync(intro);

        await Community.CommandAsync(first, command);
        await Community.SettleAsync();

        Assert.Equal(OfferStatus.Released, (await Community.NewestAsync(intro)).Offers[0].Status);
        Assert.NotEqual(first.Ref, (await AskedNowAsync(intro)).Ref);
    }

    [Theory, InlineData("pause 2w"), InlineData("stop giving")]
    public async Task G9_who_steps_back_at_night_never_sees_the_offer_that_waited(string command)
    {
        var grace = await Community.GiverAsync("Grace Okafor", "supply chain", "Pacific/Auckland");
        await Community.AskAsync(Ava);

        await Community.CommandAsync(grace, command);
        await Community.PassAsync(TimeSpan.FromDays(1));

        Assert.Empty(Community.Messenger.TextsTo(grace.Ref));
    }

    [Fact]
    public async Task G9_who_rests_for_a_moment_only_does_not_get_the_released_offer_back()
    {
        var grace = await Community.GiverAsync("Grace Okafor", "supply chain", "Pacific/Auckland");
        var intro = await Community.AskAsync(Ava);

        await Community.CommandAsync(grace, "pause 2w");
        await Community.CommandAsync(grace, "resume");
        await Community.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(OfferStatus.Released, Assert.Single((await Community.NewestAsync(intro)).Offers).Status);
        Assert.Empty(Community.Messenger.TextsTo(grace.Ref));
    }

    /// <summary>Lets different people ask one after the other, each offer declined at once, and counts the offers.</summary>
    private async Task<int> AskedByAsync(Person giver, int askers)
    {
        for (var index = 0; index < askers; index++)
        {
            await Community.AskAsync(Community.Person($"Asker{index} Ode"));
            if (Community.Messenger.ChatOf(giver.Ref).Any(card => card.Buttons.Any(button => button.Action == ActionIds.DeclineOffer)))
            {
                await Community.DeclineAsync(giver);
            }
        }

        return Community.Messenger.ChatOf(giver.Ref).Count;
    }
}
