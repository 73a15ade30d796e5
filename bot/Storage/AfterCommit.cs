using IntroBot.Decisions;

namespace IntroBot.Storage;

/// <summary>
/// What follows a commit in the process that made it: witnesses hear of it, and what it left is handed on. A commit whose answer
/// was lost has neither: its due rows bring up what leaves, and it is counted nowhere.
/// </summary>
internal sealed class AfterCommit(OutboxQueue queue, IEnumerable<IWitness> witnesses)
{
    private readonly IWitness[] witnesses = [.. witnesses];

    public void Go(OutboxBatch batch)
    {
        foreach (var witness in witnesses)
        {
            witness.Saw(batch.State, batch.Log.Entries);
        }

        queue.Add(batch);
    }
}
