using IntroBot.Chat;
using IntroBot.Conversation;
using IntroBot.Conversation.PlainWords;

namespace IntroBot.Tests.Conversation;

/// <summary>What people say to the bot, and what it means: a table that grows with what falls through.</summary>
public sealed class UtteranceTests
{
    /// <summary>A Monday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static TheoryData<string, string> Table => [.. Utterances.All.Select(each => (each.Means, each.Says))];

    public static TheoryData<string> Asks => [.. Utterances.All.Where(each => each.Means == "ask").Select(each => each.Says)];

    [Theory, MemberData(nameof(Table))]
    public void It_is_understood(string means, string says) => Assert.Equal(means, Meant(says));

    [Fact]
    public void The_table_holds_at_least_150_of_all_kinds()
    {
        Assert.True(Utterances.All.Length >= 150, $"There are {Utterances.All.Length}.");
        Assert.Empty(Enum.GetNames<Wish>().Except(Utterances.All.Select(each => each.Means.Split(' ')[0])));
    }

    [Theory, MemberData(nameof(Asks))]
    public void Whom_a_sentence_asks_for_is_taken_from_it(string says)
    {
        var who = ((Meaning.AskSentence)PlainWordsReader.Read(says, Today, isAsked: false)).Who;

        Assert.DoesNotMatch("(?i)^(i|we|does|can|is|looking|please|hi|hello|introduce) ", who);
    }

    /// <summary>The command, or what the plain words mean; a yes or a no is read as to a question that is open.</summary>
    private static string Meant(string says) => CommandParser.Parse(says, [], Today) switch
    {
        SpokenCommand.Understood { Command.Words: var words, Argument: var argument } => $"/{words}{Told(argument)}",
        SpokenCommand.Unclear => "unclear",
        SpokenCommand.Unknown => PlainWordsReader.Read(says, Today, isAsked: true) switch
        {
            Meaning.Answer { IsYes: true } => "yes",
            Meaning.Answer => "no",
            Meaning.Wished { Wish: var wish, Time: SpokenTime.Span span } => $"{wish}{Told(new CommandArgument.Span(span.Time))}",
            Meaning.Wished { Wish: var wish, Time: SpokenTime.Day day } => $"{wish}{Told(new CommandArgument.Day(day.Date))}",
            Meaning.Wished wished => $"{wished.Wish}",
            Meaning.Greeting => "greeting",
            Meaning.Thanks => "thanks",
            Meaning.Agreed => "agreed",
            Meaning.AskSentence => "ask",
            _ => "unknown",
        },
        _ => "nothing",
    };

    private static string Told(CommandArgument argument) => argument switch
    {
        CommandArgument.Span span => $" {(int)span.Time.TotalDays}d",
        CommandArgument.Day day => $" {day.Date:yyyy-MM-dd}",
        CommandArgument.People { Called: { Length: > 0 } name } => $" {name}",
        _ => "",
    };
}
