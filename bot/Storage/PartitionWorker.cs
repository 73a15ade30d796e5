using System.Collections.Immutable;
using IntroBot.Decisions;

namespace IntroBot.Storage;

/// <summary>Handles what partitions of one kind have to do: outbox rows and moments come due.</summary>
internal interface IPartitionWorker
{
    bool Owns(string partition);

    /// <summary>Handles rows this process just committed and holds the lease of.</summary>
    Task HandleAsync(OutboxBatch batch, CancellationToken token);

    /// <summary>Looks at a partition whose moment has come; true when there was anything to do.</summary>
    Task<bool> LookAsync(string partition, CancellationToken token);
}

/// <summary>The worker for states of one type.</summary>
internal sealed class PartitionWorker<TState>(
    string kind, StateStore<TState> states, PartitionOutbox outbox, NoticeSender<TState> sender, IFollowThrough<TState> follow) : IPartitionWorker
    where TState : class, IWakes
{
    public bool Owns(string partition) => partition.Contains(kind, StringComparison.Ordinal);

    public async Task HandleAsync(OutboxBatch batch, CancellationToken token)
    {
        var inTime = true;
        foreach (var row in batch.Rows)
        {
            if (inTime = inTime && outbox.HasTime(row))
            {
                await HandleAsync(batch.Partition, row, token);
            }
        }

        if (inTime)
        {
            await outbox.ForgetAsync(batch.Partition, batch.Leases, token);
        }
    }

    public async Task<bool> LookAsync(string partition, CancellationToken token)
    {
        var worked = false;
        foreach (var wakeup in await WakeupsAsync(partition, token))
        {
            var operation = $"t:{wakeup.Kind}:{wakeup.About}:{wakeup.At.UtcTicks}";
            await states.ChangeAsync(
                partition,
                operation,
                state => state?.Wakeups.Contains(wakeup) == true ? follow.Woken(state, wakeup, outbox.Now) : new Decision<TState>.Unchanged(),
                token);
            worked = true;
        }

        foreach (var row in await outbox.DueAsync(partition, token))
        {
            if (await outbox.ClaimAsync(partition, row, token) is { } claimed)
            {
                await HandleAsync(partition, claimed.Row, token);
                await outbox.ForgetAsync(partition, [claimed.DueKey], token);
                worked = true;
            }
        }

        return worked;
    }

    private async Task<ImmutableArray<Wakeup>> WakeupsAsync(string partition, CancellationToken token) =>
        (await states.FindAsync(partition, token))?.State.Wakeups is { } wakeups
            ? [.. wakeups.Where(wakeup => wakeup.At <= outbox.Now).OrderBy(wakeup => wakeup.At)]
            : [];

    private Task HandleAsync(string partition, OutboxRow row, CancellationToken token) => row.Record.What.Type == nameof(Outgoing.Notice)
        ? sender.SendAsync(partition, row, (Outgoing.Notice)row.Record.What.ToOutgoing(), token)
        : outbox.RunAsync(partition, row.Record, token);
}
