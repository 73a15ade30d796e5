using IntroBot.Decisions;

namespace IntroBot.Stewards;

/// <summary>Nothing follows from settings but their line in the log: they send no words and wait for no moment.</summary>
public sealed class SettingsFollowThrough : IFollowThrough<WorkspaceSettings>
{
    public Task<Departure> DepartAsync(WorkspaceSettings state, Outgoing.Notice notice, DateTimeOffset now, CancellationToken token) =>
        Task.FromResult<Departure>(new Departure.Drop());

    public Decision<WorkspaceSettings> Delivered(WorkspaceSettings state, Outgoing.Notice notice, DateTimeOffset now) =>
        new Decision<WorkspaceSettings>.Unchanged();

    public Decision<WorkspaceSettings> Undeliverable(WorkspaceSettings state, Outgoing.Notice notice, DateTimeOffset now) =>
        new Decision<WorkspaceSettings>.Unchanged();

    public Decision<WorkspaceSettings> Woken(WorkspaceSettings state, Wakeup wakeup, DateTimeOffset now) =>
        new Decision<WorkspaceSettings>.Unchanged();
}
