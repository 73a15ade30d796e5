using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using IntroBot.Chat;
using Microsoft.AspNetCore.DataProtection;

namespace IntroBot.Slack;

/// <summary>The workspaces that installed the app by OAuth; tokens are protected at rest and read anew every minute, since another instance may change them.</summary>
internal sealed partial class StoredInstallations(
    IShelf shelf, IDataProtectionProvider protection, TokenExchange exchange, SlackClock wall, ILogger<StoredInstallations> logger)
{
    /// <summary>A token this near its end is exchanged before it is used; <see href="https://docs.slack.dev/authentication/using-token-rotation"/>.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Known = TimeSpan.FromMinutes(1);

    private readonly IDataProtector protector = protection.CreateProtector("IntroBot.Slack.Tokens");
    private readonly ConcurrentDictionary<string, (Installation? Installation, DateTimeOffset? Expires, DateTimeOffset ReadAt)> known = new();
    private readonly ConcurrentDictionary<string, SemaphoreSlim> oneByOne = new();

    public async Task<Installation?> FindAsync(string team, CancellationToken token)
    {
        var now = wall.Now;
        if (known.TryGetValue(team, out var recent) && recent.ReadAt + Known > now && !IsEnding(recent.Expires))
        {
            return recent.Installation;
        }

        var record = await ReadAsync(team, token);
        return IsEnding(record?.ExpiresAt) ? await RenewAsync(team, record!.ProtectedToken, token) : Remember(team, record);
    }

    public async Task SaveAsync(OAuthResponse granted, CancellationToken token)
    {
        var record = Protected(granted, wall.Now);
        await WriteAsync(record, token);
        Remember(record.Team, record);
    }

    /// <summary>Exchanges a token for its successor, once however many ask; the new pair is stored before it is used.</summary>
    public async Task<Installation?> RenewAsync(Installation expired, CancellationToken token)
    {
        var record = await ReadAsync(expired.Team, token);
        return record is null || Unprotected(record) is not { } newest || newest.Token != expired.Token
            ? Remember(expired.Team, record)
            : await RenewAsync(expired.Team, record.ProtectedToken, token);
    }

    /// <summary>Forgets the tokens of a workspace, unless it was installed again after that moment.</summary>
    public async Task EndAsync(string team, DateTimeOffset? at, CancellationToken token)
    {
        if (await ReadAsync(team, token) is { EndedAt: null } record && (at is null || record.InstalledAt <= at.Value + TimeSpan.FromSeconds(1)))
        {
            await WriteAsync(record.Ended(wall.Now), token);
            known.TryRemove(team, out _);
            Log.Ended(logger, team);
        }
    }

    public async Task<DateTimeOffset?> EndedAtAsync(string team, CancellationToken token) => (await ReadAsync(team, token))?.EndedAt;

    private async Task<Installation?> RenewAsync(string team, string expired, CancellationToken token)
    {
        var one = oneByOne.GetOrAdd(team, _ => new SemaphoreSlim(1));
        await one.WaitAsync(token);
        try
        {
            var record = await ReadAsync(team, token);
            if (record?.ProtectedToken != expired || record.ProtectedRefresh is null)
            {
                return Remember(team, record);
            }

            var refreshed = await exchange.RefreshAsync(protector.Unprotect(record.ProtectedRefresh), token);
            if (refreshed is SlackResult<OAuthResponse>.Done { Value: { AccessToken: { } } successor })
            {
                var renewed = record with
                {
                    ProtectedToken = protector.Protect(successor.AccessToken),
                    ProtectedRefresh = successor.RefreshToken is { } next ? protector.Protect(next) : null,
                    ExpiresAt = successor.ExpiresIn is { } seconds ? wall.Now + TimeSpan.FromSeconds(seconds) : null,
                };
                await WriteAsync(renewed, token);
                return Remember(team, renewed);
            }

            // Another instance may have been quicker with the one-use refresh token; else the old one serves as long as it lives.
            return Remember(team, await ReadAsync(team, token));
        }
        catch (CryptographicException)
        {
            Log.Unreadable(logger, team);
            return null;
        }
        finally
        {
            one.Release();
        }
    }

    private bool IsEnding(DateTimeOffset? expires) => expires is { } end && end - Margin < wall.Now;

    private Installation? Remember(string team, InstallationRecord? record)
    {
        var installation = record is null ? null : Unprotected(record);
        known[team] = (installation, record?.ExpiresAt, wall.Now);
        return installation;
    }

    private Installation? Unprotected(InstallationRecord record)
    {
        try
        {
            return record.ProtectedToken.Length == 0 ? null : new Installation(record.Team, record.BotUser, protector.Unprotect(record.ProtectedToken));
        }
        catch (CryptographicException)
        {
            Log.Unreadable(logger, record.Team);
            return null;
        }
    }

    private InstallationRecord Protected(OAuthResponse granted, DateTimeOffset now) => new(
        granted.Team!.Id!,
        granted.Team.Name ?? "",
        granted.BotUserId ?? "",
        granted.Scope ?? "",
        protector.Protect(granted.AccessToken!),
        granted.RefreshToken is { } refresh ? protector.Protect(refresh) : null,
        granted.ExpiresIn is { } seconds ? now + TimeSpan.FromSeconds(seconds) : null,
        now);

    private async Task<InstallationRecord?> ReadAsync(string team, CancellationToken token) =>
        await shelf.FindAsync(SlackShelves.Installations, team, token) is { } text
            ? JsonSerializer.Deserialize(text, InstallationJson.Default.InstallationRecord)
            : null;

    private Task WriteAsync(InstallationRecord record, CancellationToken token) => shelf.PutAsync(
        SlackShelves.Installations, record.Team, JsonSerializer.Serialize(record, InstallationJson.Default.InstallationRecord), token);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The app was taken out of {Team}; its tokens are forgotten.")]
        public static partial void Ended(ILogger logger, string team);

        [LoggerMessage(2, LogLevel.Error, "The tokens of {Team} cannot be read: was Slack:ClientSecret changed? Install the app there again.")]
        public static partial void Unreadable(ILogger logger, string team);
    }
}
