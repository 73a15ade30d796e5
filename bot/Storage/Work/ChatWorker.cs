using IntroBot.Platforms;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Work;

/// <summary>The worker for partitions of chat work, which have an outbox and no state.</summary>
internal sealed partial class ChatWorker(
    ITableStore tables, PartitionOutbox outbox, PendingWork pending, IEnumerable<IWorkHandler> handlers, ILogger<ChatWorker> logger)
    : IPartitionWorker
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMinutes(1);

    /// <summary>Delay before work is retried that this version or configuration cannot do.</summary>
    private static readonly TimeSpan NoHandlerRetryDelay = TimeSpan.FromHours(1);

    public string Kind => StoreKeys.ChatPart;

    public async Task HandleAsync(PartitionSession session, CommittedWork committed, CancellationToken ending)
    {
        foreach (var row in committed.Rows)
        {
            if (ending.IsCancellationRequested || !await outbox.CanStartAsync(session, row, CancellationToken.None))
            {
                // Later rows wait too, and are retried together with this one, so that their order is kept.
                pending.Postpone(session.Partition, row.Record.What.Id, WorkOf(row.Record).Kind, outbox.Now + PartitionOutbox.MinDelay);
                session.LeaveUnfinished();
                return;
            }

            await HandleAsync(session, row, CancellationToken.None);
        }

        session.Finish(committed);
    }

    public async Task<DueOutcome> CheckAsync(PartitionSession session, Func<Task<bool>> claim, CancellationToken token)
    {
        var waiting = OutboxRows.Read(await RowsAsync(session.Partition, token));
        var due = waiting.Due(outbox.Now);
        if (due.Length > 0)
        {
            if (!await claim())
            {
                return DueOutcome.HeldByAnother;
            }

            await outbox.LeaseAndHandleAsync(session, due, row => HandleAsync(session, row, token), token);
        }

        waiting.ThrowIfUnreadable();
        return due.Length > 0 ? DueOutcome.Worked : DueOutcome.NothingDue;
    }

    /// <summary>All rows, since their keys do not stand in the order in which they were added.</summary>
    private async Task<List<TableRow>> RowsAsync(string partition, CancellationToken token)
    {
        var rows = new List<TableRow>();
        for (var from = StoreKeys.Outbox; ; from = $"{rows[^1].Row}!")
        {
            var page = await tables.RangeAsync(StoreKeys.Core, partition, from, $"{StoreKeys.Outbox}~", TableLimits.Changes, token);
            rows.AddRange(page);
            if (page.Count < TableLimits.Changes)
            {
                return rows;
            }
        }
    }

    private static WorkRecord WorkOf(OutboxRecord record) => ((OutgoingRecord.ChatWork)record.What).Work;

    private async Task HandleAsync(PartitionSession session, OutboxRow row, CancellationToken token)
    {
        var (what, work) = (row.Record.What, WorkOf(row.Record));
        if (pending.PostponedUntil(session.Partition) is { } until)
        {
            await PostponeAsync(session, row, until, token);
            return;
        }

        pending.Begin(session.Partition, what.Id, work.Kind);
        switch (await RunAsync(session.Partition, row.Record, token))
        {
            case WorkResult.Done:
                pending.End(session.Partition, what.Id);
                session.Complete(row);
                break;
            case WorkResult.RetryAfter { After: var after }:
                await PostponeAsync(session, row, outbox.Now + after, token);
                break;
            case WorkResult.Unknown:
                await PostponeAsync(
                    session, row with { Record = row.Record with { Attempt = row.Record.Attempt + 1 } }, outbox.Now, token);
                break;
            case null:
                await outbox.PostponeAsync(session, row, outbox.Now + NoHandlerRetryDelay, token);
                pending.End(session.Partition, what.Id);
                break;
        }
    }

    /// <summary>Null where this program cannot do the work: later work does not wait for a program that can.</summary>
    private async Task<WorkResult?> RunAsync(string partition, OutboxRecord record, CancellationToken token)
    {
        var work = WorkOf(record);
        if (handlers.FirstOrDefault(handler => handler.Kind == work.Kind) is not { } handler)
        {
            Log.NoHandler(logger, work.Kind, partition, record.Attempt);
            return null;
        }

        try
        {
            var owner = new WorkOwner(new WorkspaceId(work.Workspace), work.User);
            return await handler.RunAsync(new WorkItem(owner, record.What.Id, work.Body, work.Since, record.Attempt), token);
        }
        catch (JsonException failure)
        {
            Log.Unreadable(logger, work.Kind, partition, record.Attempt, ExceptionSummary.Of(failure));
            return null;
        }
#pragma warning disable CA1031 // Any failure may be temporary; the handler itself gives up on permanent ones.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, work.Kind, partition, record.Attempt, ExceptionSummary.Of(failure));
            return new WorkResult.RetryAfter(RetryDelay);
        }
    }

    private async Task PostponeAsync(PartitionSession session, OutboxRow row, DateTimeOffset until, CancellationToken token)
    {
        var at = await outbox.PostponeAsync(session, row, until, token);
        pending.Postpone(session.Partition, row.Record.What.Id, WorkOf(row.Record).Kind, at);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Chat work ({Kind}) failed: {Partition}, attempt {Attempt}, retry in a minute: {Failure}")]
        public static partial void Failed(ILogger logger, string kind, string partition, int attempt, string failure);

        [LoggerMessage(
            2, LogLevel.Warning, "Chat work ({Kind}) has no handler in this program: {Partition}, attempt {Attempt}, retry in an hour")]
        public static partial void NoHandler(ILogger logger, string kind, string partition, int attempt);

        [LoggerMessage(
            3, LogLevel.Warning, "Chat work ({Kind}) cannot be read: {Partition}, attempt {Attempt}, retry in an hour: {Failure}")]
        public static partial void Unreadable(ILogger logger, string kind, string partition, int attempt, string failure);
    }
}
