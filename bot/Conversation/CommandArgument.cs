namespace IntroBot.Conversation;

/// <summary>The argument of a command: a closed set.</summary>
public abstract partial record CommandArgument
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

    /// <summary>Reads the text after a command; null when it is prose, so that the message is no command.</summary>
    public static CommandArgument? Read(CommandArgumentKind kind, string rest, ImmutableArray<Person> mentioned) => kind switch
    {
        CommandArgumentKind.None => rest.Length == 0 ? new None() : null,
        CommandArgumentKind.Time => ReadTime(rest),
        CommandArgumentKind.Person => WordCount(rest) > MaxNameWords
            ? null
            : new People(mentioned, mentioned.IsEmpty ? rest.Trim(' ', '@') : ""),
    };

    private static CommandArgument ReadTime(string rest)
    {
        var words = string.Join(' ', rest.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0)
        {
            return new None();
        }

        if (SpanOfTime().Match(words) is { Success: true } span
            && int.TryParse(span.Groups["n"].ValueSpan, CultureInfo.InvariantCulture, out var count)
            && count > 0)
        {
            return new Span(TimeSpan.FromDays((long)count * DaysIn(span.Groups["unit"].ValueSpan[0])));
        }

        return UntilDay().Match(words) is { Success: true } until
            && DateOnly.TryParseExact(
                until.Groups["day"].ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Day(day)
            : new Unreadable("For how long? Say pause 2w, pause 10d, or pause until 2026-12-01.");
    }

    private static int DaysIn(char unit) => unit switch
    {
        'd' => 1,
        'w' => 7,
        _ => 30,
    };

    private static int WordCount(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"^(for )?(?<n>\d{1,3}) ?(?<unit>d|w|m)(ays?|eeks?|onths?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex SpanOfTime();

    [GeneratedRegex(@"^until (?<day>\d{4}-\d{2}-\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex UntilDay();
}
