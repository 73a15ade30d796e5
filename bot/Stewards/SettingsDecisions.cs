namespace IntroBot.Stewards;

/// <summary>The decisions of a steward for a workspace.</summary>
public static class SettingsDecisions
{
    /// <summary>The log records the choice and who made it, without name or id of the channel.</summary>
    public static Decision<WorkspaceSettings> Change(
        WorkspaceSettings? settings, WorkspaceSettings wanted, Person by, DateTimeOffset now) => settings == wanted
        ? new Decision<WorkspaceSettings>.Unchanged()
        : new Decision<WorkspaceSettings>.Taken(
            wanted, [],
                [new LogEntry(now, LogEvent.SettingsChanged, "", by.Ref, wanted.OffersInChannel ? "offers=channel" : "offers=message")]);
}
