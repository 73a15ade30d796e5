namespace IntroBot.Tests.Stories;

public sealed class CommandTests : StoryTests
{
    [Theory, InlineData("help"), InlineData("?"), InlineData("Help "), InlineData("/intro help"), InlineData("intro help")]
    public async Task Help_says_what_can_be_done(string typed) =>
        Assert.Equal("I bring people together, gently", (await Community.SayAsync(Ava, typed)).Title());

    [Theory, InlineData("paus", "pause"), InlineData("stauts", "status"),
        InlineData("wihdraw", "withdraw"), InlineData("stop givin", "stop giving")]
    public async Task A_slip_is_asked_back(string typed, string meant) =>
        Assert.Equal($"Did you mean “{meant}”?", (await Community.CommandAsync(Ava, typed)).Title());

    [Fact]
    public async Task A_word_that_means_nothing_is_not_understood() =>
        Assert.Equal("Sorry, I did not follow", (await Community.CommandAsync(Ava, "xylophone")).Title());

    [Fact]
    public async Task Silence_is_not_understood() => Assert.Equal("Sorry, I did not follow", (await Community.SayAsync(Ava, "  ")).Title());

    [Theory, InlineData("intro"), InlineData("INTRO"), InlineData("/intro"), InlineData("ask")]
    public async Task The_bots_own_word_opens_the_template(string typed) =>
        Assert.Equal(FormIds.Ask, (await Community.SayAsync(Ava, typed)).Form().Id);

    [Fact]
    public async Task Words_after_the_bots_own_word_keep_their_letters()
    {
        await Community.BeginInChatAsync(Ava, "Intro Somebody who ran the supply chain of Nike");

        Assert.Equal("Somebody who ran the supply chain of Nike", Assert.Single(await Community.IntrosOfAsync(Ava)).Ask.Who);
    }

    [Fact]
    public async Task Status_with_nothing_open_says_so() =>
        Assert.Equal("Nothing is open", (await Community.CommandAsync(Ava, "status")).Title());

    [Fact]
    public async Task Status_shows_an_offer_that_waits_with_its_buttons()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);

        var status = await Community.CommandAsync(grace, "status");

        Assert.Contains(status.Card().Buttons, button => button.Action == ActionIds.AcceptOffer);
    }

    [Fact]
    public async Task Status_does_not_show_an_offer_that_waits_for_the_morning()
    {
        var grace = await Community.GiverAsync("Grace Okafor", "supply chain", "Pacific/Auckland");
        await Community.AskAsync(Ava);

        Assert.Equal("Nothing is open", (await Community.CommandAsync(grace, "status")).Title());
    }

    [Fact]
    public async Task Status_shows_every_open_ask_in_a_line()
    {
        await Community.AskInVainAsync(Ava);
        await Community.CommandAsync(Ava, "somebody who has sewn tents for a living");

        var status = (await Community.CommandAsync(Ava, "status")).Text();

        Assert.Contains("no match yet; your choice is awaited", status, StringComparison.Ordinal);
        Assert.Contains("half written", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_of_a_newcomer_invites_to_ask_and_to_help()
    {
        var home = Assert.IsType<Reply.ShowHome>(await Community.HomeAsync(Ava));

        Assert.Equal(["Ask for an introduction", "You have not offered to help yet"], home.Cards.Select(card => card.Title()));
    }

    [Fact]
    public async Task Home_of_a_giver_shows_the_offer_and_the_profile()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);

        var home = Assert.IsType<Reply.ShowHome>(await Community.HomeAsync(grace));

        Assert.Equal(["Ask for an introduction", "Could you help Ava Stone?", "What you offer"], home.Cards.Select(card => card.Title()));
    }

    [Fact]
    public async Task Home_of_an_asker_shows_earlier_asks_in_a_line()
    {
        await Community.AskInVainAsync(Ava);
        await Community.PressAsync(Ava, "Close this ask");

        Assert.Contains("closed without a match", (await Community.HomeAsync(Ava)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_ask_is_shortened_on_its_button_between_two_characters()
    {
        await Community.AskAsync(Ava, AskingExtensions.Good with { Who = string.Concat(Enumerable.Repeat("a👩‍🚀", 9)) });

        var label = (await Community.CommandAsync(Ava, "status")).Card().Buttons[0].Label;

        Assert.Equal($"Withdraw: {string.Concat(Enumerable.Repeat("a👩‍🚀", 4))}a…", label);
    }

    [Fact]
    public async Task A_very_long_message_is_answered_like_any_other()
    {
        var typed = string.Concat(Enumerable.Repeat("intro ", 100_000));

        Assert.NotNull(await Community.SayAsync(Ava, typed));
    }
}
