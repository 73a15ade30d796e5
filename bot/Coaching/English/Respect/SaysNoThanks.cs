using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Respect;

/// <summary>Rule 15: the note says no thanks; a sentence is offered that does.</summary>
public sealed partial class SaysNoThanks : ICoachingRule
{
    public int Id => 15;

    public Hint? Read(Ask ask, CoachContext context)
    {
        var note = Passage.Of(ask, AskTemplate.Note);
        return note.IsEmpty || Thanks().IsMatch(note.Text)
            ? null
            : new Hint(
                Id, note.Field,
                "Reading a note is already a small gift of time. A word of thanks at its end is worth the line:", NoteDraft.Thanks);
    }

    // “Thanks to my team we grew” thanks nobody who reads this.
    [GeneratedRegex(
        @"\bthanks\b(?! to (?!you\b))|\bthank(?:ing)? (?:you|y'all)\b|\b(?:thankful|grateful|gratefully|gratitude)\b" +
        @"|\bappreciate[ds]?\b|\bcheers\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Thanks();
}
