using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Respect;

/// <summary>Rule 13: “you have to”, “you owe me”, “I expect”, “need you to”.</summary>
public sealed partial class LeavesNoChoice : ICoachingRule
{
    public int Id => 13;

    public Hint? Read(Ask ask, CoachContext context) => Passage.Find(ask, Demand()) is { } passage
        ? new Hint(
            Id,
            passage.Field,
            $"“{Demand().Match(passage.Text).Value}” can sound like a duty. People who may say no say yes more gladly.",
            "It would help me a great deal if you could…")
        : null;

    [GeneratedRegex(
        @"(?<!\b(?:how|what|when|whether|if|where|why|do|did|all|everything|anything|don't|things|much) )" +
        @"\byou have to\b(?! (?:share|offer|say|give|teach|tell|add|spare)\b)" +
        @"|\byou (?:owe (?:me|us|it to)|ought to)\b" +
        @"|\byou must\b(?! (?:have|be|get|know|feel|hear)\b)" +
        @"|\bI(?:'m| am)? expect(?:ing)?\b(?! \d)" +
        @"(?! (?:to(?! hear\b)|nothing|no|it|we|our|my|this|demand|sales|growth|about|around|that (?:it|this|we|my|our))\b)" +
        @"|(?<!\b(?:don't|not|won't|never) )\bneed (?:you|them|him|her) to\b|\bI demand\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Demand();
}
