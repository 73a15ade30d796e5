using System.Collections.Immutable;
using IntroBot.Decisions;

namespace IntroBot.Storage;

/// <summary>
/// What follows a commit in the process that made it: witnesses hear of it, and what leaves is handed on. A commit whose answer
/// was lost has neither: its due rows bring up what leaves, and it is counted nowhere.
/// </summary>
internal sealed class AfterCommit(OutboxQueue queue, IEnumerable<IWitness> witnesses)
{
    private readonly IWitness[] witnesses = [.. witnesses];

    public void Go(IWakes state, ImmutableArray<LogEntry> log, OutboxBatch? leaving)
    {
        foreach (var witness in witnesses)
        {
            witness.Saw(state, log);
        }

        if (leaving is not null)
        {
            queue.Add(leaving);
        }
    }
}
