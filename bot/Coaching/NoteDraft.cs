namespace IntroBot.Coaching;

/// <summary>Drafts the note a giver can forward: it is self-contained, says who asks for what and why, and makes a no easy.</summary>
public static partial class NoteDraft
{
    /// <summary>The limit of a draft, below the limit of a note to leave room for the asker's edits.</summary>
    public const int MaxWords = 100;

    public const string WayOut = "A no is completely fine, no reason needed.";

    public const string Thanks = "Thank you for reading this.";

    public static string Of(Ask ask, string askerName)
    {
        var name = string.Join(' ', askerName.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(6));
        return NoteLine.Fit([.. About(ask, name), .. Why(ask), .. Step(ask), .. Closing(name)], MaxWords);
    }

    private static IEnumerable<NoteLine> About(Ask ask, string name)
    {
        var about = Sentences.Of(ask.AboutYou).Where(sentence => !Greeting().IsMatch(sentence)).ToArray();
        yield return new NoteLine(NotePart.AboutYou, WithGreeting(about.FirstOrDefault(""), name), NoteRank.Core);
        foreach (var sentence in about.Skip(1))
        {
            yield return new NoteLine(NotePart.AboutYou, sentence, NoteRank.RestOfAbout);
        }
    }

    private static string WithGreeting(string about, string name) => about switch
    {
        _ when name.Length == 0 => $"Hello. {about}".TrimEnd(),
        _ when about.Split(' ', ',', '.').Contains(name.Split(' ')[0]) => $"Hello. {about}",
        _ when Trade().IsMatch(about) => $"Hello, I am {name}, {Sentences.Continued(about)}",
        _ => $"Hello, I am {name}. {about}".TrimEnd(),
    };

    private static IEnumerable<NoteLine> Why(Ask ask)
    {
        // “They ran a supply chain” needs an antecedent; “your talk” addresses the reader.
        if (!Second().IsMatch(ask.WhyThem) && Sentences.Of(ask.Who) is [var who, ..])
        {
            var sought = Person().IsMatch(who) ? $"I hope to meet {Sentences.Continued(who)}" : $"The person I hope to meet: {who}";
            yield return new NoteLine(NotePart.Why, sought, NoteRank.Who);
        }

        foreach (var (index, sentence) in Sentences.Of(ask.WhyThem).Index())
        {
            var text = Because().IsMatch(sentence) ? $"I ask {Sentences.Continued(sentence)}" : sentence;
            yield return new NoteLine(NotePart.Why, text, index == 0 ? NoteRank.Core : NoteRank.RestOfWhy);
        }
    }

    private static IEnumerable<NoteLine> Step(Ask ask)
    {
        foreach (var (index, sentence) in Sentences.Of(ask.SmallStep).Index())
        {
            yield return index == 0
                ? new NoteLine(NotePart.Step, WithLeadIn("My ask is small:", sentence), NoteRank.Core)
                : new NoteLine(NotePart.Step, sentence, NoteRank.RestOfStep);
        }

        if (ask.Deadline is { } deadline)
        {
            var day = deadline.ToString("dddd d MMMM", CultureInfo.InvariantCulture);
            yield return new NoteLine(NotePart.Deadline, $"It would help me most by {day}{Reason(ask)}", NoteRank.Deadline);
        }

        foreach (var (index, sentence) in Sentences.Of(ask.InReturn).Index())
        {
            yield return index == 0
                ? new NoteLine(NotePart.InReturn, WithLeadIn("What I can offer in return:", sentence), NoteRank.InReturn)
                : new NoteLine(NotePart.InReturn, sentence, NoteRank.RestOfReturn);
        }
    }

    private static IEnumerable<NoteLine> Closing(string name)
    {
        yield return new NoteLine(NotePart.Closing, WayOut, NoteRank.Always);
        yield return new NoteLine(NotePart.Closing, Thanks, NoteRank.Always);
        if (name.Length > 0)
        {
            yield return new NoteLine(NotePart.Name, name, NoteRank.Always);
        }
    }

    private static string Reason(Ask ask) => string.Join(' ', Sentences.Of(ask.DeadlineReason)) switch
    {
        "" => ".",
        var reason when Because().IsMatch(reason) => $", {Sentences.Continued(reason)}",
        var reason => $": {Sentences.Continued(reason)}",
    };

    private static string WithLeadIn(string lead, string sentence) =>
        Whole().IsMatch(sentence) ? sentence : $"{lead} {Sentences.Continued(sentence)}";

    [GeneratedRegex(
        @"^(?:hi|hello|hey|good (?:morning|day|evening))(?: there| all| everyone)?[.!,]*$", Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Greeting();

    // “A designer at a shoe studio.” continues after the name; a sentence with its own subject does not.
    [GeneratedRegex(@"^An? (?!.*\b(?:I|my|we|our|me)\b)", Pattern.ExactCase, Pattern.MaxMilliseconds)]
    private static partial Regex Trade();

    [GeneratedRegex(@"\b(?:you|your|yours)\b", Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Second();

    // “A buyer at Nike”, “someone who …”, or a name; a bare role needs a colon.
    [GeneratedRegex(
        @"^(?:(?:An?|The|Someone|Somebody|Anyone|Anybody|People|One of)\b" +
        @"|(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){1,3}(?:[,.]|$))",
        Pattern.ExactCase, Pattern.MaxMilliseconds)]
    private static partial Regex Person();

    [GeneratedRegex(@"^(?:because|since)\b", Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Because();

    [GeneratedRegex(
        @"^(?:I|I['’]\w+|we|we['’]\w+|my|our|could|can|would|will|may|might|please" +
        @"|let|let['’]s|if|you|your|do|does|is|are|maybe|perhaps|it|this|there|happy|glad|what|how|which|all I)\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Whole();
}
