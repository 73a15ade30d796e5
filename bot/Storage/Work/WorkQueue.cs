using IntroBot.Platforms;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work.Due;

namespace IntroBot.Storage.Work;

/// <summary>
/// Chat work as rows of the outbox, in a partition of its owner's without a root. The idempotency key's own row is written in the same
/// act, and goes after some days.
/// </summary>
internal sealed class WorkQueue(ITableStore tables, OutboxQueue queue, PendingWork pending, DueWakeUps wakeUps, TimeProvider clock)
    : IWorkQueue
{
    private const string By = "By";
    private const int MaxTries = 3;
    private long lastOrder;

    public Task<bool> AddAsync(WorkOwner owner, string key, QueuedWork? work, CancellationToken token) =>
        AddAsync(owner, key, work, MaxTries, token);

    public async Task<bool> HasAsync(WorkOwner owner, string key, CancellationToken token) =>
        await tables.FindAsync(StoreKeys.Core, StoreKeys.Chat(owner), StoreKeys.Operation(key), token) is not null;

    public bool HasPending(WorkOwner owner, string kind) => pending.CountOf(StoreKeys.Chat(owner), kind) > 0;

    public int CountIn(WorkspaceId workspace, string kind) => pending.CountIn(StoreKeys.ChatsOf(workspace), kind);

    private async Task<bool> AddAsync(WorkOwner owner, string key, QueuedWork? work, int tries, CancellationToken token)
    {
        var (partition, now, sign) = (StoreKeys.Chat(owner), clock.GetUtcNow(), Guid.NewGuid().ToString("N"));
        var record = work is null ? null : RecordOf(owner, key, work, pending.PostponedUntil(partition), now);
        var looked = record is null
            ? null
            : new DueRow(StoreKeys.DueRow(record.What.NotBefore ?? record.LeaseUntil), "", new DueRecord(partition, key, now));
        var result = await tables.WriteAllAsync(
            [
                DueIndex.Add(partition, [.. looked is null ? Array.Empty<DueRow>() : [looked], OperationRows.CleanUp(partition, now)]),
                new(StoreKeys.Core, partition, [
                    new RowChange.Insert(StoreKeys.Operation(key), new Dictionary<string, string>
                    {
                        ["At"] = now.ToString("O", CultureInfo.InvariantCulture), [By] = sign,
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
                Begin(partition, new OutboxRow(record!, etag), looked!.Key);
                return true;
            case WriteResult.Conflict when await IsOursAsync(partition, key, sign, token):
                return true;
            case WriteResult.Conflict { Row: var inTheWay }:
                await RemoveAsync(partition, looked, token);
                if (inTheWay == StoreKeys.Operation(key) || tries == 1)
                {
                    return false;
                }

                // What has an id of its own is still to be done; anything else that looks like a conflict may have been none.
                var isOwed = record is not null && inTheWay == StoreKeys.Message(record.What.Id);
                return await AddAsync(owner, key, isOwed ? null : work, tries - 1, token);
            case WriteResult.Written:
                return true;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>It may be ours, written by an earlier try whose answer was lost: its due row brings it up.</summary>
    private async Task<bool> IsOursAsync(string partition, string key, string sign, CancellationToken token) =>
        (await tables.FindAsync(StoreKeys.Core, partition, StoreKeys.Operation(key), token))?.Columns.GetValueOrDefault(By) == sign;

    private Task RemoveAsync(string partition, DueRow? looked, CancellationToken token) =>
        looked is null ? Task.CompletedTask : tables.WriteAllAsync([.. DueIndex.Remove(partition, [looked.Key])], token);

    private void Begin(string partition, OutboxRow row, string dueKey)
    {
        var what = (OutgoingRecord.ChatWork)row.Record.What;
        if (what.NotBefore is { } until)
        {
            pending.Postpone(partition, what.Id, what.Work.Kind, until);
            wakeUps.Add(until);
            return;
        }

        pending.Begin(partition, what.Id, what.Work.Kind);
        queue.Add(new CommittedWork(partition, null, clock.GetUtcNow()) { Rows = [row], DueRows = [dueKey] });
    }

    private OutboxRecord RecordOf(WorkOwner owner, string key, QueuedWork work, DateTimeOffset? putOff, DateTimeOffset now)
    {
        var stored = new WorkRecord(work.Kind, work.Body, owner.Workspace.Value, owner.User, now);
        var what = new OutgoingRecord.ChatWork(work.Id ?? key, stored) { NotBefore = putOff };
        return new OutboxRecord(what, putOff is null ? now + Lease.Duration : default, Attempt: 1, NextOrder(now));
    }

    /// <summary>In the order in which it is added, also within one moment.</summary>
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
