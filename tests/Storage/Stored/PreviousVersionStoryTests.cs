using IntroBot.Coaching;
using IntroBot.Intros;
using IntroBot.Intros.Closing;
using IntroBot.Intros.Offers;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Storage.Stored;

/// <summary>
/// What people had begun with the previous version goes on with this one. Buttons say what they said then: their cards are in chats.
/// </summary>
public sealed class PreviousVersionStoryTests : IAsyncLifetime
{
    private PreviousVersion? previous;
    private Community? opened;

    private Community Now => opened!;

    private Person Ava => Now.Person("Ava Stone", "Europe/Berlin");

    private Person Zoe => Now.Person("Zoe Papas");

    private Person Lea => Now.Person("Lea Roth");

    private Person Dora => Now.Person("Dora Dane", "Europe/Berlin");

    private Person Kim => Now.Person("Kim Reed");

    private Person Grace => Now.Person("Grace Okafor", "Africa/Lagos");

    private Person Ben => Now.Person("Ben Hart");

    private Person Tom => Now.Person("Tom Sail");

    public async ValueTask InitializeAsync()
    {
        previous = await PreviousVersion.ImportAsync();
        opened = await previous.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Now.DisposeAsync();
        await previous!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Nothing_leaves_before_its_time()
    {
        await Now.The<IDueWork>().RunAsync(CancellationToken.None);
        await Now.SettleAsync();

        Assert.Empty(Now.Messenger.Delivered);
    }

    [Fact]
    public async Task An_open_offer_is_remembered_accepted_asked_about_and_thanked_for()
    {
        await Now.PassAsync(TimeSpan.FromHours(24));
        Assert.Equal("Still time to help Ava, or not", Assert.Single(Now.Messenger.ChatOf(Grace.Ref)).Title());

        await PressAsync(Grace, "offer.accept", $"{PreviousVersion.AvasIntro}|{PreviousVersion.AvasIntro}-1");
        Assert.Single(Now.Messenger.MeetingOf(Ava.Ref, Grace.Ref));
        Assert.Single(
            Now.Messenger.Delivered,
            envelope => envelope.Replaces == $"receipt-of-home.r.{PreviousVersion.AvasIntro}.offer.{PreviousVersion.AvasIntro}-1");

        await Now.PassAsync(LoopDecisions.FirstQuestion);
        await CloseAsync(Ava, Grace, PreviousVersion.AvasIntro);
    }

    [Fact]
    public async Task A_connection_is_asked_about_and_thanked_for()
    {
        await Now.PassAsync(LoopDecisions.FirstQuestion);
        await CloseAsync(Zoe, Ben, PreviousVersion.ZoesIntro);
    }

    [Fact]
    public async Task A_draft_goes_on_in_the_chat_where_it_stood_and_is_sent()
    {
        await PressAsync(Dora, "ask.choose", $"{PreviousVersion.DorasDraft}|mentoring");
        var good = AskingExtensions.Good;
        foreach (var words in (string[])[good.WhyThem, good.SmallStep, good.AboutYou, good.InReturn, "skip", "skip", "skip"])
            await Now.SayAsync(Dora, words);
        var sent = await PressAsync(Dora, "ask.send", PreviousVersion.DorasDraft);

        Assert.Equal("Your ask is on its way", sent.Title());
        var ask = (await Now.FindAsync(PreviousVersion.DorasDraft)).Ask;
        Assert.Equal(("Somebody who has sewn tents for a living", "tents"), (ask.Who, Assert.Single(ask.Topics)));
        Assert.Equal((Purpose.Mentoring, good.WhyThem, good.InReturn), (ask.Purpose, ask.WhyThem, ask.InReturn));
    }

    [Fact]
    public async Task An_offer_that_waits_for_the_morning_leaves_in_the_morning()
    {
        var (noa, wei) = (Now.Person("Noa Levi"), Now.Person("Wei Lin", "Pacific/Auckland"));
        await Now.PassAsync(TimeSpan.FromHours(7));
        Assert.Empty(Now.Messenger.ChatOf(wei.Ref));

        await Now.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal("Could you help Noa Levi?", Assert.Single(Now.Messenger.ChatOf(wei.Ref)).Title());
        await Now.AcceptAsync(wei);
        Assert.Single(Now.Messenger.MeetingOf(noa.Ref, wei.Ref));
        Assert.NotNull((await Now.FindAsync(PreviousVersion.NoasIntro)).ConnectedAt);
    }

    [Fact]
    public async Task Other_topics_are_searched_along_and_the_giver_is_asked_in_the_channel_that_was_chosen()
    {
        var form = (await PressAsync(Lea, "ask.topics", PreviousVersion.LeasIntro)).Form();
        await Now.SubmitAsync(Lea, form.Id, form.State, (AskTemplate.Topics, "sewing"));
        await Now.SettleAsync();

        var offer = Assert.Single(Now.Messenger.ChannelOf(PreviousVersion.Channel));
        Assert.Contains("could you help Lea Roth", offer.Title(), StringComparison.Ordinal);
        Assert.Equal($"{PreviousVersion.LeasIntro}|{PreviousVersion.LeasIntro}-1|channel", offer.Button("Yes, connect us").Value);
    }

    [Fact]
    public async Task A_pause_ends_at_its_time_and_its_giver_hears_it()
    {
        var pia = Now.Person("Pia Holm");
        await Now.PassAsync(TimeSpan.FromDays(6.9));
        Assert.Empty(Now.Messenger.ChatOf(pia.Ref));

        await Now.PassAsync(TimeSpan.FromDays(0.1));
        Assert.Equal("Your pause is over", Assert.Single(Now.Messenger.ChatOf(pia.Ref)).Title());
    }

    [Fact]
    public async Task A_week_that_was_full_is_full_until_it_is_over()
    {
        var intro = await Now.AskAsync(Kim, AskingExtensions.Good with { Topics = ["marine biology"] });
        Assert.Empty(intro.Offers);

        await Now.PassAsync(TimeSpan.FromDays(7));
        await Now.SubmitAsync(Kim, FormIds.OtherTopics, intro.Id.Value, (AskTemplate.Topics, "marine biology"));
        await Now.SettleAsync();
        Assert.Equal(Ben.Ref, (await Now.NewestAsync(intro)).Current?.Giver.Ref);
    }

    [Fact]
    public async Task Who_was_blocked_is_kept_away_and_others_are_not()
    {
        var sewing = AskingExtensions.Good with { Topics = ["sewing"] };

        Assert.Empty((await Now.AskAsync(Now.Person("Uma Dorn"), sewing)).Offers);
        Assert.Equal(Tom.Ref, (await Now.AskAsync(Kim, sewing)).Current?.Giver.Ref);
    }

    [Fact]
    public async Task A_yes_that_was_said_then_and_is_pressed_again_is_answered_and_changes_nothing()
    {
        var again = await PressAsync(Ben, "offer.accept", $"{PreviousVersion.ZoesIntro}|{PreviousVersion.ZoesIntro}-1");

        Assert.Equal("You said yes to Zoe Papas", again.Title());
        Assert.Empty(Now.Messenger.Delivered);
    }

    [Fact]
    public async Task What_nobody_touches_ends_at_its_time()
    {
        await Now.PassAsync(TimeSpan.FromDays(15));

        Assert.Equal(OfferStatus.Expired, Assert.Single((await Now.FindAsync(PreviousVersion.AvasIntro)).Offers).Status);
        Assert.Equal(IntroStage.Expired, (await Now.FindAsync(PreviousVersion.DorasDraft)).Stage);
        Assert.Equal(IntroStage.Expired, (await Now.FindAsync(PreviousVersion.LeasIntro)).Stage);
        Assert.Equal(4, (await Now.FindAsync(PreviousVersion.ZoesIntro)).Questions);
    }

    private async Task<Reply> PressAsync(Person who, string action, string value)
    {
        var reply = await Now.PressAsync(who, new CardButton(action, value, ""));
        await Now.SettleAsync();
        return reply;
    }

    private async Task CloseAsync(Person asker, Person giver, string intro)
    {
        Assert.Contains($"Did you and {giver.FirstName} get to talk?", Now.Messenger.ChatOf(asker.Ref).Select(card => card.Title()));
        await Now.ThankAsync(asker, (await PressAsync(asker, "loop.met", intro)).Form(), "That saved us a month.");
        await Now.PassAsync(TimeSpan.FromDays(1));

        Assert.Single(Now.Messenger.TextsTo(giver.Ref), text => text.Contains("That saved us a month.", StringComparison.Ordinal));
        Assert.Equal(IntroStage.Closed, (await Now.FindAsync(intro)).Stage);
    }
}
