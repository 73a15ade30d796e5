namespace IntroBot.Decisions;

/// <summary>The result of a pure function of state, command and time.</summary>
public abstract record Decision<TState>
{
    private Decision() { }

    /// <summary>An ordinary refusal; its reason becomes a friendly card.</summary>
    public sealed record Refused(Refusal Why) : Decision<TState>;

    /// <summary>The state is already as wanted; nothing is written.</summary>
    public sealed record Unchanged : Decision<TState>;

    /// <summary>The new state, with its messages, effects and log lines, all written in one transaction.</summary>
    public sealed record Taken(TState State, ImmutableArray<Outgoing> Outgoing, ImmutableArray<LogEntry> Log) : Decision<TState>;
}

/// <summary>Why a command was refused.</summary>
public enum Refusal
{
    NotFound,
    NotYours,
    TooLate,
    NotNow,
    CannotBlockYourself,
    Protected,
}

/// <summary>The result of a decision after storage.</summary>
public abstract record Change<TState>
{
    private Change() { }

    /// <summary>Stored, now or by an earlier delivery of the same event.</summary>
    public sealed record Done(TState State) : Change<TState>;

    /// <summary>Refused; the state is the one that was decided about, if there is one.</summary>
    public sealed record Refused(Refusal Why, TState? State) : Change<TState>;
}
