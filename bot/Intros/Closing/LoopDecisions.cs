using IntroBot.Givers;

namespace IntroBot.Intros.Closing;

/// <summary>The decisions from the connection to thanks.</summary>
public static class LoopDecisions
{
    /// <summary>Delay after the connection until the asker is asked how it went.</summary>
    public static readonly TimeSpan FirstQuestion = TimeSpan.FromDays(3);

    public static readonly TimeSpan LaterQuestion = TimeSpan.FromDays(4);

    /// <summary>Maximum of questions in a row without an answer.</summary>
    public const int MaxQuestions = 4;

    /// <summary>The group conversation exists: notifies the asker, who has waited for it.</summary>
    public static Decision<Intro> Connected(Intro intro, DateTimeOffset now) => Connect(
        intro,
        now,
        new Outgoing.Notice(
            "said-yes", NoticeKind.SaidYes, new Destination.Direct(intro.Asker.Ref),
            NotBefore: WakingHours.Next(now, intro.Asker.TimeZone, QuietTimes.Nights)));

    /// <summary>The platform cannot open a group conversation: notifies both people separately.</summary>
    public static Decision<Intro> ConnectedApart(Intro intro, DateTimeOffset now) => Connect(
        intro,
        now,
        new Outgoing.Notice(
            "connection.asker",
            NoticeKind.ConnectionApart,
            new Destination.Direct(intro.Asker.Ref),
            NotBefore: WakingHours.Next(now, intro.Asker.TimeZone, QuietTimes.Nights)),
        new Outgoing.Notice("connection.giver", NoticeKind.ConnectionApart, new Destination.Direct(intro.Accepted!.Giver.Ref)));

    public static Decision<Intro> AskHowItWent(Intro intro, DateTimeOffset now)
    {
        var asked = intro.Questions + 1;
        var withoutTimer = intro with { Timers = intro.Timers.Without(TimerKind.HowItWent) };
        return intro is not { Stage: IntroStage.Connected, Outcome: null }
            ? Step.Keep(withoutTimer)
            : Step.Keep(
                withoutTimer with
                {
                    Questions = asked,
                    Timers = asked - intro.QuestionsAnswered < MaxQuestions ? [AskAt(intro, now + LaterQuestion)] : [],
                },
                [
                    .. asked > 1 ? [QuestionOver(intro, asked - 1, "again")] : Array.Empty<Outgoing>(),
                    new Outgoing.Notice(QuestionId(asked), NoticeKind.HowItWent, new Destination.Direct(intro.Asker.Ref), $"{asked}"),
                ]);
    }

    /// <summary>Answers "not yet": the question is asked again in a few days.</summary>
    public static Decision<Intro> NotYet(Intro? intro, Person by, DateTimeOffset now) => NotAskers(intro, by) ?? intro switch
    {
        { Outcome: not null } => Step.Refuse(Refusal.NotNow),
        _ when intro!.QuestionsAnswered == intro.Questions => Step.Keep(intro with { Timers = [AskAt(intro, now + FirstQuestion)] }),
        _ => Step.Keep(
            intro with { QuestionsAnswered = intro.Questions, Timers = [AskAt(intro, now + FirstQuestion)] },
            QuestionOver(intro, intro.Questions, IntroOperations.NotYet)),
    };

    /// <summary>Stores the outcome at once; thanks may follow in a minute or a week.</summary>
    public static Decision<Intro> Report(Intro? intro, Person by, Outcome outcome, DateTimeOffset now)
    {
        if (NotAskers(intro, by) is { } refused)
        {
            return refused;
        }

        return intro!.Outcome == outcome
            ? Step.Unchanged
            : new Decision<Intro>.Taken(
                intro with { Outcome = outcome, Timers = [] },
                [QuestionOver(intro, intro.Questions, $"{IntroOperations.Told}-{OutcomeNames.Of(outcome)}")],
                [new LogEntry(now, LogEvent.OutcomeTold, StageNames.Of(intro.Stage), by.Ref, $"outcome={OutcomeNames.Of(outcome)}")]);
    }

    /// <summary>Stores the asker's thanks and closes the intro.</summary>
    public static Decision<Intro> SayThanks(Intro? intro, Person by, string worth, string thanks, DateTimeOffset now)
    {
        if (intro is { Stage: IntroStage.Closed, Accepted: not null } && intro.Asker.Ref == by.Ref)
        {
            return Step.Unchanged;
        }

        if (NotAskers(intro, by) is { } refused)
        {
            return refused;
        }

        var giver = intro!.Accepted!;
        return intro.Outcome is not { } outcome
            ? Step.Refuse(Refusal.NotNow)
            : Step.Take(
                intro with { Worth = worth, Thanks = thanks, Timers = [] },
                IntroStep.Close,
                now,
                LogEvent.ClosedWithThanks,
                by.Ref,
                $"outcome={OutcomeNames.Of(outcome)}",
                [
                    new Outgoing.Notice(
                        IntroOperations.Thanks,
                        NoticeKind.Thanks,
                        new Destination.Direct(giver.Giver.Ref),
                        giver.Id.Value,
                        WakingHours.Next(now, giver.Giver.TimeZone, giver.Quiet)),
                    QuestionOver(intro, intro.Questions, "thanked"),
                ]);
    }

    public static string QuestionId(int number) => $"how.{number}";

    private static Decision<Intro> Connect(Intro intro, DateTimeOffset now, params Outgoing[] notices) => intro.Stage == IntroStage.Accepted
        ? Step.Take(
            intro with { ConnectedAt = now, Timers = [AskAt(intro, now + FirstQuestion)] },
            IntroStep.Connect, now, LogEvent.Connected, null, notices)
        : Step.Unchanged;

    /// <summary>Replaces the card of a question by the current state.</summary>
    private static Outgoing QuestionOver(Intro intro, int number, string why) => new Outgoing.Notice(
        $"how-over.{number}.{why}", NoticeKind.HowItWentOver,
        new Destination.Direct(intro.Asker.Ref), $"{number}", Replaces: QuestionId(number));

    private static DueTimer AskAt(Intro intro, DateTimeOffset at) => new(
        TimerKind.HowItWent, WakingHours.Next(at, intro.Asker.TimeZone, QuietTimes.Default));

    private static Decision<Intro>? NotAskers(Intro? intro, Person by) => intro switch
    {
        null => Step.Refuse(Refusal.NotFound),
        _ when intro.Asker.Ref != by.Ref => Step.Refuse(Refusal.NotYours),
        { Stage: not IntroStage.Connected } => Step.Refuse(Refusal.NotNow),
        _ => null,
    };
}
