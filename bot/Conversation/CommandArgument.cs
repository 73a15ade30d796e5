using IntroBot.Chat;

namespace IntroBot.Conversation;

/// <summary>The argument of a command: a closed set.</summary>
public abstract record CommandArgument
{
    private CommandArgument() { }

    /// <summary>No argument.</summary>
    public sealed record None : CommandArgument;

    /// <summary>A positive duration.</summary>
    public sealed record Span(TimeSpan Time) : CommandArgument;

    /// <summary>A calendar day.</summary>
    public sealed record Day(DateOnly Date) : CommandArgument;

    /// <summary>The people mentioned; without mentions, <paramref name="Called"/> is the written name, if any.</summary>
    public sealed record People(ImmutableArray<Person> Mentioned, string Called) : CommandArgument;

    /// <summary>An unreadable argument; the sentence explains the format.</summary>
    public sealed record Unreadable(string Sentence) : CommandArgument;

    private const int MaxNameWords = 6;

    /// <summary>More words than these after a command of time are prose.</summary>
    private const int MaxTimeWords = 5;

    /// <summary>Reads the text after a command; null when it is prose, so that the message is no command.</summary>
    public static CommandArgument? Read(
        CommandArgumentKind kind, string rest, ImmutableArray<Person> mentioned, DateOnly today) =>
        kind switch
        {
            CommandArgumentKind.None => rest.Length == 0 ? new None() : null,
            CommandArgumentKind.Time => ReadTime(rest, today),
            CommandArgumentKind.Person => WordCount(rest) > MaxNameWords
                ? null
                : new People(mentioned, mentioned.IsEmpty ? rest.Trim(' ', '@') : ""),
        };

    /// <summary>“Pause me” and longer words are a wish in plain words, and no command.</summary>
    private static CommandArgument? ReadTime(string rest, DateOnly today)
    {
        if (rest.Length == 0)
        {
            return new None();
        }

        if (DayWords.Read(rest, today) is { } time)
        {
            return Of(time);
        }

        return WordCount(rest) > MaxTimeWords || rest.StartsWith("me ", StringComparison.OrdinalIgnoreCase)
            ? null
            : new Unreadable(
                "For how long? You can write pause 2w, pause until Friday, "
                + $"or pause until {TimeZones.Spoken(today.AddDays(ExampleDays))}.");
    }

    private static CommandArgument Of(SpokenTime time) => time switch
    {
        SpokenTime.Span span => new Span(span.Time),
        SpokenTime.Day day => new Day(day.Date),
        _ => throw new UnreachableException(),
    };

    /// <summary>An example is a day to come.</summary>
    private const int ExampleDays = 20;

    private static int WordCount(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
