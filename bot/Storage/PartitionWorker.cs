using System.Collections.Immutable;
using IntroBot.Decisions;

namespace IntroBot.Storage;

/// <summary>Handles what partitions of one kind have to do: outbox rows and moments come due.</summary>
internal interface IPartitionWorker
{
    bool Owns(string partition);

    /// <summary>
    /// Follows up a commit whose messages this process holds the lease of; after <paramref name="ending"/> none begins, and those
    /// that began come to their end.
    /// </summary>
    Task HandleAsync(Sitting sitting, OutboxBatch batch, CancellationToken ending);

    /// <summary>
    /// Looks at a partition whose moment has come; where there is anything to do,
    /// <paramref name="claim"/> says whether it may be done here.
    /// </summary>
    Task<Look> LookAsync(Sitting sitting, Func<Task<bool>> claim, CancellationToken token);
}

/// <summary>What a look at a partition led to.</summary>
internal enum Look
{
    NothingToDo,
    Worked,

    /// <summary>A moment had come, and what was decided then takes its due row away.</summary>
    Woke,

    /// <summary>Another instance is at it.</summary>
    LeftToOthers,
}

/// <summary>The worker for states of one type.</summary>
internal sealed class PartitionWorker<TState>(
    string kind, StateStore<TState> states, PartitionOutbox outbox, NoticeSender<TState> sender,
    IEffects effects, IFollowThrough<TState> follow) : IPartitionWorker
    where TState : Kept
{
    public bool Owns(string partition) => partition.Contains(kind, StringComparison.Ordinal);

    public async Task HandleAsync(Sitting sitting, OutboxBatch batch, CancellationToken ending)
    {
        foreach (var row in batch.Rows)
        {
            if (ending.IsCancellationRequested || !outbox.HasTime(row))
            {
                return;
            }

            await HandleAsync(sitting, row, CancellationToken.None);
        }

        sitting.Finish(batch);
    }

    public async Task<Look> LookAsync(Sitting sitting, Func<Task<bool>> claim, CancellationToken token)
    {
        var head = await states.LookAsync(sitting.Partition, token);
        sitting.Saw(head.Receipts);
        var wakeups = head.State is null ? [] : DueWakeups(head.State);
        var rows = head.Outbox.Where(row => row.Record.IsDue(outbox.Now)).OrderBy(row => row.Record.Order).ToArray();
        if (wakeups.Length + rows.Length == 0)
        {
            return Look.NothingToDo;
        }

        if (!await claim())
        {
            return Look.LeftToOthers;
        }

        foreach (var wakeup in wakeups)
        {
            head = await WakeAsync(sitting.Partition, head, wakeup, token);
        }

        foreach (var row in rows)
        {
            if (await outbox.ClaimAsync(sitting.Partition, row, token) is { } claimed)
            {
                await HandleAsync(sitting, claimed.Row, token);
                sitting.TakeAway(claimed.DueKey);
            }
        }

        return wakeups.Length > 0 ? Look.Woke : Look.Worked;
    }

    private async Task<PartitionHead<TState>> WakeAsync(
        string partition, PartitionHead<TState> head, Wakeup wakeup, CancellationToken token)
    {
        var woken = await states.ChangeAsync(
            partition,
            $"t:{WakeupNames.Of(wakeup.Kind)}:{wakeup.About}:{wakeup.At.UtcTicks}",
            head,
            state => state?.Wakeups.Contains(wakeup) == true ? follow.Woken(state, wakeup, outbox.Now) : new Decision<TState>.Unchanged(),
            [],
            token);
        return woken is Change<TState>.Done { State: var state } ? head with { State = state } : head;
    }

    private ImmutableArray<Wakeup> DueWakeups(TState state) =>
        [.. state.Wakeups.Where(wakeup => wakeup.At <= outbox.Now).OrderBy(wakeup => wakeup.At)];

    private async Task HandleAsync(Sitting sitting, OutboxRow row, CancellationToken token)
    {
        switch (row.Record.What.ToOutgoing())
        {
            case Outgoing.Notice notice:
                await sender.SendAsync(sitting, row, notice, token);
                break;
            case var effect:
                if (await states.NewestAsync(sitting, token) is { } state)
                {
                    await effects.RunAsync(effect, state, token);
                }

                sitting.End(row);
                break;
        }
    }
}
