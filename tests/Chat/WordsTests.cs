namespace IntroBot.Tests.Chat;

/// <summary>What is written as an interpolated string, taken apart into spans.</summary>
public sealed class WordsTests
{
    [Fact]
    public void A_sentence_on_two_lines_of_code_is_the_same_as_on_one() => Assert.Equal(
        Words.Of($"Please name a day to come, within a year: {new WordSpan.Bold("pause 2w")}, or more."),
        Words.Of($"Please name a day to come, "
            + $"within a year: {new WordSpan.Bold("pause 2w")}, "
            + $"or more."));

    [Fact]
    public void What_somebody_wrote_stays_apart_from_the_words_around_it() => Assert.Equal(
        [new WordSpan.Plain("I know nobody called “"), new WordSpan.Plain("Ava"), new WordSpan.Plain("”.")],
        Words.Of($"I know nobody called “{"Ava"}”.").Spans);
}
