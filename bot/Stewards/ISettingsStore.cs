using IntroBot.Chat.Interactions;
using IntroBot.Decisions;

namespace IntroBot.Stewards;

/// <summary>Keeps the settings of each workspace, changed only by a decision about their newest state.</summary>
public interface ISettingsStore
{
    /// <summary>What holds in a workspace: <see cref="WorkspaceSettings.Default"/> where nobody has chosen.</summary>
    Task<WorkspaceSettings> FindAsync(WorkspaceId workspace, CancellationToken token);

    /// <summary>
    /// Decides and stores as one act; <paramref name="operation"/> names the act, so that the same act again changes nothing.
    /// </summary>
    Task<Change<WorkspaceSettings>> ChangeAsync(
        WorkspaceId workspace, string operation, Func<WorkspaceSettings?, Decision<WorkspaceSettings>> decide, CancellationToken token);
}
