using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Effort;

/// <summary>Rule 11: “ASAP” or “urgent” without a date and its reason.</summary>
public sealed partial class PressesWithoutDate : ICoachingRule
{
    public int Id => 11;

    public Hint? Read(Ask ask, CoachContext context)
    {
        if (Passage.Find(ask, Pressing()) is null || (ask.Deadline is not null && ask.DeadlineReason.Trim().Length > 0))
        {
            return null;
        }

        var day = (ask.Deadline ?? context.Today.AddDays(14)).ToString("d MMMM", CultureInfo.InvariantCulture);
        return new Hint(
            Id,
            ask.Deadline is null ? AskTemplate.Deadline : AskTemplate.DeadlineReason,
            "A giver can plan around a day and a reason; without them, hurry is hard to help with.",
            $"By {day}, because I decide that week");
    }

    [GeneratedRegex(
        @"(?<!\b(?:not|isn't|nothing|never|no|hardly|less) (?:very |at all |really |that |too )?)" +
        @"\b(?:asap|a\.s\.a\.p|urgent(?:ly)?(?! care\b)|as soon as possible|time[- ]sensitive)\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Pressing();
}
