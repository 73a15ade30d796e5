using System.Collections.Immutable;

namespace IntroBot.Decisions;

/// <summary>What a pure function of state, command and time decides.</summary>
public abstract record Decision<TState>
{
    private Decision() { }

    /// <summary>Not allowed, in the ordinary course of things; the reason becomes a friendly card.</summary>
    public sealed record Refused(Refusal Why) : Decision<TState>;

    /// <summary>It is so already; nothing is written.</summary>
    public sealed record Unchanged : Decision<TState>;

    /// <summary>The new state, with what leaves it and what is told of it, all written at once.</summary>
    public sealed record Taken(TState State, ImmutableArray<Outgoing> Outgoing, ImmutableArray<LogEntry> Log) : Decision<TState>;
}

/// <summary>Why something was not done.</summary>
public enum Refusal
{
    NotFound,
    NotYours,
    TooLate,
    NotNow,
    CannotBlockYourself,
    Protected,
}

/// <summary>What became of a decision once storage had its say.</summary>
public abstract record Change<TState>
{
    private Change() { }

    /// <summary>Stored, now or by an earlier delivery of the same event.</summary>
    public sealed record Done(TState State) : Change<TState>;

    /// <summary>Refused; the state is what stood in the way, if there is one.</summary>
    public sealed record Refused(Refusal Why, TState? State) : Change<TState>;
}
