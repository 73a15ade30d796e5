namespace IntroBot.Stewards;

/// <summary>Stores the settings of each workspace, changed only by a decision about their newest state.</summary>
public interface ISettingsStore
{
    /// <summary>The settings of a workspace, or <see cref="WorkspaceSettings.Default"/> when none are stored.</summary>
    Task<WorkspaceSettings> FindAsync(WorkspaceId workspace, CancellationToken token);

    /// <summary>
    /// Decides and stores atomically; <paramref name="operation"/> is the idempotency key, so that a repeat changes nothing.
    /// </summary>
    Task<Change<WorkspaceSettings>> ChangeAsync(
        WorkspaceId workspace, string operation, Func<WorkspaceSettings?, Decision<WorkspaceSettings>> decide, CancellationToken token);
}
