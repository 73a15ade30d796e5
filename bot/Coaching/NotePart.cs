namespace IntroBot.Coaching;

/// <summary>The parts of a drafted note, in the order they are read.</summary>
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

/// <summary>What is kept first when a note would grow too long; the last goes first.</summary>
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

/// <summary>Which parts share a paragraph.</summary>
internal static class NoteParagraphs
{
    public static int Paragraph(this NotePart part) => part switch
    {
        NotePart.AboutYou => 0,
        NotePart.Why => 1,
        NotePart.Step or NotePart.Deadline or NotePart.InReturn or NotePart.More => 2,
        NotePart.Closing => 3,
        NotePart.Name => 4,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
