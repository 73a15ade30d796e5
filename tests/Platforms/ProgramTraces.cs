namespace IntroBot.Tests.Platforms;

/// <summary>What is stored of everything that happened.</summary>
internal static class ProgramTraces
{
    private static readonly string[] Tables = ["Core", "Due", "Log", "Shelf"];

    /// <summary>Every row of every table.</summary>
    public static async Task<string> DumpAsync(this PlatformScene scene, params string[] tables)
    {
        await scene.SettleAsync();
        var rows = new List<string>();
        foreach (var table in tables.Length > 0 ? tables : Tables)
        {
            rows.AddRange(await scene.Tables.ScanAsync(table, CancellationToken.None)
                .Select(row => $"{table} {row.Partition} {row.Row} "
                    + $"{string.Join(' ', row.Columns.OrderBy(column => column.Key, StringComparer.Ordinal))}")
                .ToListAsync());
        }

        return string.Join('\n', rows.Order(StringComparer.Ordinal));
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
