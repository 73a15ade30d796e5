using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Clarity;

/// <summary>Rule 4: more than one ask in an ask.</summary>
public sealed partial class AsksTwice : ICoachingRule
{
    public int Id => 4;

    public Hint? Read(Ask ask, CoachContext context)
    {
        var step = Passage.Of(ask, AskTemplate.SmallStep);
        return Second().IsMatch(step.Text) || Please().Count(step.Text) > 1
            ? new Hint(
                Id,
                step.Field,
                "There seems to be more than one ask here. One at a time is easier to grant, and the second often follows by itself.",
                SmallSteps.Example(ask))
            : null;
    }

    [GeneratedRegex(
        @"\b(?:in addition|additionally|secondly|another (?:thing|ask|request|favou?r)" +
        @"|(?:two|three|several|a few) (?:asks|requests|favou?rs))\b" +
        @"|\b(?:and|also|plus|then|as well as),? (?:also |then |maybe |perhaps |ideally ){0,2}" +
        @"(?:(?:could|can|would|will) (?:you|we|i)\b" +
        @"|(?:introduce|refer|recommend|mentor|hire) (?:me|us)\b|(?:review|read|forward|look at|pass on) my\b|send me\b|invest\b" +
        @"|(?:an?|some|your) (?:introduction|intro|referral|recommendation|job|investment|review)s?\b)",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Second();

    [GeneratedRegex(@"\bplease\b", Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Please();
}
