using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Respect;

/// <summary>Rule 17: a stack of flattery, words in capitals, or “!!!”.</summary>
public sealed partial class FlattersOrShouts : ICoachingRule
{
    private const int MaxBetterLength = 200;

    public int Id => 17;

    public Hint? Read(Ask ask, CoachContext context)
    {
        foreach (var passage in Passage.All(ask))
        {
            if (Praise().Matches(passage.Text).Select(match => match.Value.ToUpperInvariant()).Distinct().Count() > 1)
            {
                return new Hint(
                    Id,
                    passage.Field,
                    "So much praise can be hard to answer. One thing they did that stayed with you says more.",
                    $"Your work on {SmallSteps.Topic(ask)} stayed with me.");
            }

            if (Marks().IsMatch(passage.Text))
            {
                var better = Marks().Replace(passage.Text, ".");
                return new Hint(
                    Id, passage.Field, "The warmth comes across without so many marks.", better.Length > MaxBetterLength ? null : better);
            }

            if (Capitals().Matches(passage.Text).Any(IsShout))
            {
                return new Hint(
                    Id, passage.Field, "Words in capitals can sound louder than they are meant. Small letters carry the same wish.");
            }
        }

        return null;
    }

    private static bool IsShout(Match run)
    {
        var words = run.Value.Split(' ');
        return words.Any(Acronyms.IsStressed) || words.Count(word => word.Length > 4) > 1;
    }

    [GeneratedRegex(
        @"\b(?:amazing|incredible|legendary|legend|brilliant|genius|inspiring|inspirational|inspiration|visionary" +
        @"|outstanding|extraordinary|awesome|phenomenal|guru|rock ?star|idol|hero|admire|huge fan|big fan|biggest fan" +
        @"|fantastic|exceptional|world-class|wonderful|stunning|unbelievable)\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Praise();

    [GeneratedRegex(@"!(?: ?!){2,}", Pattern.ExactCase, Pattern.MaxMilliseconds)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\b(?:I|[A-Z]{2,})(?: (?:I|A|[A-Z]{2,})\b)+", Pattern.ExactCase, Pattern.MaxMilliseconds)]
    private static partial Regex Capitals();
}
