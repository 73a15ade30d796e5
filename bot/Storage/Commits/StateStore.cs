using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;
using IntroBot.Storage.Work.Due;

namespace IntroBot.Storage.Commits;

/// <summary>
/// Loads a state, lets a pure function decide, and commits everything in one atomic write guarded by the root's ETag. The due rows go
/// first; the row of the idempotency key lets a lost response, a redelivery and a second click find the first result.
/// </summary>
internal sealed class StateStore<TState>(
    ITableStore tables, DueIndex due, CommitPublisher publisher, StoredAggregate<TState> stored, TimeProvider clock)
    where TState : Aggregate
{
    private const int MaxAttempts = 30;

    /// <summary>The part of a partition's key that tells these aggregates from others.</summary>
    public string Kind => stored.Kind;

    public async Task<TState?> FindAsync(string partition, CancellationToken token) => (await ReadHeadAsync(partition, token)).State;

    /// <summary>The state this process has just stored, or else the one in the store.</summary>
    public async Task<TState?> CurrentAsync(PartitionSession session, CancellationToken token) =>
        session.KnownState<TState>(clock.GetUtcNow()) ?? await FindAsync(session.Partition, token);

    /// <summary>Reads state, outbox and receipts of a partition in one query.</summary>
    public async Task<PartitionHead<TState>> ReadHeadAsync(string partition, CancellationToken token)
    {
        var rows = await tables.RangeAsync(
            StoreKeys.Core, partition, StoreKeys.Root, StoreKeys.PastHead, PartitionHead<TState>.MaxRows, token);
        return new PartitionHead<TState>(
            rows.FirstOrDefault(row => row.Row == StoreKeys.Root) is { } root ? JsonColumns.ReadRoot(root, stored.Json) : null,
            OutboxRows.Read(Of(StoreKeys.Outbox)),
            Of(StoreKeys.Receipts).ToImmutableDictionary(row => row.Row, row => row.Columns[PartitionOutbox.ReceiptColumn]));

        IEnumerable<TableRow> Of(string kind) => rows.Where(row => row.Row.StartsWith(kind, StringComparison.Ordinal));
    }

    public Task<Change<TState>> ChangeAsync(
        string partition, string operation, Func<TState?, Decision<TState>> decide, CancellationToken token) =>
        ChangeAsync(partition, operation, known: null, decide, [], token);

    /// <summary>
    /// As above, and writes <paramref name="extraRows"/> in the same transaction, whatever the decision. The first attempt decides about
    /// <paramref name="known"/>, read a moment ago: when that is out of date, nothing is stored, and it is read again.
    /// </summary>
    public async Task<Change<TState>> ChangeAsync(
        string partition, string operation, PartitionHead<TState>? known,
        Func<TState?, Decision<TState>> decide, ImmutableArray<RowChange> extraRows, CancellationToken token)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var head = attempt == 0 && known is not null ? known : await ReadHeadAsync(partition, token);
            switch (decide(head.State))
            {
                case Decision<TState>.Refused refused:
                    await WriteExtraRowsAsync(partition, extraRows, token);
                    // A person without permission has not acted before: never show another person's action as theirs.
                    return head.State is { } acted && refused.Why != Refusal.NotYours && await IsDoneAsync(partition, operation, token)
                        ? new Change<TState>.Done(acted)
                        : new Change<TState>.Refused(refused.Why, head.State);

                case Decision<TState>.Unchanged:
                    await WriteExtraRowsAsync(partition, extraRows, token);
                    return head.State is { } state ? new Change<TState>.Done(state) : new Change<TState>.Refused(Refusal.NotFound, null);

                case Decision<TState>.Taken taken when await CommitAsync(partition, operation, head, taken, extraRows, token) is { } stored:
                    return new Change<TState>.Done(stored);

                case Decision<TState>.Taken when await IsDoneAsync(partition, operation, token):
                    return new Change<TState>.Done((await FindAsync(partition, token))!);
            }
        }

        throw new TimeoutException($"{operation} met {MaxAttempts} conflicts in a row.");
    }

    /// <summary>The stored state; null after a conflict, which may also be a lost response to this very write.</summary>
    private async Task<TState?> CommitAsync(
        string partition, string operation, PartitionHead<TState> head,
        Decision<TState>.Taken taken, ImmutableArray<RowChange> extraRows, CancellationToken token)
    {
        var commit = new Commit<TState>(partition, operation, head.State, taken, clock.GetUtcNow());
        var rows = commit.Rows(stored.Json, [.. stored.DerivedRows(head.State, taken.State), .. extraRows]);
        var result = await tables.WriteAllAsync(
            [DueIndex.Add(partition, commit.Due), new PartitionWrite(StoreKeys.Core, partition, rows)], token);
        if (result is WriteResult.Written written)
        {
            var committed = commit.Written(written.ETags, head.Receipts);
            publisher.Publish(committed.State!, committed);
            return (TState)committed.State!;
        }

        if (!await IsDoneAsync(partition, operation, token))
        {
            await due.RemoveAsync(partition, commit.Due.Where(row => !row.Record.CleansUp).Select(row => row.Key), token);
        }

        return null;
    }

    private async Task WriteExtraRowsAsync(string partition, ImmutableArray<RowChange> extraRows, CancellationToken token)
    {
        if (extraRows.Length > 0)
        {
            await tables.WriteAsync(StoreKeys.Core, partition, extraRows, token);
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
