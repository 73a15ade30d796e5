using System.Collections.Immutable;

namespace IntroBot.Decisions;

/// <summary>Looks on at what was decided, once it is stored, and takes no part in it.</summary>
public interface ICommitObserver
{
    /// <summary>
    /// A decision is stored, for the first time and for good; <paramref name="log"/> is what it told of itself.
    /// </summary>
    void OnCommitted(Aggregate state, ImmutableArray<LogEntry> log);
}
