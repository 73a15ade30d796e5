using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Effort;

/// <summary>Rule 16: the purpose says advice, the words say job, invest or buy.</summary>
public sealed partial class SaysAdviceMeansMore : ICoachingRule
{
    private static readonly string[] Places = [AskTemplate.SmallStep, AskTemplate.AboutYou, AskTemplate.InReturn, AskTemplate.Note];

    public int Id => 16;

    public Hint? Read(Ask ask, CoachContext context) =>
        ask.Purpose is Purpose.Advice && Meant(ask) is { } meant
            ? new Hint(
                Id,
                AskTemplate.PurposeId,
                "The purpose says advice, and the words sound like more. "
                    + "Givers who like to help with that are found when the purpose says so.",
                Purposes.Label(meant))
            : null;

    private static Purpose? Meant(Ask ask) =>
        Passage.Find(ask, WantsJob(), Places) is not null ? Purpose.Job
        : Passage.Find(ask, WantsMoney(), Places) is not null ? Purpose.Funding
        : Passage.Find(ask, WantsSale(), Places) is not null ? Purpose.Customer
        : null;

    [GeneratedRegex(
        @"\b(?:hire|refer|employ) me\b|\b(?:open|vacant) (?:role|position)s? (?:for me|at your|in your|on your)\b|\bvacanc(?:y|ies)\b" +
        @"|\b(?:looking|searching) for (?:a|an|my next|my first|work|new) ?" +
        @"(?:new |full-time |part-time )?(?:job|role|position|internship)\b" +
        @"|\b(?:forward|pass on|look at|read|review|consider|send you|share) my (?:cv|r[eé]sum[eé]|application)\b" +
        @"|\b(?:get|find|give|offer) me (?:a|an) (?:\w{1,20} )?(?:job|internship|role|position|interview)\b" +
        @"|\bjob (?:opening|offer|referral)s? (?:for me|at your|in your)\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex WantsJob();

    [GeneratedRegex(
        @"\binvest in (?:us|me|my (?:company|startup|business)|our (?:company|startup|business|round|seed))\b" +
        @"|\b(?:angel )?investment (?:in|for) (?:us|me|my|our)\b" +
        @"|\b(?:we are|we're|I am|I'm|currently) raising (?:money|capital|funds|funding|a|our|\W?\d)" +
        @"|\b(?:join|lead|in) our (?:\w{1,20} )?round\b|\bfund (?:us|me|our|my)\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex WantsMoney();

    [GeneratedRegex(
        @"\b(?:you|your \w{1,20}) (?:to )?(?:buy|purchase|order|license) (?:our|my|from us|from me)\b" +
        @"|\b(?:become|be) (?:a|an|our|my) (?:first |pilot |paying |new )?(?:customer|client)\b" +
        @"|\b(?:demo of|pitch you|pitch) (?:our|my)\b|\bsell (?:you|to you)\b|\bsign up for (?:our|my)\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex WantsSale();
}
