using System.Collections.Concurrent;
using IntroBot.Platforms;
using IntroBot.Slack.WebApi;

namespace IntroBot.Slack.Install;

/// <summary>
/// The workspaces that installed the app by OAuth;
/// their tokens are read anew every minute, since another instance may change them, and exchanged before they end.
/// </summary>
internal sealed partial class StoredInstallations(
    InstallationRecords records, TokenExchange exchange, [SystemClock] TimeProvider clock, ILogger<StoredInstallations> logger)
{
    /// <summary>
    /// A token this near its end is exchanged before it is used; <see href="https://docs.slack.dev/authentication/using-token-rotation"/>.
    /// </summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Known = TimeSpan.FromMinutes(1);

    private const int MaxRemembered = 10_000;

    private readonly BoundedCache<string, Installation?> known = new(MaxRemembered, clock);
    private readonly BoundedCache<string, bool> refused = new(MaxRemembered, clock);

    /// <summary>No cache: a lock that is evicted while it is held would let a refresh token be used twice.</summary>
    private readonly ConcurrentDictionary<string, SemaphoreSlim> oneByOne = new();

    public async Task<Installation?> FindAsync(string team, CancellationToken token)
    {
        if (known.TryGet(team, out var recent))
        {
            return recent;
        }

        var record = await records.ReadAsync(team, token);
        return IsEnding(record) ? await RenewAsync(team, record!.ProtectedToken, token) : Remember(team, record);
    }

    /// <summary>As above, but a token near its end is not exchanged, which would take a call.</summary>
    public async Task<Installation?> RecallAsync(string team, CancellationToken token)
    {
        if (known.TryGet(team, out var recent))
        {
            return recent;
        }

        var record = await records.ReadAsync(team, token);
        return IsEnding(record) ? records.Open(record!) : Remember(team, record);
    }

    public Task SaveAsync(OAuthResponse granted, CancellationToken token)
    {
        var record = records.Close(granted, clock.GetUtcNow());
        return AloneAsync(record.Team, async () =>
        {
            await records.WriteAsync(record, token);
            return Remember(record.Team, record);
        });
    }

    /// <summary>
    /// The successor of a token that Slack takes no more: one that is stored by now, or one it is exchanged for, once however many ask.
    /// </summary>
    public async Task<Installation?> RenewAsync(Installation refused, bool isExpired, CancellationToken token)
    {
        var record = await records.ReadAsync(refused.Team, token);
        return !isExpired || record is null || records.Open(record) is not { } newest || newest.Token != refused.Token
            ? Remember(refused.Team, record)
            : await RenewAsync(refused.Team, record.ProtectedToken, token);
    }

    /// <summary>Forgets the tokens of a workspace, unless it was installed again after that moment.</summary>
    public Task EndAsync(string team, DateTimeOffset? at, CancellationToken token) =>
        EndAsync(team, record => at is null || record.InstalledAt <= at.Value + TimeSpan.FromSeconds(1), token);

    /// <summary>Forgets a token that Slack calls ended, unless another has taken its place.</summary>
    public Task EndAsync(Installation ended, CancellationToken token) =>
        EndAsync(ended.Team, record => records.Open(record)?.Token == ended.Token, token);

    public async Task<DateTimeOffset?> EndedAtAsync(string team, CancellationToken token) =>
        (await records.ReadAsync(team, token))?.EndedAt;

    private Task EndAsync(string team, Func<InstallationRecord, bool> isMeant, CancellationToken token) => AloneAsync(team, async () =>
    {
        if (await records.ReadAsync(team, token) is not { EndedAt: null } record || !isMeant(record))
        {
            return null;
        }

        await records.WriteAsync(record.Ended(clock.GetUtcNow()), token);
        known.Remove(team);
        Log.Ended(logger, team);
        return null;
    });

    /// <summary>
    /// A refresh token is good once, so that a caller who stops waiting stops neither the exchange nor the write of its result. The new
    /// pair is stored before it is used.
    /// </summary>
    private Task<Installation?> RenewAsync(string team, string old, CancellationToken token) =>
        AloneAsync(team, () => ExchangeAsync(team, old)).WaitAsync(token);

    private async Task<Installation?> ExchangeAsync(string team, string old)
    {
        var record = await records.ReadAsync(team, CancellationToken.None);
        if (record?.ProtectedToken != old
            || record.ProtectedRefresh is null
            || refused.TryGet(team, out _))
        {
            return Remember(team, record);
        }

        if (records.OpenRefresh(record) is not { } refresh)
        {
            return null;
        }

        if (await exchange.RefreshAsync(
            refresh, CancellationToken.None) is SendResult<OAuthResponse>.Sent { Value: { AccessToken: { } } successor })
        {
            var renewed = records.Close(record, successor, clock.GetUtcNow());
            await records.WriteAsync(renewed, CancellationToken.None);
            return Remember(team, renewed);
        }

        // Another instance may have been quicker with the one-use refresh token; else the old one serves as long as it lives.
        refused.Set(team, true, Known);
        return Remember(team, await records.ReadAsync(team, CancellationToken.None));
    }

    private async Task<Installation?> AloneAsync(string team, Func<Task<Installation?>> work)
    {
        var one = oneByOne.GetOrAdd(team, _ => new SemaphoreSlim(1));
        await one.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            one.Release();
        }
    }

    private bool IsEnding(InstallationRecord? record) =>
        record is { ExpiresAt: { } end, ProtectedRefresh: not null } && end - Margin < clock.GetUtcNow();

    /// <summary>Looked at again in a minute, or sooner when the token ends sooner.</summary>
    private Installation? Remember(string team, InstallationRecord? record)
    {
        var installation = record is null ? null : records.Open(record);
        var renewal = record?.ExpiresAt - Margin - clock.GetUtcNow();
        known.Set(team, installation, renewal > TimeSpan.Zero && renewal < Known ? renewal : Known);
        return installation;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The app was taken out of {Team}; its tokens are forgotten.")]
        public static partial void Ended(ILogger logger, string team);
    }
}
