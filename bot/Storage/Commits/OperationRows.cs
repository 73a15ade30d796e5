using IntroBot.Storage.Tables;
using IntroBot.Storage.Work.Due;

namespace IntroBot.Storage.Commits;

/// <summary>Deletes, as due work, the rows of idempotency keys that no redelivery can match any more.</summary>
internal sealed class OperationRows(ITableStore tables, TimeProvider clock)
{
    private static readonly TimeSpan ChatRetention = TimeSpan.FromDays(3);
    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    /// <summary>One clean-up a week for chat work: a daily one would cost more than what it deletes.</summary>
    private static readonly TimeSpan ChatBatch = TimeSpan.FromDays(7);

    /// <summary>
    /// The due row that cleans up one batch: a week of chat work, or a month of anything else. All commits of a batch share it.
    /// </summary>
    public static DueRow CleanUp(string partition, DateTimeOffset now)
    {
        var (retention, batch) = (RetentionOf(partition), IsChat(partition) ? ChatBatch : Retention);
        var end = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % batch.Ticks), TimeSpan.Zero) + batch;
        return new DueRow(StoreKeys.CleanUpRow(end + retention, partition), "", new DueRecord(partition, "", now) { CleansUp = true });
    }

    public async Task CleanUpAsync(string partition, CancellationToken token)
    {
        var before = clock.GetUtcNow() - RetentionOf(partition);
        for (var from = StoreKeys.Operations; ;)
        {
            var rows = await tables.RangeAsync(StoreKeys.Core, partition, from, $"{StoreKeys.Operations}~", TableLimits.Changes, token);
            RowChange[] old = [.. rows.Where(row => At(row) < before).Select(row => new RowChange.Delete(row.Row))];
            if (old.Length > 0)
            {
                await tables.WriteAsync(StoreKeys.Core, partition, old, token);
            }

            if (rows.Count < TableLimits.Changes)
            {
                return;
            }

            from = $"{rows[^1].Row}!";
        }
    }

    private static bool IsChat(string partition) => partition.Contains(StoreKeys.ChatPart, StringComparison.Ordinal);

    private static TimeSpan RetentionOf(string partition) => IsChat(partition) ? ChatRetention : Retention;

    private static DateTimeOffset At(TableRow row) =>
        DateTimeOffset.Parse(row.Columns["At"], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
