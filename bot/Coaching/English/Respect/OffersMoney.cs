using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Respect;

/// <summary>Rule 25: money or gifts offered.</summary>
public sealed partial class OffersMoney : ICoachingRule
{
    public int Id => 25;

    public Hint? Read(Ask ask, CoachContext context) =>
        (Passage.Find(ask, Offer()) ?? Passage.Find(ask, Present(), AskTemplate.InReturn)) is { } passage
            ? new Hint(
                Id,
                passage.Field,
                "Givers help because they like to, and money can make that awkward. News of how it went is what they enjoy most.",
                "I will tell you how it went, and gladly help you or yours in turn.")
            : null;

    // “Pay it forward” and “pay you back in kind” are not money.
    [GeneratedRegex(
        @"\b(?:pay|compensate|reimburse) you\b(?! (?:back|forward|a visit|a compliment)\b)" +
        @"|\bpay for your (?:time|help|advice)\b|\b(?:happy|willing|glad|ready) to pay\b(?! it forward\b)" +
        @"|\b(?:finder'?s|referral|success) fee\b|\breferral bonus\b" +
        @"|\b(?:give|offer|pay) (?:you )?(?:a |an )?(?:commission|reward|cash|bonus)\b" +
        @"|\b(?:send|give|offer|bring|get|buy) you (?:a |an |some )?(?:\w{1,20} )?" +
        @"(?:gift|present|voucher|gift card|chocolates?|wine|lunch|dinner)s?\b" +
        @"|\b(?:gift cards?|vouchers?) (?:for you|for your|as a thank|to thank)\b|\btreat you to\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Offer();

    [GeneratedRegex(
        @"(?<!\bno )\b(?:gifts?|gift cards?|vouchers?|cash(?! flow)|commission|payment|a reward)\b|[$€£] ?\d+(?! ?[mk]\b)",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Present();
}
