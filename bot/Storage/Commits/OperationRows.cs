using System.Globalization;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;

namespace IntroBot.Storage.Commits;

/// <summary>Takes away, as due work, the rows of operations that nobody delivers again.</summary>
internal sealed class OperationRows(ITableStore tables, TimeProvider clock)
{
    private static readonly TimeSpan ChatRetention = TimeSpan.FromDays(3);
    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    /// <summary>One look for what somebody did in a week: a look a day would cost more than all that it takes away.</summary>
    private static readonly TimeSpan ChatTogether = TimeSpan.FromDays(7);

    /// <summary>
    /// The due row by which those of a while go together: a week of chat work, a month of everything else. It is the same for all of them.
    /// </summary>
    public static DueRow CleanUp(string partition, DateTimeOffset now)
    {
        var (retention, together) = (RetentionOf(partition), IsChat(partition) ? ChatTogether : Retention);
        var end = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % together.Ticks), TimeSpan.Zero) + together;
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
