using IntroBot.Chat;

namespace IntroBot.Givers;

/// <summary>Pauses, resumes and ends giving, each immediately and with one action.</summary>
public sealed class ChangeAvailability(IGiverStore givers, TimeProvider clock)
{
    private static readonly TimeSpan DefaultPause = TimeSpan.FromDays(14);

    public Task<Reply> PauseAsync(Interaction from, CancellationToken token) => PauseAsync(from, DefaultPause, token);

    public async Task<Reply> PauseAsync(Interaction from, TimeSpan time, CancellationToken token) =>
        await PauseUntilAsync(from, clock.GetUtcNow() + (time < GiverDecisions.MaxPause ? time : GiverDecisions.MaxPause), token);

    /// <summary>Pauses until the first waking hour of a day in the person's own zone.</summary>
    public async Task<Reply> PauseAsync(Interaction from, DateOnly until, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        var days = until.DayNumber - TimeZones.Today(now, from.From.TimeZone).DayNumber;
        if (days <= 0 || days > GiverDecisions.MaxPause.Days)
        {
            // The first and last days of the calendar are out of range in some zones.
            return AskUntilWhen(now, from.From);
        }

        var midnight = WakingHours.At(until.ToDateTime(TimeOnly.MinValue), TimeZones.Find(from.From.TimeZone));
        var at = WakingHours.Next(midnight, from.From.TimeZone, await givers.QuietTimesOfAsync(from.From.Ref, token));
        return at <= now || at > now + GiverDecisions.MaxPause
            ? AskUntilWhen(now, from.From)
            : await PauseUntilAsync(from, at, token);
    }

    private static Reply AskUntilWhen(DateTimeOffset now, Person person)
    {
        var example = TimeZones.Spoken(TimeZones.Today(now, person.TimeZone).AddDays(20));
        return new Reply.Say(Card.Titled($"Until when?")
            .Say($"Please name a day to come, within a year: "
                + $"{new WordSpan.Bold($"pause until {example}")}, or {new WordSpan.Bold("pause 2w")}."));
    }

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
