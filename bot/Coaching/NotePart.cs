namespace IntroBot.Coaching;

/// <summary>The parts of a drafted note, in reading order.</summary>
internal enum NotePart
{
    AboutYou,
    Why,
    Step,
    Deadline,
    InReturn,
    More,
    Closing,
    Name,
}

/// <summary>The priority of a sentence when a note is too long; the last value is dropped first.</summary>
internal enum NoteRank
{
    Always,
    Core,
    Who,
    RestOfStep,
    Deadline,
    InReturn,
    RestOfWhy,
    RestOfAbout,
    RestOfReturn,
}

/// <summary>Assigns parts to paragraphs.</summary>
internal static class NoteParagraphs
{
    public static int Paragraph(this NotePart part) => part switch
    {
        NotePart.AboutYou => 0,
        NotePart.Why => 1,
        NotePart.Step or NotePart.Deadline or NotePart.InReturn or NotePart.More => 2,
        NotePart.Closing => 3,
        NotePart.Name => 4,
        _ => throw new UnreachableException(),
    };
}
