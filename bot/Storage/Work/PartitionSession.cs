using System.Collections.Immutable;
using IntroBot.Decisions;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Work;

/// <summary>
/// What this process does for one partition in one go. Whatever it commits meanwhile joins in, what is known of the state is handed on from
/// one message to the next, and what is done with is written down together, at the latest at the end.
/// </summary>
internal sealed class PartitionSession(string partition)
{
    /// <summary>
    /// How long words may be written from what this process itself has just stored; longer ago, somebody else may have stored more.
    /// </summary>
    private static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(2);

    /// <summary>Room for the rows of a commit beside these.</summary>
    private const int MaxEndedAtOnce = 40;

    private readonly Lock gate = new();
    private readonly Queue<SessionWork> waiting = [];
    private readonly List<RowChange> ended = [];
    private readonly List<string> dueRows = [];
    private readonly List<LogLines> log = [];
    private readonly Dictionary<string, OutboxRow> held = new(StringComparer.Ordinal);
    private readonly List<string> renewals = [];
    private bool isLeft;
    private ImmutableDictionary<string, string> receipts = ImmutableDictionary<string, string>.Empty;
    private (Aggregate State, DateTimeOffset At)? known;

    public string Partition => partition;

    /// <summary>Lines that wait for the outcome log.</summary>
    public IReadOnlyList<LogLines> Log => log;

    /// <summary>
    /// Due rows that have nothing left to bring up; those of renewals are among them unless something was left that was renewed.
    /// </summary>
    public IReadOnlyList<string> DueRows
    {
        get
        {
            lock (gate)
            {
                return isLeft ? [.. dueRows] : [.. dueRows, .. renewals];
            }
        }
    }

    /// <summary>Lets one write at a time touch the leases of this session.</summary>
    public SemaphoreSlim Leases { get; } = new(1, 1);

    /// <summary>Rows whose lease is ours, as they were last written.</summary>
    public IReadOnlyList<OutboxRow> Held
    {
        get
        {
            lock (gate)
            {
                return [.. held.Values];
            }
        }
    }

    /// <summary>One more thing to do; a commit of this process also tells the newest state.</summary>
    public void Join(SessionWork work)
    {
        lock (gate)
        {
            waiting.Enqueue(work);
            if (work is not CommittedWork committed)
            {
                return;
            }

            foreach (var row in committed.Rows)
            {
                held[row.Record.What.Id] = row;
            }

            if (committed.State is { } state && !(known?.State.Revision!.Version > state.Revision!.Version))
            {
                known = (state, committed.At);
            }
        }
    }

    /// <summary>A row is ours from now on.</summary>
    public void Hold(OutboxRow row)
    {
        lock (gate)
        {
            held[row.Record.What.Id] = row;
        }
    }

    /// <summary>A row as it was last written; null where it is not ours any more.</summary>
    public OutboxRow? Newest(OutboxRow row)
    {
        lock (gate)
        {
            return held.GetValueOrDefault(row.Record.What.Id);
        }
    }

    /// <summary>A row is renewed no more, and given as it was last written; null where it was not ours.</summary>
    public OutboxRow? Release(OutboxRow row)
    {
        lock (gate)
        {
            return held.Remove(row.Record.What.Id, out var newest) ? newest : null;
        }
    }

    /// <summary>Rows were renewed, with a due row that brings them up if this process does not finish.</summary>
    public void Renewed(IEnumerable<OutboxRow> rows, string dueRow)
    {
        lock (gate)
        {
            renewals.Add(dueRow);
            foreach (var row in rows.Where(row => held.ContainsKey(row.Record.What.Id)))
            {
                held[row.Record.What.Id] = row;
            }
        }
    }

    /// <summary>Another process has the row of this key, or it is gone.</summary>
    public void Lost(string rowKey)
    {
        lock (gate)
        {
            isLeft = true;
            foreach (var id in held.Keys.Where(id => StoreKeys.Message(id) == rowKey).ToArray())
            {
                held.Remove(id);
            }
        }
    }

    /// <summary>Something is not done here, and its due rows bring it up.</summary>
    public void Leave()
    {
        lock (gate)
        {
            isLeft = true;
        }
    }

    /// <summary>What to do next; null when there is nothing.</summary>
    public SessionWork? Next()
    {
        lock (gate)
        {
            if (waiting.TryDequeue(out var work) && work is CommittedWork committed)
            {
                Saw(committed.Receipts);
            }

            return work;
        }
    }

    /// <summary>The state as this process has just stored it; null when that is too long ago.</summary>
    public TState? Known<TState>(DateTimeOffset now)
        where TState : Aggregate
    {
        lock (gate)
        {
            return known is { At: var at, State: var state } && at + TimeToLive >= now ? (TState)state : null;
        }
    }

    /// <summary>Something went wrong, and nobody knows what has become of the state.</summary>
    public void Forget()
    {
        lock (gate)
        {
            (known, isLeft) = (null, true);
        }
    }

    /// <summary>Receipts that were there at a look; more may have come since, and none ever goes.</summary>
    public void Saw(ImmutableDictionary<string, string> seen) => receipts = receipts.SetItems(seen);

    public string? ReceiptOf(string message) => receipts.GetValueOrDefault(StoreKeys.Receipt(message));

    /// <summary>An outbox row is done with; until that is written down, it would only be done once more.</summary>
    public void End(OutboxRow row)
    {
        Release(row);
        ended.Add(PartitionOutbox.Gone(row.Record));
    }

    /// <summary>Rows that are done with, to be written down with whatever is written next.</summary>
    public IEnumerable<RowChange> TakeEnded()
    {
        var taken = ended.Take(MaxEndedAtOnce).ToArray();
        ended.RemoveRange(0, taken.Length);
        return taken;
    }

    /// <summary>All that one commit left is done.</summary>
    public void Finish(CommittedWork committed)
    {
        log.Add(committed.Log);
        dueRows.AddRange(committed.DueRows);
    }

    /// <summary>Nobody is at these rows here any more; what is not done is left to their due rows.</summary>
    public void Finish(IEnumerable<OutboxRow> rows)
    {
        foreach (var row in rows)
        {
            Release(row);
        }
    }

    public void TakeAway(string dueRow) => dueRows.Add(dueRow);
}
