namespace IntroBot.Coaching;

/// <summary>One field of the template: its words, its limits in characters, and how an answer gets into an ask.</summary>
public sealed record AskField(string Id, string Label, string Help, FieldKind Kind, int Min, int Max, bool Required)
{
    /// <summary>The answer as a person would type it; empty when there is none.</summary>
    public required Func<Ask, string> Read { get; init; }

    /// <summary>
    /// The ask with this answer in it, or a friendly sentence that says what is wrong with it; the day is the asker's today.
    /// </summary>
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

/// <summary>An answer taken into the ask, or what to mend.</summary>
public abstract record FieldAnswer
{
    private FieldAnswer() { }

    /// <summary>The answer stands.</summary>
    public sealed record Taken(Ask Ask) : FieldAnswer;

    /// <summary>The answer needs mending; the sentence says how.</summary>
    public sealed record Wrong(string Sentence) : FieldAnswer;
}
