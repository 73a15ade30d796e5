namespace IntroBot.Stewards;

/// <summary>Settings send no notices and have no timers; they only write their log line.</summary>
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
