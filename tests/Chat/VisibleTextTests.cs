using CsCheck;

namespace IntroBot.Tests.Chat;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("Your note, and three promises", 24, "Your note, and three…")]
    [InlineData("Your note, and three promises", 16, "Your note, and…")]
    [InlineData("Your note, and more", 12, "Your note…")]
    [InlineData("A-word-without-any-space", 10, "A-word-wi…")]
    [InlineData("Fits", 4, "Fits")]
    public void A_line_is_cut_between_words_where_that_is_near(string line, int most, string cut) =>
        Assert.Equal(cut, VisibleText.ShortenLine(line, most));

    [Fact]
    public void One_huge_letter_is_cut_without_leaving_half_a_character()
    {
        var cut = VisibleText.Shorten(string.Concat(Enumerable.Repeat("👩\u200D", 50)), 8);

        Assert.InRange(cut.Length, 2, 8);
        Assert.True(cut.EnumerateRunes().All(rune => rune.Value != 0xFFFD));
    }

    [Theory]
    [InlineData("a\r\nb\u2028c\u0085d", "a\nb\nc\nd")]
    [InlineData("\u202Eabc\u2069\u200F\uFEFF\u0000\u001B", "abc")]
    [InlineData("م\u200Cی 👩\u200D🚀 é ש", "م\u200Cی 👩\u200D🚀 é ש")]
    public void Only_what_nobody_sees_is_taken_out(string words, string clean) => Assert.Equal(clean, VisibleText.Clean(words));

    [Fact]
    public void Half_a_character_becomes_the_mark_for_what_cannot_be_read() =>
        Assert.Equal("\uFFFD half", VisibleText.Clean("\uD83D half"));

    [Fact]
    public void No_words_come_out_longer_than_they_may_or_in_need_of_another_cleaning() =>
        Gen.Select(Gen.String, Gen.Int[2, 40]).Sample((words, most) =>
            VisibleText.Shorten(words, most).Length <= most
            && VisibleText.ShortenLine(words, most).Length <= most
            && VisibleText.Clean(VisibleText.Clean(words)) == VisibleText.Clean(words));
}
