using IntroBot.Decisions;

namespace IntroBot.Givers;

/// <summary>What follows from a giver's own decisions.</summary>
public sealed class GiverNoticePolicy : INoticePolicy<Giver>
{
    public Task<SendDecision> DecideSendAsync(Giver state, Outgoing.Notice notice, DateTimeOffset now, CancellationToken token) =>
        Task.FromResult(Depart(state, notice, now));

    public Decision<Giver> OnDelivered(Giver state, Outgoing.Notice notice, DateTimeOffset now) => new Decision<Giver>.Unchanged();

    public Decision<Giver> OnUndeliverable(Giver state, Outgoing.Notice notice, DateTimeOffset now) => new Decision<Giver>.Unchanged();

    public Decision<Giver> OnTimer(Giver state, DueTimer timer, DateTimeOffset now) => timer.Kind == TimerKind.PauseEnds
        ? GiverDecisions.EndPause(state, now)
        : new Decision<Giver>.Unchanged();

    private static SendDecision Depart(Giver giver, Outgoing.Notice notice, DateTimeOffset now) => notice.Kind switch
    {
        NoticeKind.PauseEnded when giver is { OptedIn: true, PausedUntil: null } =>
            WakingHours.Next(now, giver.Person.TimeZone, giver.Profile.Quiet) is var awake && awake > now
                ? new SendDecision.Postpone(awake)
                : new SendDecision.Send(GiverCards.PauseEnded),
        _ => new SendDecision.Cancel(),
    };
}
