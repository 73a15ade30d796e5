using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Effort;

/// <summary>Rule 5: longer than half an hour, lunch, or “mentor me” is a big first step.</summary>
public sealed partial class AsksTooMuch : ICoachingRule
{
    private const int MaxMinutes = 30;

    public int Id => 5;

    public Hint? Read(Ask ask, CoachContext context)
    {
        var step = Passage.Of(ask, AskTemplate.SmallStep);
        return Big().IsMatch(step.Text) || Minutes().Matches(step.Text).Any(IsLong)
            ? new Hint(
                Id,
                step.Field,
                "As a first step this is a lot of somebody's week. Half an hour or less is easy to find, and more can grow from it.",
                SmallSteps.Example(ask))
            : null;
    }

    private static bool IsLong(Match match) => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) > MaxMinutes;

    [GeneratedRegex(@"(?<!\b(?:your|the|within) )(?<![\d.,])([0-9]{1,3}) ?-? ?min(?:ute)?s?\b", Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Minutes();

    [GeneratedRegex(
        @"(?<!\bhalf[ -]|\bquarter of |\bwithin |\d|[\d.,])\b(?:an|one|two|three|four|[1-9](?:\.\d)?)[ -]hours?\b" +
        @"|\bhour-long\b|\b(?:forty|forty-five|fifty|sixty|ninety)[ -]minutes?\b" +
        @"|\bhalf[ -](?:a[ -])?day\b|\b(?:full|whole) (?:day|afternoon|morning)\b" +
        @"|\b(?:for|over|have|grab|get|do|a|you|to) (?:lunch|dinner)\b(?! (?:break|hour|time)\b)" +
        @"|\bmentor (?:me|us)\b|\b(?:be|become|as) (?:my|our) mentor\b" +
        @"|\b(?:meet|talk|call|speak) (?:every|each|once a) (?:day|week|month)\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Big();
}
