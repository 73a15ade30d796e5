using IntroBot.Decisions;
using IntroBot.Storage.Work;

namespace IntroBot.Storage.Commits;

/// <summary>
/// What follows a commit in the process that made it: witnesses hear of it, and what it left is handed on. A commit whose answer
/// was lost has neither: its due rows bring up what leaves, and it is counted nowhere.
/// </summary>
internal sealed class CommitPublisher(OutboxQueue queue, IEnumerable<ICommitObserver> witnesses)
{
    private readonly ICommitObserver[] witnesses = [.. witnesses];

    public void Publish(Aggregate state, CommittedWork committed)
    {
        foreach (var witness in witnesses)
        {
            witness.OnCommitted(state, committed.Log.Entries);
        }

        queue.Add(committed);
    }
}
