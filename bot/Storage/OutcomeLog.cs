using System.Globalization;
using IntroBot.Chat;
using IntroBot.Decisions;

namespace IntroBot.Storage;

/// <summary>The outcome log: one row for every change of state, readable in any table browser; written twice it is there once.</summary>
internal sealed class OutcomeLog(ITableStore tables)
{
    /// <summary>Writes lines of one partition; <paramref name="id"/> tells them from the lines of other commits at the same moment.</summary>
    public async Task WriteAsync(string partition, string id, IReadOnlyList<LogEntry> entries, CancellationToken token)
    {
        var names = partition.Split('|', 3);
        var rows = entries.Select((entry, index) => (
            Month: StoreKeys.LogMonth(new WorkspaceId(names[0]), entry.At),
            Row: new RowChange.Put($"{entry.At.UtcTicks:D19}|{names[2]}|{id}.{index}", Columns(names, entry))));
        foreach (var month in rows.GroupBy(each => each.Month, each => each.Row))
        {
            await tables.WriteAsync(StoreKeys.Log, month.Key, [.. month], token);
        }
    }

    private static Dictionary<string, string> Columns(string[] names, LogEntry entry)
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["At"] = entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            ["Workspace"] = names[0],
            ["Event"] = entry.Event,
        };
        Add("Intro", names[1] == "r" ? names[2] : "");
        Add("Stage", entry.Stage);
        Add("Person", entry.Who is { } who ? StoreKeys.Who(who) : "");
        Add("Detail", entry.Detail);
        return columns;

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                columns[name] = value;
            }
        }
    }
}
