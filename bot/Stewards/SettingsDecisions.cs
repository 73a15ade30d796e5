using IntroBot.Chat.Interactions;
using IntroBot.Decisions;

namespace IntroBot.Stewards;

/// <summary>What a steward decides for a workspace.</summary>
public static class SettingsDecisions
{
    /// <summary>The log says what was chosen and by whom; the channel's name and id stay out of it.</summary>
    public static Decision<WorkspaceSettings> Change(
        WorkspaceSettings? settings, WorkspaceSettings wanted, Person by, DateTimeOffset now) => settings == wanted
        ? new Decision<WorkspaceSettings>.Unchanged()
        : new Decision<WorkspaceSettings>.Taken(
            wanted, [],
                [new LogEntry(now, LogEvent.SettingsChanged, "", by.Ref, wanted.OffersInChannel ? "offers=channel" : "offers=message")]);
}
