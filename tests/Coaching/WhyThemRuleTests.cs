using IntroBot.Coaching;

namespace IntroBot.Tests.Coaching;

public sealed class WhyThemRuleTests
{
    [Fact]
    public void Why_them_that_fits_anybody_gets_a_hint() =>
        Assert.Equal(AskTemplate.WhyThem, Asks.Heard(
            6, Asks.With(AskTemplate.WhyThem, "They have great experience and I would love to talk to somebody like that."))?.Field);

    [Fact]
    public void Why_them_that_repeats_about_you_gets_a_hint() =>
        Assert.Contains("about you", Asks.Heard(6, Asks.Good with { WhyThem = Asks.Good.AboutYou })!.Why, StringComparison.Ordinal);

    [Theory]
    [InlineData("They know how sourcing changes when a brand grows up quickly.")]
    [InlineData("They helped a friend of mine at Patagonia find her way.")]
    [InlineData("Their article made me see what we do wrong every day.")]
    [InlineData("You spent six years in it before you became a teacher.")]
    [InlineData("They did this for 12 years and still like it very much.")]
    [InlineData("")]
    public void Why_them_with_a_detail_of_theirs_gets_no_hint(string why) =>
        Assert.Null(Asks.Heard(6, Asks.With(AskTemplate.WhyThem, why)));

    [Theory]
    [InlineData("You are an amazing, inspiring leader in supply chains.")]
    [InlineData("Your talk was great!!!")]
    [InlineData("PLEASE HELP me find a supplier.")]
    [InlineData("I NEED a supplier for my shoes.")]
    public void Flattery_capitals_and_a_row_of_marks_get_a_hint(string why) =>
        Assert.Equal(AskTemplate.WhyThem, Asks.Heard(17, Asks.With(AskTemplate.WhyThem, why))?.Field);

    [Theory]
    [InlineData("Your talk was inspiring, and clear about costs!")]
    [InlineData("You led IT and HR at NASA.")]
    [InlineData("You ran AWS EKS for years.")]
    public void One_kind_word_and_names_in_capitals_get_no_hint(string why) =>
        Assert.Null(Asks.Heard(17, Asks.With(AskTemplate.WhyThem, why)));

    [Fact]
    public void A_row_of_marks_comes_back_as_a_full_stop() =>
        Assert.Equal("Your talk was great.", Asks.Heard(17, Asks.With(AskTemplate.WhyThem, "Your talk was great!!!"))?.Better);

    [Theory]
    [InlineData("You look beautiful in your profile.")]
    [InlineData("Such a pretty woman in logistics.")]
    [InlineData("You did so much at your age.")]
    [InlineData("I ask you because you’re a woman.")]
    [InlineData("I like your accent.")]
    public void A_remark_on_looks_or_traits_gets_a_hint(string why) => Assert.NotNull(Asks.Heard(18, Asks.With(AskTemplate.WhyThem, why)));

    [Theory]
    [InlineData("You lead the Women in Tech network in Porto.")]
    [InlineData("Your white paper on young companies is beautiful work.")]
    [InlineData("As a woman in engineering I followed your column.")]
    [InlineData("You are pretty clear about what failed.")]
    public void Networks_works_and_the_askers_own_words_get_no_hint(string why) =>
        Assert.Null(Asks.Heard(18, Asks.With(AskTemplate.WhyThem, why)));

    [Fact]
    public void A_first_ask_that_does_not_say_how_they_were_found_gets_a_hint()
    {
        var ask = Asks.WithNote(
            Asks.Good with { WhyThem = "Few people have moved sourcing at Nike. We have never met.", AlreadyTried = "" });
        Assert.Equal(AskTemplate.WhyThem, Asks.Heard(23, ask, Asks.Context with { IsFirstAsk = true })?.Field);
    }

    [Theory]
    [InlineData("I read about sourcing at Nike and found you there.")]
    [InlineData("A colleague recommended you for sourcing at Nike.")]
    [InlineData("Your keynote about Nike stayed with me.")]
    public void A_first_ask_that_says_how_they_were_found_gets_no_hint(string why) =>
        Assert.Null(Asks.Heard(23, Asks.With(AskTemplate.WhyThem, why), Asks.Context with { IsFirstAsk = true }));

    [Fact]
    public void A_second_ask_need_not_say_how_they_were_found() =>
        Assert.Null(Asks.Heard(
            23, Asks.WithNote(Asks.Good with { WhyThem = "Few people have moved sourcing at Nike.", AlreadyTried = "" })));
}
