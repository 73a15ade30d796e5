using IntroBot.Decisions;

namespace IntroBot.Stewards;

/// <summary>Nothing follows from settings but their line in the log: they send no words and wait for no moment.</summary>
public sealed class SettingsNoticePolicy : INoticePolicy<WorkspaceSettings>
{
    public Task<SendDecision> DecideSendAsync(
        WorkspaceSettings state, Outgoing.Notice notice, DateTimeOffset now, CancellationToken token) =>
        Task.FromResult<SendDecision>(new SendDecision.Cancel());

    public Decision<WorkspaceSettings> OnDelivered(WorkspaceSettings state, Outgoing.Notice notice, DateTimeOffset now) =>
        new Decision<WorkspaceSettings>.Unchanged();

    public Decision<WorkspaceSettings> OnUndeliverable(WorkspaceSettings state, Outgoing.Notice notice, DateTimeOffset now) =>
        new Decision<WorkspaceSettings>.Unchanged();

    public Decision<WorkspaceSettings> OnTimer(WorkspaceSettings state, DueTimer timer, DateTimeOffset now) =>
        new Decision<WorkspaceSettings>.Unchanged();
}
