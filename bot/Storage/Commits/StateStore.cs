using System.Collections.Immutable;
using IntroBot.Decisions;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;

namespace IntroBot.Storage.Commits;

/// <summary>
/// Loads a state, lets a pure function decide, and commits everything in one atomic write fenced by the root's ETag. The due rows go first;
/// the operation's own row makes a lost acknowledgement, a re-delivery and a second click find what they already did.
/// </summary>
internal sealed class StateStore<TState>(
    ITableStore tables, DueIndex due, CommitPublisher after, StoredAggregate<TState> stored, TimeProvider clock)
    where TState : Aggregate
{
    private const int MaxTries = 30;

    public bool Owns(string partition) => partition.Contains(stored.Kind, StringComparison.Ordinal);

    public async Task<TState?> FindAsync(string partition, CancellationToken token) => (await LookAsync(partition, token)).State;

    /// <summary>As this process has just stored it, or as it is read now.</summary>
    public async Task<TState?> NewestAsync(PartitionSession session, CancellationToken token) =>
        session.Known<TState>(clock.GetUtcNow()) ?? await FindAsync(session.Partition, token);

    /// <summary>Reads all that a partition has to show at once.</summary>
    public async Task<PartitionHead<TState>> LookAsync(string partition, CancellationToken token)
    {
        var rows = await tables.RangeAsync(
            StoreKeys.Core, partition, StoreKeys.Root, StoreKeys.PastHead, PartitionHead<TState>.MaxRows, token);
        return new PartitionHead<TState>(
            rows.FirstOrDefault(row => row.Row == StoreKeys.Root) is { } root ? JsonColumns.ReadRoot(root, stored.Json) : null,
            [.. Of(StoreKeys.Outbox).Select(row => new OutboxRow(JsonColumns.Read(row, StoredJson.Default.OutboxRecord), row.ETag))],
            Of(StoreKeys.Receipts).ToImmutableDictionary(row => row.Row, row => row.Columns[PartitionOutbox.ReceiptColumn]));

        IEnumerable<TableRow> Of(string kind) => rows.Where(row => row.Row.StartsWith(kind, StringComparison.Ordinal));
    }

    public Task<Change<TState>> ChangeAsync(
        string partition, string operation, Func<TState?, Decision<TState>> decide, CancellationToken token) =>
        ChangeAsync(partition, operation, known: null, decide, [], token);

    /// <summary>
    /// As above, and writes <paramref name="along"/> in the same act, whatever was decided. The first decision is made about what is
    /// <paramref name="known"/>, read a moment ago: where it is out of date, nothing is stored, and it is read again.
    /// </summary>
    public async Task<Change<TState>> ChangeAsync(
        string partition, string operation, PartitionHead<TState>? known,
        Func<TState?, Decision<TState>> decide, ImmutableArray<RowChange> along, CancellationToken token)
    {
        for (var tried = 0; tried < MaxTries; tried++)
        {
            var head = tried == 0 && known is not null ? known : await LookAsync(partition, token);
            switch (decide(head.State))
            {
                case Decision<TState>.Refused refused:
                    await WriteAlongAsync(partition, along, token);
                    // Who may not act at all has not acted before: what another person did is not shown as theirs.
                    return head.State is { } acted && refused.Why != Refusal.NotYours && await IsDoneAsync(partition, operation, token)
                        ? new Change<TState>.Done(acted)
                        : new Change<TState>.Refused(refused.Why, head.State);

                case Decision<TState>.Unchanged:
                    await WriteAlongAsync(partition, along, token);
                    return head.State is { } state ? new Change<TState>.Done(state) : new Change<TState>.Refused(Refusal.NotFound, null);

                case Decision<TState>.Taken taken when await CommitAsync(partition, operation, head, taken, along, token) is { } kept:
                    return new Change<TState>.Done(kept);

                case Decision<TState>.Taken when await IsDoneAsync(partition, operation, token):
                    return new Change<TState>.Done((await FindAsync(partition, token))!);
            }
        }

        throw new TimeoutException($"{operation} met {MaxTries} rivals in a row.");
    }

    /// <summary>The state as it is stored now; null when a rival was quicker, or when it looks so.</summary>
    private async Task<TState?> CommitAsync(
        string partition, string operation, PartitionHead<TState> head,
        Decision<TState>.Taken taken, ImmutableArray<RowChange> along, CancellationToken token)
    {
        var commit = new Commit<TState>(partition, operation, head.State, taken, clock.GetUtcNow());
        var rows = commit.Rows(stored.Json, [.. stored.Beside(head.State, taken.State), .. along]);
        var result = await tables.WriteAllAsync(
            [DueIndex.Adds(partition, commit.Due), new PartitionWrite(StoreKeys.Core, partition, rows)], token);
        if (result is WriteResult.Written written)
        {
            var committed = commit.Written(written.ETags, head.Receipts);
            after.Publish(committed.State!, committed);
            return (TState)committed.State!;
        }

        if (!await IsDoneAsync(partition, operation, token))
        {
            await due.RemoveAsync(partition, commit.Due.Where(row => !row.Record.CleansUp).Select(row => row.Key), token);
        }

        return null;
    }

    private async Task WriteAlongAsync(string partition, ImmutableArray<RowChange> along, CancellationToken token)
    {
        if (along.Length > 0)
        {
            await tables.WriteAsync(StoreKeys.Core, partition, along, token);
        }
    }

    private async Task<bool> IsDoneAsync(string partition, string operation, CancellationToken token)
    {
        var isDone = await tables.FindAsync(StoreKeys.Core, partition, StoreKeys.Operation(operation), token) is not null;
        if (isDone)
        {
            Redelivery.Found();
        }

        return isDone;
    }
}
