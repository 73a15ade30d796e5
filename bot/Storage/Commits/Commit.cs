using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;
using IntroBot.Storage.Work.Due;

namespace IntroBot.Storage.Commits;

/// <summary>
/// All rows that a decision writes, computed before anything is written: first the due rows, then all others in one transaction.
/// </summary>
internal sealed class Commit<TState>
    where TState : Aggregate
{
    private readonly TState? before;
    private readonly Decision<TState>.Taken taken;
    private readonly DateTimeOffset now;

    public Commit(string partition, string operation, TState? before, Decision<TState>.Taken taken, DateTimeOffset now)
    {
        (Partition, Operation, this.before, this.taken, this.now) = (partition, operation, before, taken, now);
        Version = (before?.Revision?.Version ?? 0) + 1;
        Outbox = [.. taken.Outgoing.Select(OutgoingRecord.Of).Select(RecordOf)];
        var timers = TimersOf(before);
        var dueTimers = taken.State.Timers.Select(
            timer => (timer, Key: timers.GetValueOrDefault(timer) ?? StoreKeys.DueRow(timer.At))).ToArray();
        Timers = [.. dueTimers.Select(due => due.Key)];
        Due =
        [
            .. dueTimers.Where(due => !timers.ContainsKey(due.timer)).Select(due => new DueRow(due.Key, "", NewDueRecord)),
            .. Outbox.Where(record => !IsLeased(record))
                .Select(record => new DueRow(StoreKeys.DueRow(record.What.NotBefore!.Value), "", NewDueRecord)),
        ];
        Cancelled = [.. timers.Values.Except(Timers)];
        if (taken.Log.Length > 0 || Outbox.Any(IsLeased))
        {
            Lease = StoreKeys.DueRow(now + Work.Lease.Duration);
            Due = Due.Add(new DueRow(Lease, "", NewDueRecord with { Logged = taken.Log.Length > 0 ? Version : 0 }));
        }

        if (Due.Length > 0)
        {
            Due = Due.Add(OperationRows.CleanUp(partition, now));
        }
    }

    public string Partition { get; }

    public string Operation { get; }

    public int Version { get; }

    /// <summary>Rows to send now start with a lease of this process; delayed rows have none, for any instance to take.</summary>
    public ImmutableArray<OutboxRecord> Outbox { get; }

    /// <summary>One row for each time at which this partition must be checked.</summary>
    public ImmutableArray<DueRow> Due { get; }

    private ImmutableArray<string> Timers { get; }

    /// <summary>Due rows of timers that no longer exist.</summary>
    private ImmutableArray<string> Cancelled { get; }

    /// <summary>The due row that retries all of this if this process does not finish; null when nothing is left to do.</summary>
    private string? Lease { get; }

    private DueRecord NewDueRecord => new(Partition, Operation, now);

    public ImmutableArray<RowChange> Rows(JsonTypeInfo<TState> json, ImmutableArray<RowChange> extraRows)
    {
        var root = JsonColumns.OfRoot(taken.State, json, Version, Timers);
        return
        [
            before?.Revision is { } old
                ? new RowChange.Replace(StoreKeys.Root, root, old.ETag)
                : new RowChange.Insert(StoreKeys.Root, root),
            .. Outbox.Select(record => Insert(StoreKeys.Message(record.What.Id), record, StoredJson.Default.OutboxRecord)),
            new RowChange.Insert(StoreKeys.Operation(Operation), new Dictionary<string, string> { ["At"] = now.ToString("O") }),
            .. taken.Log.Select((entry, index) => Insert(StoreKeys.History(Version, index), entry, StoredJson.Default.LogEntry)),
            .. extraRows,
        ];
    }

    /// <summary>What is left to do after the write, with the ETags of its rows.</summary>
    public CommittedWork Written(IReadOnlyList<string> etags, ImmutableDictionary<string, string> receipts)
    {
        var state = taken.State with { Revision = new Revision(etags[0], Version, Timers) };
        return new CommittedWork(Partition, state, now)
        {
            Rows = [.. Outbox.Select((record, index) => new OutboxRow(record, etags[index + 1])).Where(row => IsLeased(row.Record))],
            Log = new LogLines(Version, taken.Log),
            DueRows = Lease is null ? Cancelled : Cancelled.Add(Lease),
            Receipts = receipts,
        };
    }

    private OutboxRecord RecordOf(OutgoingRecord what, int index) =>
        new(what, what.NotBefore > now ? default : now + Work.Lease.Duration, Attempt: 1, Order: (Version * 100L) + index);

    private bool IsLeased(OutboxRecord record) => record.LeaseUntil > now;

    private static RowChange.Insert Insert<T>(string row, T body, JsonTypeInfo<T> type) => new(row, JsonColumns.Of(body, type));

    /// <summary>The due rows of a state's timers; a state stored before they were recorded has none.</summary>
    private static Dictionary<DueTimer, string> TimersOf(TState? state) =>
        state?.Revision?.DueRows is { } rows && rows.Length == state.Timers.Length
            ? state.Timers.Zip(rows).ToDictionary(timer => timer.First, timer => timer.Second)
            : [];
}
