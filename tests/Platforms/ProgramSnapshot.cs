using IntroBot.Storage;
using IntroBot.Storage.Tables;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Platforms;

/// <summary>What is stored of everything that happened.</summary>
internal static class ProgramSnapshot
{
    private static readonly string[] Tables = ["Core", "Due", "Log", "Shelf"];

    /// <summary>Every row of every table; chat work, and what it leaves, is told only where all are asked for.</summary>
    public static async Task<string> DumpAsync(this PlatformScene scene, params string[] tables)
    {
        await scene.SettleAsync();
        var rows = new List<string>();
        foreach (var table in tables.Length > 0 ? tables : Tables)
        {
            rows.AddRange(await scene.Tables.ScanAsync(table, CancellationToken.None)
                .Where(row => tables.Length == 0 || !IsOfChat(row))
                .Select(row => $"{table} {row.Partition} {row.Row} "
                    + $"{string.Join(' ', row.Columns.OrderBy(column => column.Key, StringComparer.Ordinal))}")
                .ToListAsync());
        }

        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    private static bool IsOfChat(TableRow row) =>
        row.Partition.Contains(StoreKeys.ChatPart, StringComparison.Ordinal)
        || row.Columns.Values.Any(value => value.Contains(StoreKeys.ChatPart, StringComparison.Ordinal));

    /// <summary>Nothing failed, and nothing of ours was even worth a warning.</summary>
    public static void AssertUnharmed(this PlatformScene scene)
    {
        Assert.DoesNotContain(scene.Log.Lines, line => line.Level >= LogLevel.Error);
        Assert.DoesNotContain(
            scene.Log.Lines, line => line.Level >= LogLevel.Warning && line.Text.StartsWith("IntroBot.", StringComparison.Ordinal));
    }

    /// <summary>What happened, as the outcome log tells it, without ids and moments.</summary>
    public static async Task<IReadOnlyList<string>> OutcomesAsync(this PlatformScene scene)
    {
        await scene.SettleAsync();
        return await scene.Tables.ScanAsync("Log", CancellationToken.None)
            .OrderBy(row => row.Row, StringComparer.Ordinal)
            .Select(row => $"{row.Columns["Event"]} {row.Columns.GetValueOrDefault("Stage")} {row.Columns.GetValueOrDefault("Detail")}")
            .ToListAsync();
    }
}
