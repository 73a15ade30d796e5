using IntroBot.Givers;
using IntroBot.Intros.Offers;

namespace IntroBot.Intros.Searching;

/// <summary>
/// The decisions of the search, one giver at a time: propose a giver, take a slot in the giver's state, then make the offer. A crash in
/// between leaves a proposal that the next run continues.
/// </summary>
public static class SearchDecisions
{
    public const int MaxOffers = 5;

    public static readonly TimeSpan ChoiceLife = TimeSpan.FromDays(14);

    public static int OffersMade(Intro intro) => intro.Offers.Skip(intro.EarlierOffers).Count(offer => offer.Status != OfferStatus.Skipped);

    public static OfferId NextOffer(Intro intro) => new($"{intro.Id}-{intro.Offers.Length + 1}");

    public static Decision<Intro> Propose(Intro? intro, OfferId offer, Giver giver, ImmutableArray<string> because, DateTimeOffset now) =>
        intro switch
        {
            not { IsSearchUnderWay: true } => Step.Refuse(Refusal.NotNow),
            _ when intro.Find(offer) is not null => Step.Unchanged,
            { Current.Status: OfferStatus.Proposed } => Step.Refuse(Refusal.NotNow),
            _ when NextOffer(intro) != offer => Step.Refuse(Refusal.TooLate),
            _ => Step.Keep(intro with
            {
                Offers = intro.Offers.Add(new Offer(offer, giver.Person, OfferStatus.Proposed, because, giver.Profile.Quiet, now)),
            }),
        };

    /// <summary>The proposed giver may not be asked after all; no notice is sent.</summary>
    public static Decision<Intro> Skip(Intro? intro, OfferId offer) => intro?.Find(offer) is { Status: OfferStatus.Proposed } proposed
        ? Step.Keep(intro.With(proposed with { Status = OfferStatus.Skipped }))
        : Step.Unchanged;

    /// <summary>
    /// The slot is taken: the offer is sent in the giver's waking hours, to the <paramref name="channel"/> or, where it is empty, by
    /// message.
    /// </summary>
    public static Decision<Intro> Make(Intro? intro, OfferId offer, string channel, DateTimeOffset now) => intro?.Find(offer) switch
    {
        null => Step.Refuse(Refusal.NotFound),
        { Status: OfferStatus.Open or OfferStatus.Accepted or OfferStatus.Declined } => Step.Unchanged,
        { Status: not OfferStatus.Proposed } => Step.Refuse(Refusal.TooLate),
        { } proposed => Make(intro, proposed with { Status = OfferStatus.Open, MadeAt = now, Channel = channel }, now),
    };

    /// <summary>
    /// No candidate is left: the search ends at the asker's next set hour, and looks until then as if it went on; so its end does not tell
    /// what those who were asked did.
    /// </summary>
    public static Decision<Intro> GiveUp(Intro? intro, QuietTimes askersQuiet, DateTimeOffset now) =>
        intro is not { IsSearchUnderWay: true }
            ? Step.Refuse(Refusal.NotNow)
            : NewsHours.After(intro.SearchBeganAt ?? intro.AskedAt ?? now, intro.Asker.TimeZone, askersQuiet) is var hour && hour <= now
                ? End(intro, WakingHours.Next(now, intro.Asker.TimeZone, askersQuiet), now)
                : Step.Keep(intro with { Timers = [new DueTimer(TimerKind.SearchEnds, hour)] });

    /// <summary>The set hour has come: the asker is notified and chooses.</summary>
    public static Decision<Intro> EndSearch(Intro intro, DateTimeOffset now) => intro.Stage == IntroStage.Searching
        ? End(intro, notBefore: null, now)
        : Step.Keep(intro with { Timers = intro.Timers.Without(TimerKind.SearchEnds) });

    /// <summary>Starts a new search with other topics, without the givers already asked.</summary>
    public static Decision<Intro> TryOtherTopics(Intro? intro, Person by, ImmutableArray<string> topics, DateTimeOffset now) =>
        NotOwn(intro, by) ?? Step.Take(
            intro! with
            {
                Ask = intro.Ask with { Topics = topics },
                EarlierOffers = intro.Offers.Length,
                Round = intro.Round + 1,
                SearchBeganAt = now,
                Timers = [],
            },
            IntroStep.TryOtherTopics,
            now,
            LogEvent.SearchBeganAgain,
            by.Ref,
            $"topics={topics.Length}",
            new Outgoing.FindGiver($"find.again.{intro.Round + 1}"));

    public static Decision<Intro> CloseUnmatched(Intro? intro, Person by, DateTimeOffset now) =>
        NotOwn(intro, by) ?? (intro is { Stage: IntroStage.Closed, Accepted: null }
            ? Step.Unchanged
            : intro!.Accepted is not null
                ? Step.Refuse(Refusal.NotNow)
                : Step.Take(intro with { Timers = [] }, IntroStep.Close, now, LogEvent.ClosedWithoutMatch, by.Ref));

    public static Decision<Intro> ChoiceLapses(Intro intro, DateTimeOffset now) => intro.Stage == IntroStage.Unmatched
        ? Step.Take(intro with { Timers = [] }, IntroStep.Lapse, now, LogEvent.LapsedWithoutMatch, null)
        : Step.Keep(intro with { Timers = intro.Timers.Without(TimerKind.ChoiceLapses) });

    public static Decision<Intro> Withdraw(Intro? intro, Person by, DateTimeOffset now)
    {
        if (NotOwn(intro, by) is { } refused)
        {
            return refused;
        }

        if (intro!.Stage == IntroStage.Withdrawn)
        {
            return Step.Unchanged;
        }

        var released = intro.Current is { Status: OfferStatus.Open or OfferStatus.Proposed } current
            ? current with { Status = OfferStatus.Released }
            : null;
        var withRelease = released is null ? intro : intro.With(released);
        return Step.Take(
            withRelease with { Timers = [] }, IntroStep.Withdraw, now, LogEvent.Withdrawn, by.Ref, released is null ? []
                : OfferNotices.Over(released));
    }

    private static Decision<Intro> End(Intro intro, DateTimeOffset? notBefore, DateTimeOffset now) => Step.Take(
        intro with { Timers = [new DueTimer(TimerKind.ChoiceLapses, now + ChoiceLife)] },
        IntroStep.NobodyLeft,
        now,
        LogEvent.NoMatchYet,
        null,
        new Outgoing.Notice(
            $"no-match.{intro.Round}", NoticeKind.NoMatch, new Destination.Direct(intro.Asker.Ref), NotBefore: notBefore));

    private static Decision<Intro> Make(Intro intro, Offer made, DateTimeOffset now) => Step.Take(
        intro.With(made), IntroStep.Offer, now, LogEvent.Offered, made.Giver.Ref, $"offer={intro.Offers.Length}",
            OfferNotices.Offer(made, now));

    private static Decision<Intro>? NotOwn(Intro? intro, Person by) => intro switch
    {
        null => Step.Refuse(Refusal.NotFound),
        _ when intro.Asker.Ref != by.Ref => Step.Refuse(Refusal.NotYours),
        _ => null,
    };
}
