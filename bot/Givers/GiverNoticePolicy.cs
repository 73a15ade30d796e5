namespace IntroBot.Givers;

/// <summary>Handles the notices and timers of givers.</summary>
public sealed class GiverNoticePolicy : INoticePolicy<Giver>
{
    public Task<SendDecision> DecideSendAsync(Giver state, Outgoing.Notice notice, DateTimeOffset now, CancellationToken token) =>
        Task.FromResult(Decide(state, notice, now));

    public Decision<Giver> OnDelivered(Giver state, Outgoing.Notice notice, DateTimeOffset now) => new Decision<Giver>.Unchanged();

    public Decision<Giver> OnUndeliverable(Giver state, Outgoing.Notice notice, DateTimeOffset now) => new Decision<Giver>.Unchanged();

    public Decision<Giver> OnTimer(Giver state, DueTimer timer, DateTimeOffset now) => timer.Kind switch
    {
        TimerKind.PauseEnds => GiverDecisions.EndPause(state, now),
        TimerKind.DraftLapses or TimerKind.OfferReminder or TimerKind.OfferExpires or TimerKind.SearchEnds or TimerKind.ChoiceLapses
            or TimerKind.HowItWent =>
            throw new UnreachableException("A giver has no timer but the end of a pause."),
    };

    private static SendDecision Decide(Giver giver, Outgoing.Notice notice, DateTimeOffset now) => notice.Kind switch
    {
        NoticeKind.PauseEnded => giver is { OptedIn: true, PausedUntil: null }
            ? WhenAwake(giver, GiverCards.PauseEnded, now)
            : new SendDecision.Cancel(),
        NoticeKind.UnansweredPause => giver is { OptedIn: true, PausedUntil: not null }
            ? WhenAwake(giver, GiverCards.UnansweredPause(giver), now)
            : new SendDecision.Cancel(),
        NoticeKind.Offer or NoticeKind.OfferReminder or NoticeKind.OfferOver or NoticeKind.NoMatch or NoticeKind.Connection
            or NoticeKind.SaidYes or NoticeKind.ConnectionApart or NoticeKind.HowItWent or NoticeKind.HowItWentOver or NoticeKind.Thanks =>
            throw new UnreachableException("A giver has no notice but those of a pause."),
    };

    private static SendDecision WhenAwake(Giver giver, Card card, DateTimeOffset now) =>
        WakingHours.Next(now, giver.Person.TimeZone, giver.Profile.Quiet) is var awake && awake > now
            ? new SendDecision.Postpone(awake)
            : new SendDecision.Send(card);
}
