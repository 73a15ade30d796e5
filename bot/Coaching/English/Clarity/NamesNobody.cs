using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Clarity;

/// <summary>Rule 1: “anyone” or “someone interesting” finds nobody.</summary>
public sealed partial class NamesNobody : ICoachingRule
{
    public int Id => 1;

    public Hint? Read(Ask ask, CoachContext context) => Passage.Find(ask, Anybody(), AskTemplate.Who) is null
        ? null
        : new Hint(
            Id,
            AskTemplate.Who,
            "A giver finds the right person faster when they can picture one. A role with a company or a field is enough.",
            AnyoneWho().IsMatch(ask.Who)
                ? AnyoneWho().Replace(ask.Who.Trim(), "Someone who")
                : $"Someone who has worked on {SmallSteps.Topic(ask)} at a company like the one you have in mind");

    [GeneratedRegex(@"^\s*any(?:one|body) who\b", Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex AnyoneWho();

    [GeneratedRegex(
        @"(?<!\b(?:than|not|just) )\b(?:anyone|anybody|any person|everyone|everybody|whoever)\b" +
        @"|^\W*(?:someone|somebody|people|a person|the right person|an? expert|experts)\W*$" +
        @"|\b(?:someone|somebody|people|persons?) (?:who is |who are |really |very |more |else ){0,2}interesting\b" +
        @"|\b(?:someone|somebody|people|persons?) (?:who is |who are |really |very |more ){0,2}" +
        @"(?:helpful|nice|important|influential|successful|senior|experienced|relevant|useful|knowledgeable|good|cool|smart|great)\b" +
        @"(?! (?:in|at|with|from|on|for|of|about)\b)",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Anybody();
}
