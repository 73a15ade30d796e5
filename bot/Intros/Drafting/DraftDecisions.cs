using IntroBot.Chat;
using IntroBot.Coaching;

namespace IntroBot.Intros.Drafting;

/// <summary>The decisions about an ask from its start until it is sent.</summary>
public static class DraftDecisions
{
    public static readonly TimeSpan DraftLife = TimeSpan.FromDays(7);

    public static Decision<Intro> Start(Intro? existing, IntroId id, Person asker, string field, Ask ask, DateTimeOffset now) =>
        existing is not null
            ? Step.Unchanged
            : new Decision<Intro>.Taken(
                new Intro
                {
                    Id = id,
                    Asker = asker,
                    Stage = IntroStage.Draft,
                    Ask = ask,
                    StartedAt = now,
                    Drafting = new DraftProgress { Field = field, TouchedAt = now },
                    Timers = [new DueTimer(TimerKind.DraftLapses, now + DraftLife)],
                },
                [],
                [new LogEntry(now, LogEvent.DraftStarted, StageNames.Draft, asker.Ref)]);

    /// <summary>Stores answers as they come; the content of drafts is not logged.</summary>
    public static Decision<Intro> Write(Intro? intro, Person by, Func<Intro, Intro> change, DateTimeOffset now) =>
        OwnDraft(intro, by) ?? Step.Keep(Touched(change(intro!), now));

    /// <summary>Sends the ask after the promises: the search begins.</summary>
    public static Decision<Intro> Send(Intro? intro, Person by, DateTimeOffset now)
    {
        if (intro?.Asker.Ref == by.Ref && intro.AskedAt is not null)
        {
            return Step.Unchanged;
        }

        if (OwnDraft(intro, by) is { } refused)
        {
            return refused;
        }

        return AskTemplate.Missing(intro!.Ask, TimeZones.Today(now, by.TimeZone)).Length > 0 || intro.Ask.Note.Length == 0
            ? Step.Refuse(Refusal.NotNow)
            : Step.Take(
                intro with { Asker = by, AskedAt = now, Drafting = new DraftProgress(), Timers = [] },
                IntroStep.Send,
                now,
                LogEvent.Asked,
                by.Ref,
                $"purpose={NameOf(intro.Ask.Purpose)} topics={intro.Ask.Topics.Length}")
            .Then(asked => Step.Take(asked, IntroStep.Search, now, LogEvent.SearchBegan, null, new Outgoing.FindGiver("find.0")));
    }

    public static Decision<Intro> Discard(Intro? intro, Person by, DateTimeOffset now) =>
        intro?.Asker.Ref == by.Ref && intro.Stage == IntroStage.Withdrawn
            ? Step.Unchanged
            : OwnDraft(intro, by) ?? Step.Take(intro! with { Timers = [] }, IntroStep.Withdraw, now, LogEvent.DraftDiscarded, by.Ref);

    /// <summary>Ends a draft that was not edited for a week; an edited one gets another week.</summary>
    public static Decision<Intro> Lapse(Intro intro, DateTimeOffset now) => intro switch
    {
        { Stage: not IntroStage.Draft } => Step.Keep(intro with { Timers = intro.Timers.Without(TimerKind.DraftLapses) }),
        _ when intro.Drafting.TouchedAt + DraftLife > now =>
            Step.Keep(intro with { Timers = [new DueTimer(TimerKind.DraftLapses, intro.Drafting.TouchedAt + DraftLife)] }),
        _ => Step.Take(intro with { Timers = [] }, IntroStep.Lapse, now, LogEvent.DraftLapsed, null),
    };

    private static string NameOf(Purpose? purpose) => purpose is { } known ? Purposes.Name(known) : "";

    private static Intro Touched(Intro intro, DateTimeOffset now) => intro with { Drafting = intro.Drafting with { TouchedAt = now } };

    private static Decision<Intro>? OwnDraft(Intro? intro, Person by) => intro switch
    {
        null => Step.Refuse(Refusal.NotFound),
        _ when intro.Asker.Ref != by.Ref => Step.Refuse(Refusal.NotYours),
        { Stage: not IntroStage.Draft } => Step.Refuse(Refusal.NotNow),
        _ => null,
    };
}
