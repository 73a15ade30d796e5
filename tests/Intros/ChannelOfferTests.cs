using IntroBot.Intros;
using IntroBot.Intros.Offers;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Intros;

/// <summary>Offers where everybody sees them, in a workspace that prefers it.</summary>
public sealed class ChannelOfferTests : StoryTests
{
    private const string Channel = "givers";

    [Fact]
    public async Task The_card_in_the_channel_calls_the_giver_by_name_and_nothing_comes_by_message()
    {
        var (grace, _) = await AskedAsync();

        var card = Assert.Single(Community.Messenger.ChannelOf(Channel));

        Assert.Equal("Grace Okafor, could you help Ava Stone?", card.Title());
        Assert.Equal(new WordSpan.Mention(grace), card.Title.Spans[0]);
        Assert.Empty(Community.Messenger.ChatOf(grace.Ref));
    }

    [Fact]
    public async Task It_says_the_same_and_has_the_same_answers_as_by_message()
    {
        var (grace, _) = await AskedAsync();
        var atHome = Assert.IsType<Reply.ShowHome>(await Community.HomeAsync(grace)).Cards[1];

        var card = Community.Messenger.ChannelOf(Channel)[0];

        Assert.Equal(
            atHome.Parts.Skip(1).Where(part => part is not CardPart.Context).Select(Drawn),
            card.Parts.Skip(1).Where(part => part is not CardPart.Context).Select(Drawn));
        Assert.Equal(new WordSpan.Mention(grace), Assert.IsType<CardPart.Text>(card.Parts[0]).Words.Spans[0]);
        Assert.Equal(atHome.Buttons.Select(button => button.Label), card.Buttons.Select(button => button.Label));
    }

    [Fact]
    public async Task A_yes_in_the_channel_is_answered_privately_and_shown_to_all()
    {
        var (grace, intro) = await AskedAsync();

        var reply = await PressAsync(grace, "Yes, connect us");

        Assert.Equal("You said yes to Ava Stone", Assert.IsType<Reply.Say>(reply).Title());
        Assert.Equal("Grace Okafor said yes\nThank you.", ChannelText());
        Assert.Equal(IntroStage.Connected, (await Community.NewestAsync(intro)).Stage);
    }

    [Fact]
    public async Task A_no_in_the_channel_is_answered_privately_and_shown_to_nobody()
    {
        var (grace, _) = await AskedAsync();

        var reply = await PressAsync(grace, "Not now");

        Assert.Equal("Not this time, and that is fine", Assert.IsType<Reply.Say>(reply).Title());
        Assert.Contains("Nobody learns what you answered", reply.Text(), StringComparison.Ordinal);
        Assert.Equal("This one has moved on\nThere is nothing to do.", ChannelText());
    }

    [Fact]
    public async Task Whoever_else_presses_hears_that_it_is_for_somebody_else()
    {
        var (_, intro) = await AskedAsync();

        foreach (var other in new[] { Ava, Community.Person("Tom Hughes") })
        {
            Assert.Equal("This one is for somebody else", Assert.IsType<Reply.Say>(await PressAsync(other, "Yes, connect us")).Title());
        }

        Assert.Equal(OfferStatus.Open, (await Community.NewestAsync(intro)).Current!.Status);
        Assert.Equal("Grace Okafor, could you help Ava Stone?", Community.Messenger.ChannelOf(Channel)[0].Title());
    }

    [Fact]
    public async Task A_click_in_the_channel_after_the_end_gets_a_kind_private_word()
    {
        var (grace, _) = await AskedAsync();
        var offer = Community.Messenger.ChannelOf(Channel)[0];
        await Community.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(
            "This one has moved on", Assert.IsType<Reply.Say>(await Community.PressAsync(grace, offer.Button("Yes, connect us"))).Title());
    }

    [Fact]
    public async Task The_reminder_goes_to_the_giver_alone_and_can_be_answered_there()
    {
        var (grace, intro) = await AskedAsync();
        await Community.PassAsync(TimeSpan.FromHours(25));
        Assert.Equal("Still time to help Ava, or not", Assert.Single(Community.Messenger.ChatOf(grace.Ref)).Title());
        Assert.Single(Community.Messenger.ChannelOf(Channel));

        Assert.IsType<Reply.Replace>(await Community.AcceptAsync(grace));

        Assert.Equal(IntroStage.Connected, (await Community.NewestAsync(intro)).Stage);
        Assert.Equal("You said yes to Ava Stone", Community.Messenger.ChatOf(grace.Ref)[0].Title());
        Assert.Equal("Grace Okafor said yes\nThank you.", ChannelText());
    }

