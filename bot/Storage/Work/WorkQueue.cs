using System.Globalization;
using IntroBot.Chat.Interactions;
using IntroBot.Platforms;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Work;

/// <summary>
/// Chat work as outbox rows, in a partition of its owner without a root. The row of the idempotency key is written in the same transaction,
/// and is deleted after some days.
/// </summary>
internal sealed class WorkQueue(
    ITableStore tables, OutboxQueue queue, WorkLines pending, DueWakeUps wakeUps, TimeProvider clock) : IWorkQueue
{
    private const string By = "By";
    private const int MaxAttempts = 3;
    private long lastOrder;

    public Task<bool> AddAsync(WorkOwner owner, string key, QueuedWork? work, CancellationToken token) =>
        AddAsync(owner, key, work, MaxAttempts, token);

    public async Task<bool> HasAsync(WorkOwner owner, string key, CancellationToken token) =>
        await tables.FindAsync(StoreKeys.Core, StoreKeys.Chat(owner), StoreKeys.Operation(key), token) is not null;

    public bool Holds(WorkOwner owner, string kind) => pending.CountOf(StoreKeys.Chat(owner), kind) > 0;

    public int CountIn(WorkspaceId workspace, string kind) => pending.CountIn(StoreKeys.ChatsOf(workspace), kind);

    private async Task<bool> AddAsync(WorkOwner owner, string key, QueuedWork? work, int attemptsLeft, CancellationToken token)
    {
        var (partition, now, attemptId) = (StoreKeys.Chat(owner), clock.GetUtcNow(), Guid.NewGuid().ToString("N"));
        var record = work is null ? null : RecordOf(owner, key, work, pending.PutOffUntil(partition), now);
        var dueRow = record is null
            ? null
            : new DueRow(StoreKeys.DueRow(record.What.NotBefore ?? record.LeaseUntil), "", new DueRecord(partition, key, now));
        var result = await tables.WriteAllAsync(
            [
                DueIndex.Adds(partition, [.. dueRow is null ? Array.Empty<DueRow>() : [dueRow], OperationRows.CleanUp(partition, now)]),
                new(StoreKeys.Core, partition, [
                    new RowChange.Insert(StoreKeys.Operation(key), new Dictionary<string, string>
                    {
                        ["At"] = now.ToString("O", CultureInfo.InvariantCulture), [By] = attemptId,
                    }),
                    .. record is null
                        ? Array.Empty<RowChange>()
                        : [new RowChange.Insert(
                            StoreKeys.Message(record.What.Id), JsonColumns.Of(record, StoredJson.Default.OutboxRecord))],
                ]),
            ],
            token);
        switch (result)
        {
            case WriteResult.Written { ETags: [_, var etag] }:
                Begin(partition, new OutboxRow(record!, etag), dueRow!.Key);
                return true;
            case WriteResult.Conflict when await IsOursAsync(partition, key, attemptId, token):
                return true;
            case WriteResult.Conflict { Row: var conflicting }:
                await RemoveAsync(partition, dueRow, token);
                if (conflicting == StoreKeys.Operation(key) || attemptsLeft == 1)
                {
                    return false;
                }

                // A message of the same id is queued already, so only the key is written; any other conflict may be a lost response.
                var isQueued = record is not null && conflicting == StoreKeys.Message(record.What.Id);
                return await AddAsync(owner, key, isQueued ? null : work, attemptsLeft - 1, token);
            default:
                return true;
        }
    }

    /// <summary>
    /// Whether an earlier attempt of this call wrote the key, and its response was lost: its due row then handles the work.
    /// </summary>
    private async Task<bool> IsOursAsync(string partition, string key, string attemptId, CancellationToken token) =>
        (await tables.FindAsync(StoreKeys.Core, partition, StoreKeys.Operation(key), token))?.Columns.GetValueOrDefault(By) == attemptId;

    private Task RemoveAsync(string partition, DueRow? dueRow, CancellationToken token) =>
        dueRow is null ? Task.CompletedTask : tables.WriteAllAsync([.. DueIndex.Removes(partition, [dueRow.Key])], token);

    private void Begin(string partition, OutboxRow row, string dueKey)
    {
        var what = row.Record.What;
        if (what.NotBefore is { } until)
        {
            pending.PutOff(partition, what.Id, what.Work!.Kind, until);
            wakeUps.Add(until);
            return;
        }

        pending.Begin(partition, what.Id, what.Work!.Kind);
        queue.Add(new CommittedWork(partition, null, clock.GetUtcNow()) { Rows = [row], DueRows = [dueKey] });
    }

    private OutboxRecord RecordOf(WorkOwner owner, string key, QueuedWork work, DateTimeOffset? postponedUntil, DateTimeOffset now)
    {
        var what = new OutgoingRecord(OutgoingRecord.ChatWork, work.Id ?? key)
        {
            NotBefore = postponedUntil,
            Work = new WorkRecord(work.Kind, work.Body, owner.Workspace.Value, owner.User, now),
        };
        return new OutboxRecord(what, postponedUntil is null ? now + Lease.Duration : default, Attempt: 1, NextOrder(now));
    }

    /// <summary>Strictly increasing, also within one tick of the clock.</summary>
    private long NextOrder(DateTimeOffset now)
    {
        while (true)
        {
            var last = Interlocked.Read(ref lastOrder);
            var next = Math.Max(last + 1, now.UtcTicks);
            if (Interlocked.CompareExchange(ref lastOrder, next, last) == last)
            {
                return next;
            }
        }
    }
}
