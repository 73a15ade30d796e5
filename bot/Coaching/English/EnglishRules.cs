using IntroBot.Coaching.English.Clarity;
using IntroBot.Coaching.English.Effort;
using IntroBot.Coaching.English.Respect;
using IntroBot.Coaching.English.Safety;

namespace IntroBot.Coaching.English;

/// <summary>All rules for English asks, ordered by importance to a giver; the coach shows the first five hints.</summary>
public static class EnglishRules
{
    public static ImmutableArray<ICoachingRule> All { get; } =
    [
        // What must not be sent at all.
        new TellsSecrets(),
        new HasPlaceholders(),
        new AskedAlready(),

        // Respect.
        new RemarksOnTraits(),
        new LeavesNoChoice(),
        new SkipsConsent(),
        new OffersMoney(),
        new OwesNews(),

        // Is it clear, small and meant for this person?
        new NamesNobody(),
        new HasNoHandle(),
        new PicksBrains(),
        new AsksTooMuch(),
        new AsksTwice(),
        new FitsAnybody(),
        new SaysAdviceMeansMore(),

        // Can the note be forwarded?
        new HidesAsker(),
        new RunsLong(),
        new LeavesNoWayOut(),
        new SaysNoThanks(),
        new NeedsContext(),

        // Time, manners and the rest.
        new PressesWithoutDate(),
        new ComesTooSoon(),
        new ComesFromNowhere(),
        new FlattersOrShouts(),
        new BringsHomework(),
    ];
}
