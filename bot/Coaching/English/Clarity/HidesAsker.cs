using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Clarity;

/// <summary>Rule 10: the note does not say who the asker is.</summary>
public sealed partial class HidesAsker : ICoachingRule
{
    public int Id => 10;

    public Hint? Read(Ask ask, CoachContext context)
    {
        var note = Passage.Of(ask, AskTemplate.Note);
        if (note.IsEmpty)
        {
            return null;
        }

        var named = Names(note.Text, context.AskerName);
        if (named && TellsAbout(note.Text, ask.AboutYou))
        {
            return null;
        }

        var about = Sentences.Of(ask.AboutYou).FirstOrDefault("");
        return new Hint(
            Id,
            note.Field,
            "The note may travel to somebody who has never heard of you. One sentence on who is asking makes it easy to trust.",
            named ? about : $"I am {context.AskerName}. {about}".Trim());
    }

    private static bool Names(string note, string name)
    {
        string[] parts = [.. Word().Matches(name).Select(match => match.Value).Where(part => part.Length > 1)];
        return parts.Length == 0 || Word().Matches(note).Any(word => parts.Contains(word.Value, StringComparer.OrdinalIgnoreCase));
    }

    private static bool TellsAbout(string note, string about) =>
        Self().IsMatch(note) || SignificantWords.Of(about) is not { Count: > 0 } words || words.Overlaps(SignificantWords.Of(note));

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", Pattern.ExactCase, Pattern.MaxMilliseconds)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\bI(?:'m| am) (?:an?|the|one of|head of|responsible|working|studying|building)\b" +
        @"|\bI (?:work|lead|run|study|build|manage|teach|founded|design)\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Self();
}
