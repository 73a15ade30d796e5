using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Clarity;

/// <summary>Rule 3: an ask with no concrete verb, number or question gives a giver nothing to say yes to.</summary>
public sealed partial class HasNoHandle : ICoachingRule
{
    public int Id => 3;

    public Hint? Read(Ask ask, CoachContext context)
    {
        var step = Passage.Of(ask, AskTemplate.SmallStep);
        // A fuzzy step has a rule of its own.
        if (step.IsEmpty
            || step.Text.Contains('?')
            || SmallSteps.IsConcrete(step.Text)
            || SmallSteps.IsFuzzy(step.Text)
            || Meeting().IsMatch(step.Text))
        {
            return null;
        }

        return new Hint(
            Id,
            step.Field,
            "It is not easy to see yet what a giver would do. One thing they can do in a few minutes is easy to say yes to.",
            SmallSteps.Example(ask));
    }

    [GeneratedRegex(@"\b(?:meet|talk|speak|call|phone|visit|interview|discuss|join)\b", Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Meeting();
}
