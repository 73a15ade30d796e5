using CsCheck;
using IntroBot.Conversation;

namespace IntroBot.Tests.Chat;

public sealed class CommandParserTests
{
    public static TheoryData<string> EveryWord => [.. CommandParser.Words];

    [Theory, MemberData(nameof(EveryWord))]
    public void Every_word_that_help_lists_is_understood(string word) => Assert.IsNotType<Command.Unknown>(CommandParser.Parse(word, []));

    [Theory, MemberData(nameof(EveryWord))]
    public void A_word_means_the_same_with_the_bots_own_word_before_it(string word) =>
        Assert.Equal(CommandParser.Parse(word, []).GetType(), CommandParser.Parse($"/intro  {word.ToUpperInvariant()} ", []).GetType());

    public static TheoryData<string> LongerWords => [.. CommandParser.Words.Where(word => word.Length > 4)];

    [Theory, MemberData(nameof(LongerWords))]
    public void Two_neighbouring_letters_swapped_are_asked_back(string word)
    {
        var at = Enumerable.Range(2, word.Length - 3).First(each => word[each] != word[each + 1]);
        var slip = $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}";

        Assert.Equal(word, Assert.IsType<Command.Unknown>(CommandParser.Parse(slip, [])).DidYouMean);
    }

    [Theory]
    [InlineData("pause", 14)]
    [InlineData("pause 2w", 14)]
    [InlineData("pause 10d", 10)]
    [InlineData("pause 10 days", 10)]
    [InlineData("pause for 3 weeks", 21)]
    [InlineData("Pause 2 Months", 60)]
    public void A_pause_is_read_in_days_weeks_or_months(string typed, int days) =>
        Assert.Equal(TimeSpan.FromDays(days), Assert.IsType<Command.PauseFor>(CommandParser.Parse(typed, [])).Time);

    [Fact]
    public void A_pause_is_read_until_a_day() =>
        Assert.Equal(new DateOnly(2026, 12, 1), Assert.IsType<Command.PauseUntil>(CommandParser.Parse("pause until 2026-12-01", [])).Day);

    [Theory, InlineData("introduce me to somebody"), InlineData("giver"), InlineData("asking for a friend of mine")]
    public void A_longer_word_that_begins_like_a_command_is_none(string typed) =>
        Assert.IsType<Command.Unknown>(CommandParser.Parse(typed, []));

    [Fact]
    public void Words_nobody_knows_keep_their_letters() =>
        Assert.Equal(
            "Somebody at Nike who sews", Assert.IsType<Command.Unknown>(CommandParser.Parse("intro Somebody at Nike who sews", [])).Text);

    [Fact]
    public void A_sentence_that_begins_with_block_is_no_block() =>
        Assert.IsType<Command.Unknown>(CommandParser.Parse("block printing on cotton is what I want to learn about", []));

    [Fact]
    public void Any_text_is_read_as_something() => Gen.String.Sample(text => CommandParser.Parse(text, []) is not null);

    [Fact]
    public void Any_words_after_a_command_word_are_read_as_something() =>
        Gen.Select(Gen.OneOf<string>([.. CommandParser.Words, "intro", "pause until"]), Gen.String)
            .Sample((word, rest) => CommandParser.Parse($"{word} {rest}", []) is not null);
}