    [Fact]
    public async Task The_home_shows_the_offer_too_and_takes_the_answer()
    {
        var (grace, intro) = await AskedAsync();
        var home = Assert.IsType<Reply.ShowHome>(await Community.HomeAsync(grace));

        Assert.IsType<Reply.Replace>(await Community.PressAsync(grace, home.Cards[1].Button("Yes, connect us")));
        await Community.SettleAsync();

        Assert.Equal(IntroStage.Connected, (await Community.NewestAsync(intro)).Stage);
        Assert.Equal("Grace Okafor said yes\nThank you.", ChannelText());
    }

    [Fact]
    public async Task The_same_answer_in_the_channel_and_at_home_is_one_answer()
    {
        var (grace, _) = await AskedAsync();
        var inChannel = Community.Messenger.ChannelOf(Channel)[0].Button("Yes, connect us");
        var atHome = Assert.IsType<Reply.ShowHome>(await Community.HomeAsync(grace)).Cards[1].Button("Yes, connect us");

        await Task.WhenAll(Community.PressAsync(grace, inChannel), Community.PressAsync(grace, atHome));

        Assert.Single(await Community.LogAsync(), row => row["Event"] == "Accepted");
    }

    [Fact]
    public async Task It_waits_as_long_as_one_by_message_and_the_next_giver_is_asked_in_the_channel_too()
    {
        await Community.AskInChannelAsync(Channel);
        await GiversAsync(2);
        var intro = await Community.AskAsync(Ava);

        await Community.PassAsync(TimeSpan.FromHours(48));

        Assert.Equal([OfferStatus.Expired, OfferStatus.Open], (await Community.NewestAsync(intro)).Offers.Select(offer => offer.Status));
        Assert.Equal(
            ["This one has moved on", "GiverB Good, could you help Ava Stone?"],
            Community.Messenger.ChannelOf(Channel).Select(card => card.Title()));
    }

    [Fact]
    public async Task It_never_comes_in_quiet_hours()
    {
        await Community.AskInChannelAsync(Channel);
        await Community.GiverAsync("Grace Okafor", "supply chain", "Pacific/Auckland");
        await Community.AskAsync(Ava);
        Assert.Empty(Community.Messenger.ChannelOf(Channel));

        await Community.PassAsync(TimeSpan.FromHours(10));

        Assert.Single(Community.Messenger.ChannelOf(Channel));
    }

    [Fact]
    public async Task An_ask_taken_back_leaves_neutral_words()
    {
        var (_, intro) = await AskedAsync();

        await Community.PressAsync(Ava, new CardButton(ActionIds.Withdraw, intro.Id.Value, ""));
        await Community.SettleAsync();

        Assert.Equal("This one has moved on\nThere is nothing to do.", ChannelText());
    }

    [Fact]
    public async Task An_offer_stays_where_it_was_made_when_the_settings_change()
    {
        var (grace, _) = await AskedAsync();
        await Community.AskInChannelAsync("elsewhere");

        await PressAsync(grace, "Not now");

        Assert.Equal("This one has moved on\nThere is nothing to do.", ChannelText());
        Assert.Empty(Community.Messenger.ChannelOf("elsewhere"));
    }

    private async Task<(Person Grace, Intro Intro)> AskedAsync()
    {
        await Community.AskInChannelAsync(Channel);
        return (await GraceAsync(), await Community.AskAsync(Ava));
    }

    private async Task<Reply> PressAsync(Person who, string label)
    {
        var reply = await Community.PressAsync(who, Community.Messenger.ChannelOf(Channel)[0].Button(label));
        await Community.SettleAsync();
        return reply;
    }

    private string ChannelText() => PlainText.Of(Assert.Single(Community.Messenger.ChannelOf(Channel)));

    private static string Drawn(CardPart part) => PlainText.Of(Card.Titled($"").With(part));
}
