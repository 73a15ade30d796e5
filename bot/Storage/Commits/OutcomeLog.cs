using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Commits;

/// <summary>
/// The outcome log: one row for each change of state, readable in any table browser. It repeats the history in each partition, so that a
/// line can be written again at any time and still appears once.
/// </summary>
internal sealed class OutcomeLog(ITableStore tables)
{
    /// <summary>The log rows for commits of one partition.</summary>
    public static IEnumerable<PartitionWrite> Writes(string partition, IEnumerable<LogLines> commits)
    {
        var names = partition.Split('|', 3);
        var rows = commits.SelectMany(commit => commit.Entries.Select((entry, index) => (
            Month: StoreKeys.LogMonth(new WorkspaceId(names[0]), entry.At),
            Row: new RowChange.Put($"{entry.At.UtcTicks:D19}|{names[2]}|log.{commit.Version:D6}.{index}", Columns(names, entry)))));
        return rows.GroupBy(each => each.Month, each => each.Row)
            .SelectMany(month => month.Chunk(TableLimits.Changes).Select(some => new PartitionWrite(StoreKeys.Log, month.Key, some)));
    }

    /// <summary>Writes the lines of one commit again, from the history in its partition.</summary>
    public async Task RepeatAsync(string partition, int version, CancellationToken token)
    {
        var prefix = StoreKeys.HistoryOf(version);
        var history = await tables.RangeAsync(StoreKeys.Core, partition, prefix, $"{prefix}~", TableLimits.Changes, token);
        var lines = new LogLines(version, [.. history.Select(row => JsonColumns.Read(row, StoredJson.Default.LogEntry))]);
        await tables.WriteAllAsync([.. Writes(partition, [lines])], token);
    }

    private static Dictionary<string, string> Columns(string[] names, LogEntry entry)
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["At"] = entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            ["Workspace"] = names[0],
            ["Event"] = JsonSerializer.SerializeToElement(entry.Event, StoredJson.Default.LogEvent).GetString()!,
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

/// <summary>The lines that one commit adds to the outcome log.</summary>
internal sealed record LogLines(int Version, ImmutableArray<LogEntry> Entries);
