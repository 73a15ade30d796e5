using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Clarity;

/// <summary>Rule 9: “as we discussed”, “see above” and acronyms that a stranger cannot know.</summary>
public sealed partial class NeedsContext : ICoachingRule
{
    public int Id => 9;

    public Hint? Read(Ask ask, CoachContext context)
    {
        if (Passage.Find(ask, Reference(), AskTemplate.SmallStep, AskTemplate.WhyThem, AskTemplate.Note) is { } passage)
        {
            return new Hint(
                Id,
                passage.Field,
                $"“{Reference().Match(passage.Text).Value}” points at something this reader has not seen. "
                    + "The fact itself, in a few words, stands alone.");
        }

        return Acronyms.Unexplained(ask, context.AskerName) is { } unknown
            ? new Hint(
                Id,
                unknown.Field,
                $"Somebody outside your field may not know “{unknown.Text}”. "
                    + "Two or three plain words beside it, in brackets, keep them reading.")
            : null;
    }

    [GeneratedRegex(
        @"\bas (?:we |I |already |previously ){0,2}(?:discussed|mentioned|agreed|talked about|said (?:above|before|earlier))\b" +
        @"|\b(?:see|as|mentioned|described|listed) (?:above|below)\b|\bas per my\b" +
        @"|\b(?:per|following up on|following) (?:our|my) (?:last |previous |earlier )?" +
        @"(?:conversation|chat|call|discussion|message|e-?mail)\b" +
        @"|\b(?:my|our) (?:last|previous|earlier) (?:message|e-?mail|conversation)\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Reference();
}
