using IntroBot.Storage.Commits;

namespace IntroBot.Storage.Work.Due;

/// <summary>Checks the partition of a due row, and decides whether the row can be deleted.</summary>
internal sealed class DueChecker(DueIndex due, PartitionOutbox outbox, OutcomeLog outcomeLog, OperationRows operations, TimeProvider clock)
{
    /// <summary>A due row without its own commit is kept this long, because the commit may still be in flight.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    public async Task<DueCheckResult> CheckAsync(PartitionSession session, DueRow row, IPartitionWorker worker, CancellationToken token)
    {
        if (row.Record.CleansUp)
        {
            await operations.CleanUpAsync(session.Partition, token);
            session.DeleteDueRow(row.Key);
            return new DueCheckResult(session.Partition, Worked: false);
        }

        // Read before the check: a commit between the check and this read would go unseen.
        var canDelete = await HasCommittedAsync(row.Record, token);
        var outcome = await worker.CheckAsync(session, () => due.LeaseAsync(row, token), token);
        var isDeleted = outcome is DueOutcome.NothingDue or DueOutcome.Worked && (canDelete || await IsMessageGoneAsync(row.Record, token));
        if (isDeleted)
        {
            session.DeleteDueRow(row.Key);
        }

        return new DueCheckResult(row.Record.Partition, outcome is DueOutcome.Worked or DueOutcome.TimersFired, isDeleted
            || outcome is DueOutcome.TimersFired ? null : LateSince(row));
    }

    /// <summary>A row is not late while its own commit may still arrive.</summary>
    private static DateTimeOffset LateSince(DueRow row) =>
        StoreKeys.DueMoment(row.Key) is var moment && moment > row.Record.WrittenAt + Grace ? moment : row.Record.WrittenAt + Grace;

    /// <summary>
    /// Whether the commit that wrote the row is stored, or can no longer arrive. Its lines may be missing from the outcome log, so they are
    /// written again.
    /// </summary>
    private async Task<bool> HasCommittedAsync(DueRecord record, CancellationToken token)
    {
        var isExpired = record.WrittenAt + Grace < clock.GetUtcNow();
        if (record.Message.Length > 0 || (isExpired && record.Logged == 0))
        {
            return isExpired;
        }

        var hasCommitted = await outbox.ExistsAsync(record.Partition, StoreKeys.Operation(record.Operation), token);
        if (hasCommitted && record.Logged > 0)
        {
            await outcomeLog.RepeatAsync(record.Partition, record.Logged, token);
        }

        return hasCommitted || isExpired;
    }

    /// <summary>A message that has left its outbox never returns, so no retry or delay needs its due row.</summary>
    private async Task<bool> IsMessageGoneAsync(DueRecord record, CancellationToken token) =>
        record.Message.Length > 0 && !await outbox.ExistsAsync(record.Partition, StoreKeys.Message(record.Message), token);
}
