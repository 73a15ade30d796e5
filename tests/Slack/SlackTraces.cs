namespace IntroBot.Tests.Slack;

/// <summary>What is left of everything that happened: what is stored, what Slack was told, what people see.</summary>
internal static class SlackTraces
{
    private static readonly string[] Tables = ["Core", "Due", "Log", "Shelf"];

    /// <summary>Every row of every table.</summary>
    public static async Task<string> DumpAsync(this SlackScene scene, params string[] tables)
    {
        await scene.SettleAsync();
        var rows = new List<string>();
        foreach (var table in tables.Length > 0 ? tables : Tables)
        {
            rows.AddRange(await scene.Tables.ScanAsync(table, CancellationToken.None)
                .Select(row => $"{table} {row.Partition} {row.Row} {string.Join(' ', row.Columns.OrderBy(column => column.Key, StringComparer.Ordinal))}")
                .ToListAsync());
        }

        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    /// <summary>Every row, every call and every message: the same before and after something that did nothing.</summary>
    public static async Task<string> TracesAsync(this SlackScene scene)
    {
        var dump = await scene.DumpAsync();
        return $"{dump}\n{scene.Slack.Calls.Count} calls\n{string.Join('\n', scene.Slack.Workspaces.SelectMany(Seen))}";
    }

    /// <summary>What people of a workspace see: messages, private words, the modal on top, homes.</summary>
    public static IEnumerable<string> Seen(FakeSlackWorkspace workspace) =>
    [
        .. workspace.Channels.SelectMany(channel => channel.Messages.Select(message => $"{channel.Kind} {string.Join('+', channel.Members.Select(who => who.Name))}: {message.Text}")),
        .. workspace.People.SelectMany(person => person.Ephemerals.Select(message => $"only {person.Name}: {message.Text}")),
        .. workspace.People.SelectMany(person => person.Modals.Select(view => $"{person.Name} modal: {view.Title}")),
    ];

    /// <summary>What happened, as the outcome log tells it, without ids and moments.</summary>
    public static async Task<IReadOnlyList<string>> OutcomesAsync(this SlackScene scene)
    {
        await scene.SettleAsync();
        return await scene.Tables.ScanAsync("Log", CancellationToken.None)
            .OrderBy(row => row.Row, StringComparer.Ordinal)
            .Select(row => $"{row.Columns["Event"]} {row.Columns.GetValueOrDefault("Stage")} {row.Columns.GetValueOrDefault("Detail")}")
            .ToListAsync();
    }
}
