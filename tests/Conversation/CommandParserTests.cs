using CsCheck;
using IntroBot.Conversation;

namespace IntroBot.Tests.Conversation;

public sealed class CommandParserTests
{
    /// <summary>A Monday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static TheoryData<string> EveryWord => [.. CommandTable.All.Select(row => row.Words)];

    [Theory, MemberData(nameof(EveryWord))]
    public void Every_word_of_the_table_is_understood_as_its_own_command(string word) => Assert.Equal(word, Understood(word).Command.Words);

    [Theory, MemberData(nameof(EveryWord))]
    public void A_word_means_the_same_with_the_bots_own_word_before_it(string word) =>
        Assert.Equal(word, Understood($"/intro  {word.ToUpperInvariant()} ").Command.Words);

    public static TheoryData<string> TypedHelp =>
    [
        "help.", "Help!", "help?", "HELP...", "“help”", "„Help“", "'help'", "«help»", "`help`", "*help*", "_help_", "(help)",
        "help\u200B", "\u200Bhelp", "\u00A0help\u00A0", "\u2060help\uFEFF",
        "help 🙏", "👋 help", "help 👍🏽", "help ❤️", ":wave: help :+1:",
        "/help", "/intro help", "“/intro help”", "intro help!", "intro\u00A0help", "\u202Ehelp",
    ];

    [Theory, MemberData(nameof(TypedHelp))]
    public void What_phones_and_word_processors_put_around_a_command_means_nothing(string typed) =>
        Assert.Equal("help", Understood(typed).Command.Words);

    [Theory, InlineData("home."), InlineData("intro home"), InlineData("/home"), InlineData("/intro home"), InlineData("“home”")]
    public void Home_is_understood_however_it_is_typed(string typed) => Assert.Equal("home", Understood(typed).Command.Words);

    [Theory]
    [InlineData("pause until 2026‑12‑24"), InlineData("pause until 2026–12–24"), InlineData("pause until 2026−12−24.")]
    [InlineData("“pause until 2026-12-24”"), InlineData("pause\u00A0until\u202F2026-12-24")]
    public void A_day_is_read_with_the_hyphens_and_spaces_of_typesetting(string typed) =>
        Assert.Equal(new DateOnly(2026, 12, 24), Assert.IsType<CommandArgument.Day>(Understood(typed).Argument).Date);

    [Theory, InlineData("…"), InlineData("👋"), InlineData("“”")]
    public void Signs_alone_are_no_command(string typed) =>
        Assert.Null(Assert.IsType<SpokenCommand.Unknown>(CommandParser.Parse(typed, [], Today)).Suggestion);

    [Theory, InlineData("“Somebody at Nike who sews.”"), InlineData("Somebody who knows C++"), InlineData("help me to find a buyer 🙏")]
    public void What_is_no_command_keeps_every_letter(string typed) =>
        Assert.Equal(typed, Assert.IsType<SpokenCommand.Unknown>(CommandParser.Parse(typed, [], Today)).Text);

    [Fact]
    public void Every_synonym_is_understood_as_its_command() => Assert.All(
        CommandTable.All.SelectMany(row => row.Synonyms.Select(synonym => (row.Words, synonym))),
        pair => Assert.Equal(pair.Words, Understood(pair.synonym).Command.Words));

    [Theory, InlineData(""), InlineData("/"), InlineData("intro"), InlineData("/intro")]
    public void The_bots_own_word_alone_begins_an_ask(string typed) => Assert.Equal("ask", Understood(typed).Command.Words);

    public static TheoryData<string> LongerWords => [.. CommandTable.All.Select(row => row.Words).Where(word => word.Length > 4)];

    [Theory, MemberData(nameof(LongerWords))]
    public void Two_neighbouring_letters_swapped_are_asked_back(string word)
    {
        var at = Enumerable.Range(2, word.Length - 3).First(each => word[each] != word[each + 1]);
        var slip = $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}";

        Assert.Equal(word, Assert.IsType<SpokenCommand.Unknown>(CommandParser.Parse(slip, [], Today)).Suggestion);
    }

    [Theory]
    [InlineData("pause 2w", 14)]
    [InlineData("pause 10d", 10)]
    [InlineData("pause 10 days", 10)]
    [InlineData("pause for 3 weeks", 21)]
    [InlineData("Pause 2 Months", 60)]
    public void A_pause_is_read_in_days_weeks_or_months(string typed, int days) =>
        Assert.Equal(TimeSpan.FromDays(days), Assert.IsType<CommandArgument.Span>(Understood(typed).Argument).Time);

    [Fact]
    public void A_pause_is_read_until_a_day() =>
        Assert.Equal(
            new DateOnly(2026, 12, 1), Assert.IsType<CommandArgument.Day>(Understood("pause until 2026-12-01").Argument).Date);

    [Fact]
    public void A_pause_may_leave_its_length_open() => Assert.IsType<CommandArgument.None>(Understood("pause").Argument);

    [Theory, InlineData("pause for ever"), InlineData("pause until the cows come home"), InlineData("pause 0d")]
    public void A_pause_that_cannot_be_read_is_asked_back(string typed) =>
        Assert.Contains(
            "pause 2w", Assert.IsType<SpokenCommand.Unclear>(CommandParser.Parse(typed, [], Today)).Sentence, StringComparison.Ordinal);

    [Theory, InlineData("block @Grace Okafor"), InlineData("unblock Grace Okafor")]
    public void Who_is_not_mentioned_is_called_by_name(string typed) =>
        Assert.Equal("Grace Okafor", Assert.IsType<CommandArgument.People>(Understood(typed).Argument).Called);

    [Theory, InlineData("introduce me to somebody"), InlineData("giver"), InlineData("asking for a friend of mine")]
    public void A_longer_word_that_begins_like_a_command_is_none(string typed) =>
        Assert.IsType<SpokenCommand.Unknown>(CommandParser.Parse(typed, [], Today));

    [Fact]
    public void Words_nobody_knows_keep_their_letters() =>
        Assert.Equal(
            "Somebody at Nike who sews",
                Assert.IsType<SpokenCommand.Unknown>(CommandParser.Parse("intro Somebody at Nike who sews", [], Today)).Text);

    [Fact]
    public void A_sentence_that_begins_with_block_is_no_block() =>
        Assert.IsType<SpokenCommand.Unknown>(CommandParser.Parse("block printing on cotton is what I want to learn about", [], Today));

    [Fact]
    public void Any_text_is_read_as_something() => Gen.String.Sample(text => CommandParser.Parse(text, [], Today) is not null);

    [Fact]
    public void Any_words_after_a_command_word_are_read_as_something() =>
        Gen.Select(Gen.OneOf<string>([.. CommandTable.All.Select(row => row.Words), "intro", "pause until"]), Gen.String)
            .Sample((word, rest) => CommandParser.Parse($"{word} {rest}", [], Today) is not null);

    private static SpokenCommand.Understood Understood(string typed) =>
        Assert.IsType<SpokenCommand.Understood>(CommandParser.Parse(typed, [], Today));
}
