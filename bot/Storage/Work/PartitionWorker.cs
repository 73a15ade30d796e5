using IntroBot.Storage.Commits;

namespace IntroBot.Storage.Work;

/// <summary>Handles the work of one kind of partition: outbox rows and due timers.</summary>
internal interface IPartitionWorker
{
    /// <summary>The part of a partition's key by which its worker is found.</summary>
    string Kind { get; }

    /// <summary>
    /// Handles the messages of a commit, which this process has leased; once <paramref name="ending"/> is cancelled none starts, and those
    /// in flight finish.
    /// </summary>
    Task HandleAsync(PartitionSession session, CommittedWork committed, CancellationToken ending);

    /// <summary>
    /// Checks a partition that is due; where there is work, <paramref name="claim"/> says whether this instance may do it.
    /// </summary>
    Task<DueOutcome> CheckAsync(PartitionSession session, Func<Task<bool>> claim, CancellationToken token);
}

/// <summary>The outcome of the check of a partition.</summary>
internal enum DueOutcome
{
    NothingDue,
    Worked,

    /// <summary>A timer fired, and its commit deletes the due row.</summary>
    TimersFired,

    /// <summary>Another instance holds the lease.</summary>
    HeldByAnother,
}

/// <summary>The worker for states of one type.</summary>
internal sealed class PartitionWorker<TState>(
    StateStore<TState> states, PartitionOutbox outbox, NoticeSender<TState> sender, IEffects effects, INoticePolicy<TState> policy)
    : IPartitionWorker
    where TState : Aggregate
{
    public string Kind => states.Kind;

    public async Task HandleAsync(PartitionSession session, CommittedWork committed, CancellationToken ending)
    {
        foreach (var row in committed.Rows)
        {
            if (ending.IsCancellationRequested || !await outbox.CanStartAsync(session, row, CancellationToken.None))
            {
                session.LeaveUnfinished();
                return;
            }

            await HandleAsync(session, row, CancellationToken.None);
        }

        session.Finish(committed);
    }

    public async Task<DueOutcome> CheckAsync(PartitionSession session, Func<Task<bool>> claim, CancellationToken token)
    {
        var head = await states.ReadHeadAsync(session.Partition, token);
        session.AddReceipts(head.Receipts);
        var dueTimers = head.State is null ? [] : DueTimers(head.State);
        var (waiting, rows) = (head.Outbox, head.Outbox.Due(outbox.Now));
        if (dueTimers.Length + rows.Length == 0)
        {
            waiting.ThrowIfUnreadable();
            return DueOutcome.NothingDue;
        }

        if (!await claim())
        {
            return DueOutcome.HeldByAnother;
        }

        foreach (var timer in dueTimers)
        {
            head = await FireTimersAsync(session.Partition, head, timer, token);
        }

        await outbox.LeaseAndHandleAsync(session, rows, row => HandleAsync(session, row, token), token);
        waiting.ThrowIfUnreadable();
        return dueTimers.Length > 0 ? DueOutcome.TimersFired : DueOutcome.Worked;
    }

    private async Task<PartitionHead<TState>> FireTimersAsync(
        string partition, PartitionHead<TState> head, DueTimer timer, CancellationToken token)
    {
        var change = await states.ChangeAsync(
            partition,
            $"t:{TimerNames.Of(timer.Kind)}:{timer.About}:{timer.At.UtcTicks}",
            head,
            state => state?.Timers.Contains(timer) == true ? policy.OnTimer(state, timer, outbox.Now) : new Decision<TState>.Unchanged(),
            [],
            token);
        return change is Change<TState>.Done { State: var state } ? head with { State = state } : head;
    }

    private ImmutableArray<DueTimer> DueTimers(TState state) =>
        [.. state.Timers.Where(timer => timer.At <= outbox.Now).OrderBy(timer => timer.At)];

    private async Task HandleAsync(PartitionSession session, OutboxRow row, CancellationToken token)
    {
        switch (row.Record.What.ToOutgoing())
        {
            case Outgoing.Notice notice:
                await sender.SendAsync(session, row, notice, token);
                break;
            case var effect:
                if (await states.CurrentAsync(session, token) is { } state)
                {
                    await effects.RunAsync(effect, state, token);
                }

                session.Complete(row);
                break;
        }
    }
}
