using IntroBot.Decisions;
using IntroBot.Storage.Work;

namespace IntroBot.Storage.Commits;

/// <summary>
/// What follows a commit in the process that made it: observers hear of it, and what it left is handed on. A commit whose answer
/// was lost has neither: its due rows bring up what leaves, and it is counted nowhere.
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
