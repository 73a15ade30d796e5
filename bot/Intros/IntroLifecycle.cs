using System.Collections.Frozen;

namespace IntroBot.Intros;

/// <summary>The table of allowed steps; any other step is an ordinary refusal.</summary>
public static class IntroLifecycle
{
    private static readonly FrozenDictionary<(IntroStage From, IntroStep Step), IntroStage> Steps =
        new Dictionary<(IntroStage, IntroStep), IntroStage>
        {
            [(IntroStage.Draft, IntroStep.Send)] = IntroStage.Asked,
            [(IntroStage.Draft, IntroStep.Withdraw)] = IntroStage.Withdrawn,
            [(IntroStage.Draft, IntroStep.Lapse)] = IntroStage.Expired,

            [(IntroStage.Asked, IntroStep.Search)] = IntroStage.Searching,
            [(IntroStage.Asked, IntroStep.Withdraw)] = IntroStage.Withdrawn,

            [(IntroStage.Searching, IntroStep.Offer)] = IntroStage.Offered,
            [(IntroStage.Searching, IntroStep.NobodyLeft)] = IntroStage.Unmatched,
            [(IntroStage.Searching, IntroStep.Withdraw)] = IntroStage.Withdrawn,

            [(IntroStage.Offered, IntroStep.Accept)] = IntroStage.Accepted,
            [(IntroStage.Offered, IntroStep.OfferEnds)] = IntroStage.Searching,
            [(IntroStage.Offered, IntroStep.Withdraw)] = IntroStage.Withdrawn,

            [(IntroStage.Accepted, IntroStep.Connect)] = IntroStage.Connected,

            [(IntroStage.Unmatched, IntroStep.TryOtherTopics)] = IntroStage.Searching,
            [(IntroStage.Unmatched, IntroStep.Close)] = IntroStage.Closed,
            [(IntroStage.Unmatched, IntroStep.Withdraw)] = IntroStage.Withdrawn,
            [(IntroStage.Unmatched, IntroStep.Lapse)] = IntroStage.Expired,

            [(IntroStage.Connected, IntroStep.Close)] = IntroStage.Closed,
        }.ToFrozenDictionary();

    public static bool Allows(IntroStage from, IntroStep step) => Steps.ContainsKey((from, step));

    /// <summary>The stage after a step; check <see cref="Allows"/> first.</summary>
    public static IntroStage After(IntroStage from, IntroStep step) => Steps[(from, step)];

    /// <summary>Whether no further step is possible.</summary>
    public static bool IsOver(IntroStage stage) => !Steps.Keys.Any(key => key.From == stage);
}
