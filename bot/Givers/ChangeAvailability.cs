using IntroBot.Chat;

namespace IntroBot.Givers;

/// <summary>Pauses, resumes and ends giving, each immediately and with one action.</summary>
public sealed class ChangeAvailability(IGiverStore givers, TimeProvider clock)
{
    private static readonly TimeSpan DefaultPause = TimeSpan.FromDays(14);

    public Task<Reply> PauseAsync(Interaction from, CancellationToken token) => PauseAsync(from, DefaultPause, token);

    public async Task<Reply> PauseAsync(Interaction from, TimeSpan time, CancellationToken token) =>
        await PauseUntilAsync(from, clock.GetUtcNow() + (time < GiverDecisions.MaxPause ? time : GiverDecisions.MaxPause), token);

    /// <summary>Pauses until 08:00 of a day in the person's own zone.</summary>
    public async Task<Reply> PauseAsync(Interaction from, DateOnly until, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        var zone = TimeZones.Find(from.From.TimeZone);
        if (Math.Abs(until.DayNumber - TimeZones.Today(now, from.From.TimeZone).DayNumber) > GiverDecisions.MaxPause.Days)
        {
            // The first and last days of the calendar are out of range in some zones.
            return AskUntilWhen;
        }

        var morning = until.ToDateTime(new TimeOnly(8, 0));
        var at = new DateTimeOffset(morning, zone.GetUtcOffset(morning)).ToUniversalTime();
        return at <= now || at > now + GiverDecisions.MaxPause
            ? AskUntilWhen
            : await PauseUntilAsync(from, at, token);
    }

    private static Reply AskUntilWhen => new Reply.Say(Card.Titled($"Until when?")
        .Say($"Please name a day to come, within a year: "
            + $"{new WordSpan.Bold("pause until 2026-12-01")}, or {new WordSpan.Bold("pause 2w")}."));

    public Task<Reply> ResumeAsync(Interaction from, CancellationToken token) =>
        ChangeAsync(from, giver => GiverDecisions.Resume(giver, clock.GetUtcNow()), _ => GiverCards.Resumed, token);

    public Task<Reply> AskLessAsync(Interaction from, CancellationToken token) =>
        ChangeAsync(from, giver => GiverDecisions.AskLess(giver, clock.GetUtcNow()), _ => GiverCards.AskedLess, token);

    public Task<Reply> StopAsync(Interaction from, CancellationToken token) =>
        ChangeAsync(from, giver => GiverDecisions.StopGiving(giver, clock.GetUtcNow()), _ => GiverCards.Stopped, token);

    private Task<Reply> PauseUntilAsync(Interaction from, DateTimeOffset until, CancellationToken token) =>
        ChangeAsync(from, giver => GiverDecisions.Pause(giver, until, clock.GetUtcNow()), AfterPause, token);

    /// <summary>A redelivered pause may find a giver who has resumed or stopped since.</summary>
    private static Card AfterPause(Giver giver) => giver switch
    {
        { PausedUntil: not null } => GiverCards.Paused(giver),
        { OptedIn: true } => GiverCards.Profile(giver),
        _ => GiverCards.Stopped,
    };

    private async Task<Reply> ChangeAsync(
        Interaction from, Func<Giver, Decision<Giver>> decide, Func<Giver, Card> card, CancellationToken token)
    {
        if (await givers.FindAsync(from.From.Ref, token) is not { } known)
        {
            return new Reply.Say(GiverCards.NotAGiver);
        }

        return await givers.ChangeAsync(
            from.From.Ref, $"ev:{from.IdempotencyKey}", giver => decide(giver ?? known), token) is Change<Giver>.Done done
            ? new Reply.Say(card(done.State))
            : new Reply.Say(GiverCards.NotAGiver);
    }
}
