using IntroBot.Givers;
using IntroBot.Intros.Closing;
using IntroBot.Intros.Drafting;
using IntroBot.Intros.Offers;
using IntroBot.Intros.Searching;

namespace IntroBot.Intros;

/// <summary>
/// Handles the notices and timers of intros: cards at the time of sending, timers that start on delivery, and due timers.
/// </summary>
public sealed class IntroNoticePolicy(IGiverStore givers) : INoticePolicy<Intro>
{
    public async Task<SendDecision> DecideSendAsync(Intro intro, Outgoing.Notice notice, DateTimeOffset now, CancellationToken token) =>
        notice.Kind switch
        {
            NoticeKind.Offer => OpenOffer(intro, notice) is { } offer
                ? await ToGiverAsync(offer, () => OfferCard(intro, offer, notice, now), now, token)
                : Cancelled,
            NoticeKind.OfferReminder => OpenOffer(intro, notice) is { } offer
                ? await ToGiverAsync(offer, () => OfferCards.Reminder(intro, offer), now, token)
                : Cancelled,
            NoticeKind.OfferOver => intro.Find(new OfferId(notice.About)) is { } offer
                ? new SendDecision.Send(
                    notice.To is Destination.GiversChannel ? OfferCards.OverInChannel(offer) : OfferCards.Over(intro, offer))
                : Cancelled,
            NoticeKind.NoMatch => intro.Stage == IntroStage.Unmatched
                ? WhenAwake(AskCards.NoMatch(intro), intro.Asker.TimeZone, await givers.QuietTimesOfAsync(intro.Asker.Ref, token), now)
                : Cancelled,
            NoticeKind.Connection => intro.Accepted is not null ? new SendDecision.Send(LoopCards.Connection(intro)) : Cancelled,
            NoticeKind.SaidYes => intro.Accepted is not null ? NewsToAsker(intro, LoopCards.SaidYes(intro), now) : Cancelled,
            NoticeKind.ConnectionApart => notice.To is Destination.Direct direct ? ConnectedApart(intro, direct.Who, now) : Cancelled,
            NoticeKind.HowItWent => intro is { Stage: IntroStage.Connected, Outcome: null }
                ? ToAsker(intro, LoopCards.HowItWent(intro), now)
                : Cancelled,
            NoticeKind.HowItWentOver => new SendDecision.Send(LoopCards.HowItWentOver(
                intro, int.Parse(notice.About, System.Globalization.CultureInfo.InvariantCulture))),
            NoticeKind.Thanks => intro is { Stage: IntroStage.Closed, Accepted: { } yes }
                ? WhenAwake(LoopCards.Thanks(intro), yes.Giver.TimeZone, yes.Quiet, now)
                : Cancelled,
            NoticeKind.PauseEnded or NoticeKind.UnansweredPause => throw new UnreachableException("An intro has no notice of a pause."),
        };

    public Decision<Intro> OnDelivered(Intro intro, Outgoing.Notice notice, DateTimeOffset now) => notice.Kind switch
    {
        NoticeKind.Offer => OfferDecisions.Delivered(intro, new OfferId(notice.About), now),
        NoticeKind.Connection => LoopDecisions.Connected(intro, now),
        NoticeKind.OfferReminder or NoticeKind.OfferOver or NoticeKind.NoMatch or NoticeKind.SaidYes or NoticeKind.ConnectionApart
            or NoticeKind.HowItWent or NoticeKind.HowItWentOver or NoticeKind.Thanks or NoticeKind.PauseEnded
            or NoticeKind.UnansweredPause => Step.Unchanged,
    };

    public Decision<Intro> OnUndeliverable(Intro intro, Outgoing.Notice notice, DateTimeOffset now) => notice.Kind switch
    {
        NoticeKind.Offer => OfferDecisions.Release(intro, new OfferId(notice.About), now),
        NoticeKind.Connection => LoopDecisions.ConnectedApart(intro, now),
        NoticeKind.OfferReminder or NoticeKind.OfferOver or NoticeKind.NoMatch or NoticeKind.SaidYes or NoticeKind.ConnectionApart
            or NoticeKind.HowItWent or NoticeKind.HowItWentOver or NoticeKind.Thanks or NoticeKind.PauseEnded
            or NoticeKind.UnansweredPause => Step.Unchanged,
    };

    public Decision<Intro> OnTimer(Intro intro, DueTimer timer, DateTimeOffset now) => timer.Kind switch
    {
        TimerKind.DraftLapses => DraftDecisions.Lapse(intro, now),
        TimerKind.OfferReminder => OfferDecisions.Remind(intro, new OfferId(timer.About), now),
        TimerKind.OfferExpires => OfferDecisions.Expire(intro, new OfferId(timer.About), now),
        TimerKind.SearchEnds => SearchDecisions.EndSearch(intro, now),
        TimerKind.ChoiceLapses => SearchDecisions.ChoiceLapses(intro, now),
        TimerKind.HowItWent => LoopDecisions.AskHowItWent(intro, now),
        TimerKind.PauseEnds => throw new UnreachableException("An intro has no timer of a pause."),
    };

    private static SendDecision Cancelled { get; } = new SendDecision.Cancel();

    /// <summary>The asker's card waits for waking hours; the giver has just acted.</summary>
    private static SendDecision ConnectedApart(Intro intro, PersonRef reader, DateTimeOffset now) =>
        LoopCards.ConnectedApart(intro, reader) is var card && reader == intro.Asker.Ref
            ? NewsToAsker(intro, card, now)
            : new SendDecision.Send(card);

    /// <summary>Reads the giver again: one who opted out, paused or blocked the asker since the offer gets no message.</summary>
    private async Task<SendDecision> ToGiverAsync(Offer offer, Func<Card> card, DateTimeOffset now, CancellationToken token)
    {
        var giver = await givers.FindAsync(offer.Giver.Ref, token);
        var isAvailable = giver is { OptedIn: true } && !GiverProtection.IsPaused(giver, now) && giver.OpenSlot?.Offer == offer.Id;
        return isAvailable ? WhenAwake(card(), giver!.Person.TimeZone, giver.Profile.Quiet, now) : new SendDecision.RecipientOptedOut();
    }

    private static Card OfferCard(Intro intro, Offer offer, Outgoing.Notice notice, DateTimeOffset now) =>
        notice.To is Destination.GiversChannel ? OfferCards.InChannel(intro, offer) : OfferCards.Offer(intro, offer, now);

    /// <summary>Good news waits for the morning, not for Monday.</summary>
    private static SendDecision NewsToAsker(Intro intro, Card card, DateTimeOffset now) =>
        WhenAwake(card, intro.Asker.TimeZone, QuietTimes.Nights, now);

    private static SendDecision ToAsker(Intro intro, Card card, DateTimeOffset now) =>
        WhenAwake(card, intro.Asker.TimeZone, QuietTimes.Default, now);

    private static SendDecision WhenAwake(Card card, string timeZone, QuietTimes quiet, DateTimeOffset now) =>
        WakingHours.Next(now, timeZone, quiet) is var awake && awake > now ? new SendDecision.Postpone(awake) : new SendDecision.Send(card);

    private static Offer? OpenOffer(Intro intro, Outgoing.Notice notice) =>
        intro.Find(new OfferId(notice.About)) is { Status: OfferStatus.Open } offer ? offer : null;
}
