using System.Security.Cryptography;
using IntroBot.Platforms;
using IntroBot.Slack.WebApi;
using Microsoft.AspNetCore.DataProtection;

namespace IntroBot.Slack.Install;

/// <summary>Where installations are kept. Their tokens are closed before they are written, and opened when they are used.</summary>
internal sealed partial class InstallationRecords(
    IKeyValueStore store, IDataProtectionProvider protection, ILogger<InstallationRecords> logger)
{
    private const int MaxRemembered = 10_000;

    private readonly IDataProtector protector = protection.CreateProtector("IntroBot.Slack.Tokens");

    /// <summary>Tokens of which was told that they cannot be read, by workspace.</summary>
    private readonly BoundedCache<string, string> unreadable = new(MaxRemembered);

    public async Task<InstallationRecord?> ReadAsync(string team, CancellationToken token) =>
        await store.FindAsync(SlackStoreNames.Installations, team, token) is { } text
            ? JsonSerializer.Deserialize(text, InstallationJson.Default.InstallationRecord)
            : null;

    public Task WriteAsync(InstallationRecord record, CancellationToken token) => store.PutAsync(
        SlackStoreNames.Installations, record.Team, JsonSerializer.Serialize(record, InstallationJson.Default.InstallationRecord), token);

    /// <summary>A new installation, as it may be written.</summary>
    public InstallationRecord Close(OAuthResponse granted, DateTimeOffset now) => Close(
        new InstallationRecord(
            granted.Team!.Id!, granted.Team.Name ?? "", granted.BotUserId ?? "", granted.Scope ?? "",
            ProtectedToken: "", ProtectedRefresh: null, ExpiresAt: null, InstalledAt: now),
        granted,
        now);

    /// <summary>The same installation with other tokens, as it may be written.</summary>
    public InstallationRecord Close(InstallationRecord record, OAuthResponse granted, DateTimeOffset now) => record with
    {
        ProtectedToken = protector.Protect(granted.AccessToken!),
        ProtectedRefresh = granted.RefreshToken is { } refresh ? protector.Protect(refresh) : null,
        ExpiresAt = granted.ExpiresIn is { } seconds ? now + TimeSpan.FromSeconds(seconds) : null,
    };

    /// <summary>Null when its token has ended, or cannot be read.</summary>
    public Installation? Open(InstallationRecord record) =>
        Opened(record, record.ProtectedToken) is { } opened ? new Installation(record.Team, record.BotUser, opened) : null;

    /// <summary>The token for which the next one is given; null when there is none, or it cannot be read.</summary>
    public string? OpenRefresh(InstallationRecord record) =>
        record.ProtectedRefresh is { } closed ? Opened(record, closed) : null;

    /// <summary>Null when there is nothing, or nothing we can read; that is told once.</summary>
    private string? Opened(InstallationRecord record, string closed)
    {
        try
        {
            return closed.Length == 0 ? null : protector.Unprotect(closed);
        }
        catch (CryptographicException)
        {
            if (!unreadable.TryGet(record.Team, out var told) || told != record.ProtectedToken)
            {
                unreadable.Set(record.Team, record.ProtectedToken);
                Log.Unreadable(logger, record.Team);
            }

            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1, LogLevel.Error, "The tokens of {Team} cannot be read: was Slack:ClientSecret changed? Install the app there again.")]
        public static partial void Unreadable(ILogger logger, string team);
    }
}
