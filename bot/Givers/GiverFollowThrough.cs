using IntroBot.Decisions;

namespace IntroBot.Givers;

/// <summary>What follows from a giver's own decisions.</summary>
public sealed class GiverFollowThrough : IFollowThrough<Giver>
{
    public Task<Departure> DepartAsync(Giver state, Outgoing.Notice notice, DateTimeOffset now, CancellationToken token) =>
        Task.FromResult(Depart(state, notice, now));

    public Decision<Giver> Delivered(Giver state, Outgoing.Notice notice, DateTimeOffset now) => new Decision<Giver>.Unchanged();

    public Decision<Giver> Undeliverable(Giver state, Outgoing.Notice notice, DateTimeOffset now) => new Decision<Giver>.Unchanged();

    public Decision<Giver> Woken(Giver state, Wakeup wakeup, DateTimeOffset now) => wakeup.Kind == WakeupKind.PauseEnds
        ? GiverDecisions.PauseRanOut(state, now)
        : new Decision<Giver>.Unchanged();

    private static Departure Depart(Giver giver, Outgoing.Notice notice, DateTimeOffset now) => notice.Kind switch
    {
        NoticeKind.PauseEnded when giver is { OptedIn: true, PausedUntil: null } =>
            WakingHours.Next(now, giver.Person.TimeZone, giver.Profile.Quiet) is var awake && awake > now
                ? new Departure.Wait(awake)
                : new Departure.Go(GiverCards.PauseEnded),
        _ => new Departure.Drop(),
    };
}
