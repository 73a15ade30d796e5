using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Clarity;

/// <summary>Rule 23: a first ask to a stranger that does not say how the asker found them.</summary>
public sealed partial class ComesFromNowhere : ICoachingRule
{
    public int Id => 23;

    public Hint? Read(Ask ask, CoachContext context) =>
        !context.IsFirstAsk
        || ask.WhyThem.Trim().Length == 0
        || Passage.Find(ask, Found(), AskTemplate.WhyThem, AskTemplate.Note, AskTemplate.AlreadyTried) is not null
            ? null
            : new Hint(
                Id,
                AskTemplate.WhyThem,
                "You two have not met yet. A few words on how you found them turn a stranger into somebody with a story.",
                $"I came across your work when I was reading about {SmallSteps.Topic(ask)}.");

    // “We have never met” does not say it; “your talk in Lisbon” does.
    [GeneratedRegex(
        @"\b(?:I|we)(?:'ve|'d)? (?:(?:have|had|once|first|recently|just|also|both) ){0,2}" +
        @"(?:found|saw|seen|read|heard|watched|met|came across|come across|discovered" +
        @"|noticed|listened|attended|follow|followed|learned|learnt|know|knew|worked|studied|use|used|visited)\b" +
        @"|\b(?:your|their|his|her) (?:\w{1,30} ){0,3}" +
        @"(?:talk|article|post|paper|book|blog|podcast|profile|interview|newsletter|webinar|course|keynote|video)s?\b" +
        @"|\b(?:recommended|suggested|pointed me|told me|mentioned|introduced (?:me|us))\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Found();
}
