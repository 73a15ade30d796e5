namespace IntroBot.Slack.Install;

/// <summary>Where the app is installed: in the workspace of the configured token, and wherever it was installed by OAuth.</summary>
internal sealed class Installations(ConfiguredInstallation configured, StoredInstallations? stored = null) : IInstallations
{
    public async Task<Installation?> FindAsync(string team, CancellationToken token) =>
        await configured.FindAsync(token) is { } own && own.Team == team ? own
        : stored is null ? null
        : await stored.FindAsync(team, token);

    public async Task<Installation?> RecallAsync(string team, CancellationToken token) =>
        await configured.RecallAsync(token) is { } own && own.Team == team ? own
        : stored is null ? null
        : await stored.RecallAsync(team, token);

    public Task<Installation?> OnlyAsync(bool mayAsk, CancellationToken token) =>
        stored is not null ? Task.FromResult<Installation?>(null)
        : mayAsk ? configured.FindAsync(token)
        : configured.RecallAsync(token);

    public Task<Installation?> RenewAsync(Installation refused, bool isExpired, CancellationToken token) =>
        stored?.RenewAsync(refused, isExpired, token) ?? Task.FromResult<Installation?>(null);

    public Task EndAsync(Installation ended, CancellationToken token) => stored?.EndAsync(ended, token) ?? Task.CompletedTask;

    public Task EndAsync(string team, DateTimeOffset? at, CancellationToken token) =>
        stored?.EndAsync(team, at, token) ?? Task.CompletedTask;

    public Task<DateTimeOffset?> EndedAtAsync(string team, CancellationToken token) =>
        stored?.EndedAtAsync(team, token) ?? Task.FromResult<DateTimeOffset?>(null);
}
