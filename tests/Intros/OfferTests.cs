using IntroBot.Intros;
using IntroBot.Intros.Offers;
using IntroBot.Platforms;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Intros;

public sealed class OfferTests : StoryTests
{
    [Fact]
    public async Task The_card_says_why_this_giver_was_asked()
    {
        var grace = await GraceAsync();

        await Community.AskAsync(Ava);

        Assert.Contains(
            "You listed supply chain, sourcing, so I thought of you.",
            Assert.Single(Community.Messenger.TextsTo(grace.Ref)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_one_giver_is_asked_at_a_time()
    {
        var givers = await GiversAsync(4);

        await Community.AskAsync(Ava);

        Assert.Single(givers, giver => Community.Messenger.TextsTo(giver.Ref).Count > 0);
    }

    [Fact]
    public async Task A_yes_is_one_tap_and_changes_the_card()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);

        var reply = await Community.AcceptAsync(grace);

        Assert.Equal("You said yes to Ava Stone", Assert.IsType<Reply.Replace>(reply).Title());
        Assert.Equal("You said yes to Ava Stone", Community.Messenger.ChatOf(grace.Ref)[^1].Title());
    }

    [Fact]
    public async Task A_no_is_one_tap_and_the_next_giver_is_asked()
    {
        await GiversAsync(2);
        var intro = await Community.AskAsync(Ava);
        var first = await AskedNowAsync(intro);

        var reply = await Community.DeclineAsync(first);

        Assert.Equal("Not this time, and that is fine", reply.Title());
        Assert.NotEqual(first.Ref, (await AskedNowAsync(intro)).Ref);
    }

    [Fact]
    public async Task A_no_frees_the_giver_for_another_ask()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);
        await Community.DeclineAsync(grace);

        var other = await Community.AskAsync(Community.Person("Ben Ode"));

        Assert.Equal(IntroStage.Offered, other.Stage);
    }

    [Fact]
    public async Task A_no_can_bring_two_weeks_of_rest()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);

        await Community.PressAsync(grace, "Not now, pause me 2 weeks");
        await Community.SettleAsync();

        Assert.Equal(
            Community.Clock.GetUtcNow() + TimeSpan.FromDays(14),
            (await Community.Givers.FindAsync(grace.Ref, CancellationToken.None))!.PausedUntil);
    }

    [Fact]
    public async Task A_reminder_comes_at_half_time()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);

        await Community.PassAsync(TimeSpan.FromHours(25));

        Assert.Equal(2, Community.Messenger.TextsTo(grace.Ref).Count);
        Assert.StartsWith("Still time to help Ava, or not", Community.Messenger.TextsTo(grace.Ref)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_reminder_comes_before_half_time()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);

        await Community.PassAsync(TimeSpan.FromHours(23));

        Assert.Single(Community.Messenger.TextsTo(grace.Ref));
    }

    [Fact]
    public async Task One_reminder_is_all_there_is()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);

        await Community.PassAsync(TimeSpan.FromDays(6));

        Assert.Single(Community.Messenger.TextsTo(grace.Ref), text => text.StartsWith("Still time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_who_answered_is_reminded()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);
        await Community.DeclineAsync(grace);

        await Community.PassAsync(TimeSpan.FromDays(3));

        Assert.DoesNotContain(Community.Messenger.TextsTo(grace.Ref), text => text.StartsWith("Still time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_reminder_can_be_answered_as_well()
    {
        var grace = await GraceAsync();
        var intro = await Community.AskAsync(Ava);
        await Community.PassAsync(TimeSpan.FromHours(25));

        await Community.PressAsync(grace, Community.Messenger.ChatOf(grace.Ref)[^1].Button("Yes, connect us"));
        await Community.SettleAsync();

        Assert.Equal(IntroStage.Connected, (await Community.NewestAsync(intro)).Stage);
        Assert.All(Community.Messenger.ChatOf(grace.Ref), card => Assert.Equal("You said yes to Ava Stone", card.Title()));
    }

    [Fact]
    public async Task An_offer_is_open_for_twenty_four_waking_hours()
    {
        await GraceAsync();
        var intro = await Community.AskAsync(Ava);

        // Asked at 11:00 in Lagos: nine hours on Monday, twelve on Tuesday, three on Wednesday.
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.Zero), intro.Current!.ExpiresAt);
    }

    [Fact]
    public async Task An_offer_nobody_answers_moves_on()
    {
        var grace = await GraceAsync();
        var intro = await Community.AskAsync(Ava);

        await Community.PassAsync(TimeSpan.FromHours(48));

        Assert.Equal(OfferStatus.Expired, (await Community.NewestAsync(intro)).Offers[0].Status);
        Assert.All(Community.Messenger.ChatOf(grace.Ref), card => Assert.Equal("This one has moved on", card.Title()));
    }

    [Fact]
    public async Task A_click_after_the_end_gets_a_kind_word()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);
        var offer = Community.Messenger.ChatOf(grace.Ref)[0];
        await Community.PassAsync(TimeSpan.FromHours(48));

        var late = await Community.PressAsync(grace, offer.Button("Yes, connect us"));

        Assert.Equal("This one has moved on", Assert.IsType<Reply.Say>(late).Title());
    }

    [Fact]
    public async Task An_answer_that_contradicts_the_first_changes_nothing()
    {
        var grace = await GraceAsync();
        var intro = await Community.AskAsync(Ava);
        var offer = Community.Messenger.ChatOf(grace.Ref)[0];
        await Community.AcceptAsync(grace);

        await Community.PressAsync(grace, offer.Button("Not now"));

        Assert.Equal(OfferStatus.Accepted, (await Community.NewestAsync(intro)).Current!.Status);
    }

    [Fact]
    public async Task A_giver_who_cannot_be_reached_is_passed_by()
    {
        await GiversAsync(2);
        var gone = Community.Person("GiverA Good").Ref;
        Community.Messenger.Answer =
            envelope => envelope.To is Destination.Direct direct && direct.Who == gone
                ? new SendResult<string>.Rejected("account_inactive", Concerns.Recipient)
                : null;

        var intro = await Community.AskAsync(Ava);

        Assert.NotEqual(gone, (await AskedNowAsync(intro)).Ref);
    }

    [Fact]
    public async Task An_offer_that_never_arrived_costs_no_place_in_the_week()
    {
        var grace = await GraceAsync();
        Community.Messenger.Answer = _ => new SendResult<string>.Rejected("account_inactive", Concerns.Recipient);
        await Community.AskAsync(Ava);

        Assert.False(Assert.Single((await Community.Givers.FindAsync(grace.Ref, CancellationToken.None))!.Slots).Counts);
    }

    [Fact]
    public async Task A_platform_that_is_down_gets_the_offer_later()
    {
        var grace = await GraceAsync();
        Community.Messenger.Answer = _ => new SendResult<string>.RetryAfter(TimeSpan.FromMinutes(5));
        await Community.AskAsync(Ava);
        Community.Messenger.Answer = _ => null;

        await Community.PassAsync(TimeSpan.FromHours(1));

        Assert.Single(Community.Messenger.TextsTo(grace.Ref));
    }
}
