using IntroBot.Storage.Work;

namespace IntroBot.Storage.Commits;

/// <summary>
/// Notifies observers of a commit and queues its messages, in the process that made it. A commit whose response was lost gets neither: its
/// due rows send its messages, and no observer counts it.
/// </summary>
internal sealed class CommitPublisher(OutboxQueue queue, IEnumerable<ICommitObserver> observers)
{
    private readonly ICommitObserver[] observers = [.. observers];

    public void Publish(Aggregate state, CommittedWork committed)
    {
        foreach (var observer in observers)
        {
            observer.OnCommitted(state, committed.Log.Entries);
        }

        queue.Add(committed);
    }
}
