using IntroBot.Storage.Commits;

namespace IntroBot.Storage.Work;

/// <summary>One look at the partition of a due row, and whether the row may go after it.</summary>
internal sealed class DueChecker(DueIndex due, PartitionOutbox outbox, OutcomeLog log, OperationRows operations, TimeProvider clock)
{
    /// <summary>A due row whose own act never came is kept this long, for the act may still be on its way.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    public async Task<DueCheckResult> CheckAsync(PartitionSession session, DueRow row, IPartitionWorker worker, CancellationToken token)
    {
        if (row.Record.CleansUp)
        {
            await operations.CleanUpAsync(session.Partition, token);
            session.TakeAway(row.Key);
            return new DueCheckResult(session.Partition, Worked: false);
        }

        // Asked before the look: an act that comes between the look and the question has not been seen yet.
        var mayGo = await HasComeAsync(row.Record, token);
        var look = await worker.CheckAsync(session, () => due.ClaimAsync(row, token), token);
        var goes = look is DueOutcome.NothingDue or DueOutcome.Worked && (mayGo || await IsMessageGoneAsync(row.Record, token));
        if (goes)
        {
            session.TakeAway(row.Key);
        }

        return new DueCheckResult(row.Record.Partition, look is DueOutcome.Worked or DueOutcome.TimersFired, goes
            || look is DueOutcome.TimersFired ? null : LateSince(row));
    }

    /// <summary>While its own act may still come, a row is not late.</summary>
    private static DateTimeOffset LateSince(DueRow row) =>
        StoreKeys.DueMoment(row.Key) is var moment && moment > row.Record.WrittenAt + Grace ? moment : row.Record.WrittenAt + Grace;

    /// <summary>
    /// The act that wrote the row is there, or can no longer come. What it tells the log may be missing there, and is told again.
    /// </summary>
    private async Task<bool> HasComeAsync(DueRecord record, CancellationToken token)
    {
        var cannotCome = record.WrittenAt + Grace < clock.GetUtcNow();
        if (record.Message.Length > 0 || (cannotCome && record.Logged == 0))
        {
            return cannotCome;
        }

        var hasCome = await outbox.HoldsAsync(record.Partition, StoreKeys.Operation(record.Operation), token);
        if (hasCome && record.Logged > 0)
        {
            await log.RepeatAsync(record.Partition, record.Logged, token);
        }

        return hasCome || cannotCome;
    }

    /// <summary>A message that has left its outbox never comes back, so nobody can take it or put it off any more.</summary>
    private async Task<bool> IsMessageGoneAsync(DueRecord record, CancellationToken token) =>
        record.Message.Length > 0 && !await outbox.HoldsAsync(record.Partition, StoreKeys.Message(record.Message), token);
}
