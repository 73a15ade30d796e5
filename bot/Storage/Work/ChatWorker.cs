using System.Text.Json;
using IntroBot.Chat.Interactions;
using IntroBot.Platforms;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Work;

/// <summary>The worker for partitions of chat work, which have an outbox and no state.</summary>
internal sealed partial class ChatWorker(
    ITableStore tables, PartitionOutbox outbox, WorkLines lines, IEnumerable<IWorkHandler> handlers, ILogger<ChatWorker> logger)
    : IPartitionWorker
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    /// <summary>Until work that this version or this configuration cannot do is tried again.</summary>
    private static readonly TimeSpan WithoutHandler = TimeSpan.FromHours(1);

    public bool Owns(string partition) => partition.Contains(StoreKeys.ChatPart, StringComparison.Ordinal);

    public async Task HandleAsync(PartitionSession session, CommittedWork committed, CancellationToken ending)
    {
        foreach (var row in committed.Rows)
        {
            if (ending.IsCancellationRequested || !await outbox.MayBeginAsync(session, row, CancellationToken.None))
            {
                // Whatever comes after it waits, too, and is looked at together with it.
                lines.PutOff(session.Partition, row.Record.What.Id, WorkOf(row.Record).Kind, outbox.Now + PartitionOutbox.MinDelay);
                session.Leave();
                return;
            }

            await HandleAsync(session, row, CancellationToken.None);
        }

        session.Finish(committed);
    }

    public async Task<DueOutcome> CheckAsync(PartitionSession session, Func<Task<bool>> claim, CancellationToken token)
    {
        var found = await tables.RangeAsync(
            StoreKeys.Core, session.Partition, StoreKeys.Outbox, $"{StoreKeys.Outbox}~", TableLimits.Changes, token);
        var (readable, failure) = Read(found);
        OutboxRow[] due = [.. readable.Where(row => row.Record.IsDue(outbox.Now)).OrderBy(row => row.Record.Order)];
        if (due.Length > 0)
        {
            if (!await claim())
            {
                return DueOutcome.HeldByAnother;
            }

            await outbox.TakeUpAsync(session, due, row => HandleAsync(session, row, token), token);
        }

        // What cannot be read holds back no other, and keeps its due row until a version comes that can.
        return failure is not null ? throw new JsonException("A row of chat work cannot be read.", failure)
            : due.Length > 0 ? DueOutcome.Worked
            : DueOutcome.NothingDue;
    }

    private static (List<OutboxRow> Rows, JsonException? Failure) Read(IEnumerable<TableRow> found)
    {
        var (rows, failed) = (new List<OutboxRow>(), (JsonException?)null);
        foreach (var row in found)
        {
            try
            {
                rows.Add(new OutboxRow(JsonColumns.Read(row, StoredJson.Default.OutboxRecord), row.ETag));
            }
            catch (JsonException failure)
            {
                failed = failure;
            }
        }

        return (rows, failed);
    }

    private static WorkRecord WorkOf(OutboxRecord record) => ((OutgoingRecord.ChatWork)record.What).Work;

    private async Task HandleAsync(PartitionSession session, OutboxRow row, CancellationToken token)
    {
        var (id, work) = (row.Record.What.Id, WorkOf(row.Record));
        if (lines.PutOffUntil(session.Partition) is { } until)
        {
            await PutOffAsync(session, row, until, token);
            return;
        }

        lines.Begin(session.Partition, id, work.Kind);
        switch (await RunAsync(row.Record, token))
        {
            case WorkResult.Done:
                lines.End(session.Partition, id);
                session.End(row);
                break;
            case WorkResult.RetryAfter { After: var after }:
                await PutOffAsync(session, row, outbox.Now + after, token);
                break;
            case WorkResult.Unknown:
                await PutOffAsync(
                    session, row with { Record = row.Record with { Attempt = row.Record.Attempt + 1 } }, outbox.Now, token);
                break;
            case null:
                await outbox.PutOffAsync(session, row, outbox.Now + WithoutHandler, token);
                lines.End(session.Partition, id);
                break;
        }
    }

    /// <summary>Null where this program cannot do it: what comes after it does not wait for a program that can.</summary>
    private async Task<WorkResult?> RunAsync(OutboxRecord record, CancellationToken token)
    {
        var work = WorkOf(record);
        if (handlers.FirstOrDefault(handler => handler.Kind == work.Kind) is not { } handler)
        {
            Log.NoHandler(logger, work.Kind);
            return null;
        }

        try
        {
            var owner = new WorkOwner(new WorkspaceId(work.Workspace), work.User);
            return await handler.RunAsync(new WorkItem(owner, record.What.Id, work.Body, work.Since, record.Attempt), token);
        }
        catch (JsonException failure)
        {
            Log.Unreadable(logger, work.Kind, failure.GetType().Name);
            return null;
        }
#pragma warning disable CA1031 // Whatever keeps us from it may be over in a minute; what is wrong for good, its handler gives up.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, work.Kind, record.Attempt, failure.GetType().Name);
            return new WorkResult.RetryAfter(AfterFailure);
        }
    }

    private async Task PutOffAsync(PartitionSession session, OutboxRow row, DateTimeOffset until, CancellationToken token)
    {
        var at = await outbox.PutOffAsync(session, row, until, token);
        lines.PutOff(session.Partition, row.Record.What.Id, WorkOf(row.Record).Kind, at);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Chat work ({Kind}) failed at attempt {Attempt}, retry in a minute: {Failure}")]
        public static partial void Failed(ILogger logger, string kind, int attempt, string failure);

        [LoggerMessage(2, LogLevel.Warning, "Chat work ({Kind}) has no handler in this program, retry in an hour")]
        public static partial void NoHandler(ILogger logger, string kind);

        [LoggerMessage(3, LogLevel.Warning, "Chat work ({Kind}) cannot be read, retry in an hour: {Failure}")]
        public static partial void Unreadable(ILogger logger, string kind, string failure);
    }
}
