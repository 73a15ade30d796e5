using IntroBot.Chat;

namespace IntroBot.Coaching;

/// <summary>The template of every ask: the order of its fields, their labels and limits, shared by form and chat.</summary>
public static class AskTemplate
{
    public const string Who = "who";
    public const string Topics = "topics";
    public const string PurposeId = "purpose";
    public const string WhyThem = "why";
    public const string SmallStep = "step";
    public const string AboutYou = "about";
    public const string InReturn = "return";
    public const string Note = "note";
    public const string Deadline = "deadline";
    public const string DeadlineReason = "deadline-reason";
    public const string AlreadyTried = "tried";
    public const string Promises = "promises";

    public const int MaxTopics = 3;
    public const int TopicLength = 40;
    public const int MaxNoteWords = 120;
    public const int NoteLength = 1500;

    /// <summary>The fields that the asker answers, in order.</summary>
    public static ImmutableArray<AskField> Fields { get; } =
    [
        Words(
            Who, "Who would you like to meet?",
            "A name, or a role with a company or field: “someone who has run supply chains at a sports brand”.",
            FieldKind.Line, 3, 120, true, ask => ask.Who, (ask, text) => ask with { Who = text }),
        new(
            Topics, "Topics", "One to three words or short names, such as “supply chain, sourcing”. They find you a willing giver.",
            FieldKind.Tags, 1, MaxTopics, true)
        {
            Read = ask => string.Join(", ", ask.Topics),
            Write = WriteTopics,
        },
        new(PurposeId, "What is it for?", "Pick the nearest.", FieldKind.Choice, 0, 0, true)
        {
            Read = ask => ask.Purpose is { } purpose ? Purposes.Value(purpose) : "",
            Write = (ask, text, _) => Purposes.Find(text) is { } purpose
                ? new FieldAnswer.Taken(ask with { Purpose = purpose })
                : new FieldAnswer.Wrong(
                    $"Please pick one of these: {string.Join(", ", Purposes.All.Select(Purposes.Label)).ToLowerInvariant()}."),
        },
        Words(WhyThem, "Why them?", "What makes this person right? Show a little homework: a talk, a product, a job they did.",
            FieldKind.Paragraph, 40, 400, true, ask => ask.WhyThem, (ask, text) => ask with { WhyThem = text }),
        Words(SmallStep, "What exactly do you ask?", "One concrete, small step: “three questions in 20 minutes by phone”.",
            FieldKind.Paragraph, 20, 240, true, ask => ask.SmallStep, (ask, text) => ask with { SmallStep = text }),
        Words(AboutYou, "About you", "Two sentences a stranger understands.",
            FieldKind.Paragraph, 30, 300, true, ask => ask.AboutYou, (ask, text) => ask with { AboutYou = text }),
        Words(InReturn, "What is in it for them?", "“Nothing yet, and grateful” is a fine answer.",
            FieldKind.Paragraph, 0, 240, false, ask => ask.InReturn, (ask, text) => ask with { InReturn = text }),
        new(Deadline, "By when?", "Leave this empty if there is no deadline. Or a day, like “next Friday”.", FieldKind.Date, 0, 0, false)
        {
            Read = ask => ask.Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            Write = WriteDeadline,
        },
        Words(DeadlineReason, "Why by then?", "One line, if there is a date: “I choose a supplier that week”.",
            FieldKind.Line, 0, 120, false, ask => ask.DeadlineReason, (ask, text) => ask with { DeadlineReason = text }),
        Words(AlreadyTried, "What have you tried, and do you know each other?", "So that nobody is asked twice.",
            FieldKind.Paragraph, 0, 200, false, ask => ask.AlreadyTried, (ask, text) => ask with { AlreadyTried = text }),
    ];

    /// <summary>The fields shown after the note is drafted: the note itself and the promises.</summary>
    public static ImmutableArray<AskField> Review { get; } =
    [
        new(
            Note, "The note your giver can forward",
            "Drafted from your answers. Make it sound like you; it must stand alone, in 120 words at most.",
            FieldKind.Paragraph, 1, NoteLength, true)
        {
            Read = ask => ask.Note,
            Write = WriteNote,
        },
        new(
            Promises, "I promise",
            "A no is fine. I answer within two days. I say thanks and tell how it went.",
            FieldKind.Promise, 0, 0, true)
        {
            Read = ask => ask.Promised ? FormAnswers.Ticked : "",
            Write = (ask, text, _) => text == FormAnswers.Ticked
                ? new FieldAnswer.Taken(ask with { Promised = true })
                : new FieldAnswer.Wrong("Givers rely on these three promises. Please tick the box to go on."),
        },
    ];

    public static AskField Field(string id) => Fields.Concat(Review).First(field => field.Id == id);

    /// <summary>The fields without a valid answer today, in order.</summary>
    public static ImmutableArray<AskField> Missing(Ask ask, DateOnly today) =>
        [.. Fields.Where(field => field.Write(new Ask(), field.Read(ask), today) is FieldAnswer.Wrong)];

    /// <summary>The number of words in a text, as a reader counts them.</summary>
    public static int WordCount(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static AskField Words(
        string id, string label, string help, FieldKind kind, int min, int max,
        bool required, Func<Ask, string> read, Func<Ask, string, Ask> write) =>
        new(id, label, help, kind, min, max, required)
        {
            Read = read,
            Write = (ask, text, _) => Length(text.Trim(), min, max, required) is { } wrong
                ? new FieldAnswer.Wrong(wrong)
                : new FieldAnswer.Taken(write(ask, text.Trim())),
        };

    private static string? Length(string text, int min, int max, bool required) => text.Length switch
    {
        0 when required => "This one is needed. A sentence is enough.",
        0 => null,
        var length when length < min => $"A little more, please: at least {min} characters, this has {length}.",
        var length when length > max => $"A little shorter, please: at most {max} characters, this has {length}.",
        _ => null,
    };

    private static FieldAnswer WriteTopics(Ask ask, string text, DateOnly _)
    {
        string[] topics = [.. text.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        return topics switch
        {
            [] => new FieldAnswer.Wrong("Please give at least one topic; it is how a willing giver is found."),
            { Length: > MaxTopics } =>
                new FieldAnswer.Wrong($"Three topics at most, please; these are {topics.Length}. Keep the ones that matter most."),
            _ when topics.Any(topic => topic.Length is < 2 or > TopicLength) =>
                new FieldAnswer.Wrong($"Each topic has 2 to {TopicLength} characters, please."),
            _ => new FieldAnswer.Taken(ask with { Topics = [.. topics] }),
        };
    }

    private static FieldAnswer WriteDeadline(Ask ask, string text, DateOnly today)
    {
        if (text.Trim().Length == 0)
        {
            return new FieldAnswer.Taken(ask with { Deadline = null });
        }

        if (DayWords.Read(text, today)?.From(today) is not { } day)
        {
            return new FieldAnswer.Wrong($"Which day is that? You can write “next Friday”, or “{TimeZones.Spoken(today.AddDays(20))}”.");
        }

        return day < today
            ? new FieldAnswer.Wrong("That day has passed. Give a day to come, or leave it empty.")
            : new FieldAnswer.Taken(ask with { Deadline = day });
    }

    private static FieldAnswer WriteNote(Ask ask, string text, DateOnly _) => text.Trim() switch
    {
        "" => new FieldAnswer.Wrong("The note is what your giver reads and forwards. Please leave a few sentences in it."),
        { Length: > NoteLength } => new FieldAnswer.Wrong($"The note is too long to forward: at most {MaxNoteWords} words, please."),
        var note => new FieldAnswer.Taken(ask with { Note = note }),
    };
}
