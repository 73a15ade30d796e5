using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using IntroBot.Decisions;

namespace IntroBot.Storage;

/// <summary>
/// Loads a state, lets a pure function decide, and commits everything in one atomic write fenced by the root's ETag. The due rows go first;
/// the operation's own row makes a lost acknowledgement, a re-delivery and a second click find what they already did.
/// </summary>
internal sealed class StateStore<TState>(ITableStore tables, DueIndex due, AfterCommit after, JsonTypeInfo<TState> json, TimeProvider clock)
    where TState : class, IWakes
{
    /// <summary>A commit that starts later than this after its due rows begins anew, so that the rows are never too early for it.</summary>
    private static readonly TimeSpan LongestPreparation = TimeSpan.FromSeconds(30);

    private const int MostTries = 30;

    /// <summary>The root and the operation.</summary>
    private const int RowsBeforeOutbox = 2;

    public async Task<Stored<TState>?> FindAsync(string partition, CancellationToken token) =>
        await tables.FindAsync(StoreKeys.Core, partition, StoreKeys.Root, token) is { } row ? Read(row) : null;

    public Stored<TState> Read(TableRow root) => JsonColumns.ReadStored(root, json);

    public async Task<Change<TState>> ChangeAsync(string partition, string operation, Func<TState?, Decision<TState>> decide, CancellationToken token) =>
        await ChangeAsync(partition, operation, null, decide, [], token);

    /// <summary>
    /// As above, and writes <paramref name="along"/> in the same act, whatever was decided. The first decision is made about
    /// <paramref name="known"/>, read a moment ago; its ETag tells when it is out of date.
    /// </summary>
    public async Task<Change<TState>> ChangeAsync(
        string partition, string operation, Stored<TState>? known, Func<TState?, Decision<TState>> decide, ImmutableArray<RowChange> along, CancellationToken token)
    {
        for (var tried = 0; tried < MostTries; tried++)
        {
            var stored = tried == 0 && known is not null ? known : await FindAsync(partition, token);
            switch (decide(stored?.State))
            {
                case Decision<TState>.Refused refused:
                    await WriteAlongAsync(partition, along, token);
                    // Who may not act at all has not acted before: what another person did is not shown as theirs.
                    return stored is not null && refused.Why != Refusal.NotYours && await IsDoneAsync(partition, operation, token)
                        ? new Change<TState>.Done(stored.State)
                        : new Change<TState>.Refused(refused.Why, stored?.State);

                case Decision<TState>.Unchanged:
                    await WriteAlongAsync(partition, along, token);
                    return stored is null ? new Change<TState>.Refused(Refusal.NotFound, null) : new Change<TState>.Done(stored.State);

                case Decision<TState>.Taken taken when await CommitAsync(partition, operation, stored, taken, along, token):
                    return new Change<TState>.Done(taken.State);

                case Decision<TState>.Taken when await IsDoneAsync(partition, operation, token):
                    return new Change<TState>.Done((await FindAsync(partition, token))!.State);
            }
        }

        throw new TimeoutException($"{operation} met {MostTries} rivals in a row.");
    }

    private async Task<bool> CommitAsync(
        string partition, string operation, Stored<TState>? stored, Decision<TState>.Taken taken, ImmutableArray<RowChange> along, CancellationToken token)
    {
        var (now, started) = (clock.GetUtcNow(), clock.GetTimestamp());
        var version = (stored?.Version ?? 0) + 1;
        var records = Records(taken, version, now);
        var leased = records.Any(record => record.LeaseUntil > now);
        DateTimeOffset[] moments =
        [
            .. leased ? [now + PartitionOutbox.Lease] : Array.Empty<DateTimeOffset>(),
            .. taken.State.Wakeups.Except(stored?.State.Wakeups ?? []).Select(wakeup => wakeup.At),
            .. records.Where(record => record.LeaseUntil <= now).Select(record => record.What.NotBefore!.Value),
        ];
        var dueKeys = await due.AddAsync(partition, operation, moments, token);
        if (clock.GetElapsedTime(started) < LongestPreparation
            && await tables.WriteAsync(StoreKeys.Core, partition, Rows(operation, stored, taken, records, version, along), token) is WriteResult.Written written)
        {
            var rows = records.Select((record, index) => new OutboxRow(record, written.ETags[RowsBeforeOutbox + index]));
            var leaving = rows.Where(row => row.Record.LeaseUntil > now);
            after.Go(taken.State, taken.Log, leased ? new OutboxBatch(partition, [.. leaving], [dueKeys[0]]) : null);
            return true;
        }

        if (!await IsDoneAsync(partition, operation, token))
        {
            await due.RemoveAsync(partition, dueKeys, token);
        }

        return false;
    }

    private ImmutableArray<RowChange> Rows(
        string operation, Stored<TState>? stored, Decision<TState>.Taken taken, ImmutableArray<OutboxRecord> records, int version, ImmutableArray<RowChange> along)
    {
        var root = JsonColumns.Of(taken.State, json, version);
        return
        [
            stored is null ? new RowChange.Insert(StoreKeys.Root, root) : new RowChange.Replace(StoreKeys.Root, root, stored.ETag),
            new RowChange.Insert(StoreKeys.Operation(operation), new Dictionary<string, string> { ["At"] = clock.GetUtcNow().ToString("O") }),
            .. records.Select(record => new RowChange.Insert(StoreKeys.Message(record.What.Id), JsonColumns.Of(record, StoredJson.Default.OutboxRecord))),
            .. taken.Log.Select((entry, index) => new RowChange.Insert(StoreKeys.History(version, index), JsonColumns.Of(entry, StoredJson.Default.LogEntry))),
            .. along,
        ];
    }

    /// <summary>What leaves now is born leased to this process; what waits for a morning is free for whoever is awake then.</summary>
    private static ImmutableArray<OutboxRecord> Records(Decision<TState>.Taken taken, int version, DateTimeOffset now)
    {
        var leaving = taken.Outgoing.Select(OutgoingRecord.Of);
        if (taken.Log.Length > 0)
        {
            leaving = leaving.Prepend(new OutgoingRecord(OutgoingRecord.LogType, $"log.{version:D6}") { Log = taken.Log });
        }

        return
        [
            .. leaving.Select((what, index) => new OutboxRecord(what, what.NotBefore > now ? default : now + PartitionOutbox.Lease, Attempt: 1, Order: (version * 100L) + index)),
        ];
    }

    private async Task WriteAlongAsync(string partition, ImmutableArray<RowChange> along, CancellationToken token)
    {
        if (along.Length > 0)
        {
            await tables.WriteAsync(StoreKeys.Core, partition, along, token);
        }
    }

    private async Task<bool> IsDoneAsync(string partition, string operation, CancellationToken token) =>
        await tables.FindAsync(StoreKeys.Core, partition, StoreKeys.Operation(operation), token) is not null;
}
