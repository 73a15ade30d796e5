using IntroBot.Givers;

namespace IntroBot.Intros.Offers;

/// <summary>
/// The decisions about an offer from delivery to end. At most one offer of an intro is ever accepted, because the stage leaves Offered only
/// once.
/// </summary>
public static class OfferDecisions
{
    /// <summary>Lifetime of an offer, in the giver's waking hours.</summary>
    public static readonly TimeSpan OfferLife = TimeSpan.FromHours(24);

    public static readonly TimeSpan DeclinePause = TimeSpan.FromDays(14);

    public static Decision<Intro> Delivered(Intro intro, OfferId id, DateTimeOffset now)
    {
        if (intro.Find(id) is not { Status: OfferStatus.Open, DeliveredAt: null } offer)
        {
            return Step.Unchanged;
        }

        var remind = WakingHours.Add(now, OfferLife / 2, offer.Giver.TimeZone, offer.Quiet);
        var expire = WakingHours.Add(now, OfferLife, offer.Giver.TimeZone, offer.Quiet);
        return Step.Keep(intro.With(offer with { DeliveredAt = now, ExpiresAt = expire }) with
        {
            Timers =
            [
                new DueTimer(TimerKind.OfferReminder, remind, id.Value),
                new DueTimer(TimerKind.OfferExpires, expire, id.Value),
            ],
        });
    }

    public static Decision<Intro> Accept(Intro? intro, OfferId id, Person by, DateTimeOffset now)
    {
        if (NotTheirs(intro, id, by, out var offer) is { } refused)
        {
            return refused;
        }

        if (offer.Status == OfferStatus.Accepted)
        {
            return Step.Unchanged;
        }

        if (offer.Status != OfferStatus.Open)
        {
            return Step.Refuse(Refusal.TooLate);
        }

        var yes = offer with { Status = OfferStatus.Accepted, DeliveredAt = offer.DeliveredAt ?? now };
        return Step.Take(
            intro!.With(yes) with { Timers = [] },
            IntroStep.Accept,
            now,
            LogEvent.Accepted,
            by.Ref,
            [
                new Outgoing.Notice("connection", NoticeKind.Connection, new Destination.Meeting([intro.Asker.Ref, by.Ref]), id.Value),
                .. OfferNotices.Over(yes),
            ]);
    }

    public static Decision<Intro> Decline(Intro? intro, OfferId id, Person by, bool andPause, DateTimeOffset now)
    {
        if (NotTheirs(intro, id, by, out var offer) is { } refused)
        {
            return refused;
        }

        if (offer.Status == OfferStatus.Declined)
        {
            return Step.Unchanged;
        }

        if (offer.Status != OfferStatus.Open)
        {
            return Step.Refuse(Refusal.TooLate);
        }

        var no = offer with { DeliveredAt = offer.DeliveredAt ?? now };
        ImmutableArray<Outgoing> rest = andPause ? [new Outgoing.PauseGiving($"pause.{id}", by.Ref, now + DeclinePause)] : [];
        return End(intro!, no, OfferStatus.Declined, now, LogEvent.Declined, rest);
    }

    /// <summary>Sends one reminder at half of the lifetime.</summary>
    public static Decision<Intro> Remind(Intro intro, OfferId id, DateTimeOffset now)
    {
        var withoutTimer = intro with { Timers = intro.Timers.Without(TimerKind.OfferReminder) };
        return intro.Find(id) is { Status: OfferStatus.Open } offer
            ? Step.Keep(withoutTimer.With(offer with { Reminded = true }), OfferNotices.Reminder(offer, now))
            : Step.Keep(withoutTimer);
    }

    public static Decision<Intro> Expire(Intro intro, OfferId id, DateTimeOffset now) =>
        intro.Find(id) is { Status: OfferStatus.Open } offer
            ? End(intro, offer, OfferStatus.Expired, now, LogEvent.Expired, [])
            : Step.Keep(intro with { Timers = intro.Timers.Without(TimerKind.OfferReminder, TimerKind.OfferExpires) });

    /// <summary>Ends an offer whose giver paused, left or cannot be reached; the search continues at once.</summary>
    public static Decision<Intro> Release(Intro? intro, OfferId id, DateTimeOffset now) =>
        intro?.Find(id) is { Status: OfferStatus.Open } offer
            ? End(intro, offer, OfferStatus.Released, now, LogEvent.Released, [])
            : Step.Unchanged;

    private static Decision<Intro> End(
        Intro intro, Offer offer, OfferStatus status, DateTimeOffset now, LogEvent what, ImmutableArray<Outgoing> rest)
    {
        var ended = offer with { Status = status };
        return Step.Take(
            intro.With(ended) with { Timers = [] },
            IntroStep.OfferEnds,
            now,
            what,
            offer.Giver.Ref,
            [.. OfferNotices.Over(ended), .. rest, OfferNotices.SearchOn(ended)]);
    }

    private static Decision<Intro>? NotTheirs(Intro? intro, OfferId id, Person by, out Offer offer)
    {
        offer = intro?.Find(id)!;
        return offer switch
        {
            null => Step.Refuse(Refusal.NotFound),
            _ when offer.Giver.Ref != by.Ref => Step.Refuse(Refusal.NotYours),
            _ => null,
        };
    }
}
