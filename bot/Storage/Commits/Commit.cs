using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using IntroBot.Decisions;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;

namespace IntroBot.Storage.Commits;

/// <summary>What a decision writes, worked out before anything is written: first the due rows, then all else in one act.</summary>
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
            .. dueTimers.Where(due => !timers.ContainsKey(due.timer)).Select(due => new DueRow(due.Key, "", Promise)),
            .. Outbox.Where(record => !IsLeased(record))
                .Select(record => new DueRow(StoreKeys.DueRow(record.What.NotBefore!.Value), "", Promise)),
        ];
        Cancelled = [.. timers.Values.Except(Timers)];
        if (taken.Log.Length > 0 || Outbox.Any(IsLeased))
        {
            Lease = StoreKeys.DueRow(now + Work.Lease.Duration);
            Due = Due.Add(new DueRow(Lease, "", Promise with { Logged = taken.Log.Length > 0 ? Version : 0 }));
        }

        if (Due.Length > 0)
        {
            Due = Due.Add(OperationRows.CleanUp(partition, now));
        }
    }

    public string Partition { get; }

    public string Operation { get; }

    public int Version { get; }

    /// <summary>What leaves now is born leased to this process; what waits for a morning is free for whoever is awake then.</summary>
    public ImmutableArray<OutboxRecord> Outbox { get; }

    /// <summary>One row for each moment at which something of this has to be looked at.</summary>
    public ImmutableArray<DueRow> Due { get; }

    private ImmutableArray<string> Timers { get; }

    /// <summary>Rows for moments that are awaited no more.</summary>
    private ImmutableArray<string> Cancelled { get; }

    /// <summary>The row that brings all this up again if this process does not finish it; null when there is nothing to finish.</summary>
    private string? Lease { get; }

    private DueRecord Promise => new(Partition, Operation, now);

    public ImmutableArray<RowChange> Rows(JsonTypeInfo<TState> json, ImmutableArray<RowChange> along)
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
            .. along,
        ];
    }

    /// <summary>What is left to do once it is written, by the ETags of its rows.</summary>
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

    /// <summary>The due rows of a state's timers; a state from before they were noted has none.</summary>
    private static Dictionary<DueTimer, string> TimersOf(TState? state) =>
        state?.Revision?.DueRows is { } rows && rows.Length == state.Timers.Length
            ? state.Timers.Zip(rows).ToDictionary(timer => timer.First, timer => timer.Second)
            : [];
}
