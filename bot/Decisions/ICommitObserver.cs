namespace IntroBot.Decisions;

/// <summary>Observes decisions once they are stored, and takes no part in them.</summary>
public interface ICommitObserver
{
    /// <summary>Called once a decision is stored for the first time; <paramref name="log"/> are its log lines.</summary>
    void OnCommitted(Aggregate state, ImmutableArray<LogEntry> log);
}
