namespace IntroBot.Coaching;

/// <summary>One field of the template: its label and help, its limits in characters, and how an answer is stored in an ask.</summary>
public sealed record AskField(string Id, string Label, string Help, FieldKind Kind, int Min, int Max, bool Required)
{
    /// <summary>The answer as a person would type it; empty when there is none.</summary>
    public required Func<Ask, string> Read { get; init; }

    /// <summary>Returns the ask with this answer, or a friendly sentence about its error; the day is the asker's current day.</summary>
    public required Func<Ask, string, DateOnly, FieldAnswer> Write { get; init; }
}

/// <summary>How a field is answered.</summary>
public enum FieldKind
{
    Line,
    Paragraph,
    Tags,
    Choice,
    Date,
    Promise,
}

/// <summary>The result of writing an answer: the new ask, or an error.</summary>
public abstract record FieldAnswer
{
    private FieldAnswer() { }

    /// <summary>The answer is valid and stored.</summary>
    public sealed record Taken(Ask Ask) : FieldAnswer;

    /// <summary>The answer is invalid; the sentence says how to correct it.</summary>
    public sealed record Wrong(string Sentence) : FieldAnswer;
}
