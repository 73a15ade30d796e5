namespace IntroBot.Coaching.English.Effort;

/// <summary>Rule 8: a note over 100 words is long; over 120 it blocks.</summary>
public sealed class RunsLong : ICoachingRule
{
    public int Id => 8;

    public Hint? Read(Ask ask, CoachContext context) => AskTemplate.WordCount(ask.Note) switch
    {
        > AskTemplate.MaxNoteWords and var words => new Hint(
            Id,
            AskTemplate.Note,
            $"The note has {words} words; at most {AskTemplate.MaxNoteWords} fit on a phone screen. "
                + "Who you are, the small step and why them are enough.",
            Blocks: true),
        > NoteDraft.MaxWords and var words => new Hint(
            Id,
            AskTemplate.Note,
            $"The note has {words} words. Under {NoteDraft.MaxWords} it is read to the end more often; perhaps one sentence can go."),
        _ => null,
    };
}
