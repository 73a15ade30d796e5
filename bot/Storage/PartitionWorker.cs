using System.Collections.Immutable;
using IntroBot.Decisions;

namespace IntroBot.Storage;

/// <summary>Handles what partitions of one kind have to do: outbox rows and moments come due.</summary>
internal interface IPartitionWorker
{
    bool Owns(string partition);

    /// <summary>
    /// Handles rows this process just committed and holds the lease of; after <paramref name="ending"/> none begins, and those
    /// that began come to their end.
    /// </summary>
    Task HandleAsync(OutboxBatch batch, CancellationToken ending);

    /// <summary>Looks at a partition whose moment has come; where there is anything to do, <paramref name="claim"/> says whether it may be done here.</summary>
    Task<Look> LookAsync(string partition, Func<Task<bool>> claim, CancellationToken token);
}

/// <summary>What a look at a partition led to.</summary>
internal enum Look
{
    NothingToDo,
    Worked,

    /// <summary>Another instance is at it.</summary>
    LeftToOthers,
}

/// <summary>The worker for states of one type.</summary>
internal sealed class PartitionWorker<TState>(
    string kind, StateStore<TState> states, PartitionOutbox outbox, NoticeSender<TState> sender, IFollowThrough<TState> follow) : IPartitionWorker
    where TState : class, IWakes
{
    public bool Owns(string partition) => partition.Contains(kind, StringComparison.Ordinal);

    public async Task HandleAsync(OutboxBatch batch, CancellationToken ending)
    {
        var inTime = true;
        foreach (var row in batch.Rows)
        {
            if (inTime = inTime && !ending.IsCancellationRequested && outbox.HasTime(row))
            {
                await HandleAsync(batch.Partition, row, CancellationToken.None);
            }
        }

        if (inTime)
        {
            await outbox.ForgetAsync(batch.Partition, batch.Leases, CancellationToken.None);
        }
    }

    public async Task<Look> LookAsync(string partition, Func<Task<bool>> claim, CancellationToken token)
    {
        var (root, due) = await outbox.ReadAsync(partition, token);
        var wakeups = root is null ? [] : DueWakeups(states.Read(root).State);
        if (wakeups.Length + due.Length == 0)
        {
            return Look.NothingToDo;
        }

        if (!await claim())
        {
            return Look.LeftToOthers;
        }

        foreach (var wakeup in wakeups)
        {
            var operation = $"t:{wakeup.Kind}:{wakeup.About}:{wakeup.At.UtcTicks}";
            await states.ChangeAsync(
                partition,
                operation,
                state => state?.Wakeups.Contains(wakeup) == true ? follow.Woken(state, wakeup, outbox.Now) : new Decision<TState>.Unchanged(),
                token);
        }

        foreach (var row in due)
        {
            if (await outbox.ClaimAsync(partition, row, token) is { } claimed)
            {
                await HandleAsync(partition, claimed.Row, token);
                await outbox.ForgetAsync(partition, [claimed.DueKey], token);
            }
        }

        return Look.Worked;
    }

    private ImmutableArray<Wakeup> DueWakeups(TState state) => [.. state.Wakeups.Where(wakeup => wakeup.At <= outbox.Now).OrderBy(wakeup => wakeup.At)];

    private Task HandleAsync(string partition, OutboxRow row, CancellationToken token) => row.Record.What.Type == nameof(Outgoing.Notice)
        ? sender.SendAsync(partition, row, (Outgoing.Notice)row.Record.What.ToOutgoing(), token)
        : outbox.RunAsync(partition, row.Record, token);
}
