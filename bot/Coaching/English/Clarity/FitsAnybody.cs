using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Clarity;

/// <summary>Rule 6: why-them names nothing of the person, or tells about the asker once more.</summary>
public sealed partial class FitsAnybody : ICoachingRule
{
    private const double Repeated = 0.7;

    public int Id => 6;

    public Hint? Read(Ask ask, CoachContext context)
    {
        var why = Passage.Of(ask, AskTemplate.WhyThem);
        if (why.IsEmpty)
        {
            return null;
        }

        var words = SignificantWords.Of(why.Text);
        var own = SignificantWords.Of(ask.AboutYou);
        if (words.Count > 3 && words.Intersect(own).Count >= Repeated * words.Count)
        {
            return new Hint(
                Id,
                why.Field,
                "This tells about you once more. What makes them right is the part a giver is most curious about.",
                Example(ask));
        }

        var sought = SignificantWords.Of($"{ask.Who} {string.Join(' ', ask.Topics)}");
        return Particular().IsMatch(why.Text) || words.Overlaps(sought)
            ? null
            : new Hint(
                Id,
                why.Field,
                "This could be said to many people. One detail of theirs shows that you mean them: a talk, a product, a job they did.",
                Example(ask));
    }

    private static string Example(Ask ask) =>
        $"Your work on {SmallSteps.Topic(ask)} is close to what I am trying, and I would like to know what you learned first.";

    // A name in mid-sentence, a number, or something they made.
    [GeneratedRegex(
        @"(?<=[\p{Ll}\p{Nd},;:] [""'(]?)\p{Lu}[\p{L}&]|\d" +
        @"|(?i:\b(?:your|their|his|her|the) (?:\w{1,30} ){0,2}" +
        @"(?:talk|article|post|paper|book|blog|podcast|interview|product|app|project|launch|report|course|patent|newsletter)s?\b)" +
        @"|(?i:\b(?:wrote|built|founded|launched|led|ran|designed|published|invented|started|spent" +
        @"|moved|changed|scaled|sold|taught|left)\b)" +
        @"|(?i:\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b)",
        Pattern.ExactCase, Pattern.MaxMilliseconds)]
    private static partial Regex Particular();
}
