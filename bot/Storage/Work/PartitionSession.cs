using IntroBot.Storage.Commits;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Work;

/// <summary>
/// One run of work on a partition in this process. Later commits join it, the known state passes from one message to the next, and
/// completed rows are deleted together, at the latest at the end.
/// </summary>
internal sealed class PartitionSession(string partition)
{
    /// <summary>
    /// How long a state that this process has stored is used without a read; after that another process may have stored a newer one.
    /// </summary>
    private static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(2);

    /// <summary>Leaves room for the rows of a commit in the same write.</summary>
    private const int MaxCompletedAtOnce = 40;

    private readonly Lock gate = new();
    private readonly Queue<SessionWork> waiting = [];
    private readonly List<RowChange> completed = [];
    private readonly List<string> dueRows = [];
    private readonly List<LogLines> log = [];
    private readonly Dictionary<string, OutboxRow> held = new(StringComparer.Ordinal);
    private readonly List<string> renewals = [];
    private bool hasUnfinished;
    private ImmutableDictionary<string, string> receipts = ImmutableDictionary<string, string>.Empty;
    private (Aggregate State, DateTimeOffset At)? known;

    public string Partition => partition;

    /// <summary>Lines not yet written to the outcome log.</summary>
    public IReadOnlyList<LogLines> Log => log;

    /// <summary>Due rows that can be deleted; those of renewals only if nothing renewed was left unfinished.</summary>
    public IReadOnlyList<string> DueRows
    {
        get
        {
            lock (gate)
            {
                return hasUnfinished ? [.. dueRows] : [.. dueRows, .. renewals];
            }
        }
    }

    /// <summary>Serializes the writes to the leases of this session.</summary>
    public SemaphoreSlim Leases { get; } = new(1, 1);

    /// <summary>The rows that this process holds the lease of, as last written.</summary>
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

    /// <summary>Adds work; a commit of this process also brings the newest state.</summary>
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

    /// <summary>Records the lease of a row.</summary>
    public void Hold(OutboxRow row)
    {
        lock (gate)
        {
            held[row.Record.What.Id] = row;
        }
    }

    /// <summary>A row as last written; null when its lease is lost.</summary>
    public OutboxRow? AsLastWritten(OutboxRow row)
    {
        lock (gate)
        {
            return held.GetValueOrDefault(row.Record.What.Id);
        }
    }

    /// <summary>Removes a row from renewal and returns it as last written; null when its lease was lost.</summary>
    public OutboxRow? Release(OutboxRow row)
    {
        lock (gate)
        {
            return held.Remove(row.Record.What.Id, out var newest) ? newest : null;
        }
    }

    /// <summary>Records renewed rows, and the due row that retries them if this process does not finish.</summary>
    public void LeasesRenewed(IEnumerable<OutboxRow> rows, string dueRow)
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

    /// <summary>Records that another process holds the row of this key, or that it is deleted.</summary>
    public void LeaseLost(string rowKey)
    {
        lock (gate)
        {
            hasUnfinished = true;
            foreach (var id in held.Keys.Where(id => StoreKeys.Message(id) == rowKey).ToArray())
            {
                held.Remove(id);
            }
        }
    }

    /// <summary>Records that something is left unfinished for its due rows.</summary>
    public void LeaveUnfinished()
    {
        lock (gate)
        {
            hasUnfinished = true;
        }
    }

    /// <summary>The next work; null when there is none.</summary>
    public SessionWork? Next()
    {
        lock (gate)
        {
            if (waiting.TryDequeue(out var work) && work is CommittedWork committed)
            {
                AddReceipts(committed.Receipts);
            }

            return work;
        }
    }

    /// <summary>The state that this process has just stored; null when that was too long ago.</summary>
    public TState? KnownState<TState>(DateTimeOffset now)
        where TState : Aggregate
    {
        lock (gate)
        {
            return known is { At: var at, State: var state } && at + TimeToLive >= now ? (TState)state : null;
        }
    }

    /// <summary>Drops the known state after a failure, because the stored one may differ.</summary>
    public void ForgetState()
    {
        lock (gate)
        {
            (known, hasUnfinished) = (null, true);
        }
    }

    /// <summary>Adds the receipts that a query returned; a receipt is never deleted.</summary>
    public void AddReceipts(ImmutableDictionary<string, string> seen) => receipts = receipts.SetItems(seen);

    public string? ReceiptOf(string message) => receipts.GetValueOrDefault(StoreKeys.Receipt(message));

    /// <summary>Marks an outbox row as done; until its deletion is written, a crash would only repeat it.</summary>
    public void Complete(OutboxRow row)
    {
        Release(row);
        completed.Add(PartitionOutbox.Delete(row.Record));
    }

    /// <summary>Takes the deletions of completed rows, to be part of the next write.</summary>
    public IEnumerable<RowChange> TakeCompleted()
    {
        var taken = completed.Take(MaxCompletedAtOnce).ToArray();
        completed.RemoveRange(0, taken.Length);
        return taken;
    }

    /// <summary>Records that everything of one commit is done.</summary>
    public void Finish(CommittedWork committed)
    {
        log.Add(committed.Log);
        dueRows.AddRange(committed.DueRows);
    }

    /// <summary>Releases rows that this session handles no more; unfinished ones are left to their due rows.</summary>
    public void Finish(IEnumerable<OutboxRow> rows)
    {
        foreach (var row in rows)
        {
            Release(row);
        }
    }

    public void DeleteDueRow(string dueRow) => dueRows.Add(dueRow);
}
