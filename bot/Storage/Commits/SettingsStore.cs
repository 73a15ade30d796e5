using IntroBot.Stewards;

namespace IntroBot.Storage.Commits;

/// <summary>Stores the settings of workspaces, one partition each.</summary>
internal sealed class SettingsStore(StateStore<WorkspaceSettings> states) : ISettingsStore
{
    public async Task<WorkspaceSettings> FindAsync(WorkspaceId workspace, CancellationToken token) =>
        await states.FindAsync(StoreKeys.Settings(workspace), token) ?? WorkspaceSettings.Default;

    public Task<Change<WorkspaceSettings>> ChangeAsync(
        WorkspaceId workspace, string operation, Func<WorkspaceSettings?, Decision<WorkspaceSettings>> decide, CancellationToken token) =>
        states.ChangeAsync(StoreKeys.Settings(workspace), operation, decide, token);
}
