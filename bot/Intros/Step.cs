namespace IntroBot.Intros;

/// <summary>Builds decisions about intros: next state, outgoing messages and log line in one expression.</summary>
internal static class Step
{
    public static Decision<Intro> Unchanged { get; } = new Decision<Intro>.Unchanged();

    public static Decision<Intro> Refuse(Refusal why) => new Decision<Intro>.Refused(why);

    public static Decision<Intro> Keep(Intro intro, params IEnumerable<Outgoing> outgoing) =>
        new Decision<Intro>.Taken(intro, [.. outgoing], []);

    /// <summary>Takes a step of the lifecycle table, or refuses it.</summary>
    public static Decision<Intro> Take(
        Intro intro, IntroStep step, DateTimeOffset now, LogEvent what, PersonRef? who, params IEnumerable<Outgoing> outgoing) =>
        Take(intro, step, now, what, who, "", outgoing);

    public static Decision<Intro> Take(
        Intro intro, IntroStep step, DateTimeOffset now, LogEvent what, PersonRef? who, string detail,
            params IEnumerable<Outgoing> outgoing)
    {
        if (!IntroLifecycle.Allows(intro.Stage, step))
        {
            return Refuse(Refusal.NotNow);
        }

        var moved = intro with { Stage = IntroLifecycle.After(intro.Stage, step) };
        return new Decision<Intro>.Taken(moved, [.. outgoing], [new LogEntry(now, what, StageNames.Of(moved.Stage), who, detail)]);
    }

    /// <summary>Combines two steps into one decision.</summary>
    public static Decision<Intro> Then(this Decision<Intro> first, Func<Intro, Decision<Intro>> next) =>
        first is not Decision<Intro>.Taken one
            ? first
            : next(one.State) switch
            {
                Decision<Intro>.Taken two =>
                    new Decision<Intro>.Taken(two.State, [.. one.Outgoing, .. two.Outgoing], [.. one.Log, .. two.Log]),
                Decision<Intro>.Unchanged => first,
                var refused => refused,
            };

    public static ImmutableArray<DueTimer> Without(this ImmutableArray<DueTimer> timers, params TimerKind[] kinds) =>
        [.. timers.Where(timer => !kinds.Contains(timer.Kind))];
}
