using System.Net.Http.Headers;
using System.Security.Cryptography;
using IntroBot.Platforms;
using IntroBot.Slack.WebApi;

namespace IntroBot.Slack.Install;

/// <summary>
/// Which workspace and bot the configured token is of: asked of Slack once and stored, under the token's digest, so that another token is
/// asked about anew.
/// </summary>
internal sealed partial class TokenIdentity(SlackOptions options, SlackClient client, IKeyValueStore store, ILogger<TokenIdentity> logger)
{
    private string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(options.BotToken!)))[..32];

    /// <summary>What was learned before; null where the token is new.</summary>
    public async Task<Installation?> RecallAsync(CancellationToken token) =>
        (await store.FindAsync(SlackStoreNames.Own, Key, token))?.Split(' ') is [var team, var bot]
            ? new Installation(team, bot, options.BotToken!)
            : null;

    /// <summary>Asks Slack and stores the answer; null where Slack gives none.</summary>
    public async Task<Installation?> AskAsync(CancellationToken token)
    {
        var bearer = new AuthenticationHeaderValue("Bearer", options.BotToken);
        switch (await client.CallAsync(
            "auth.test", bearer, new Dictionary<string, string>(), SlackApiJson.Default.AuthResponse, token))
        {
            case SendResult<AuthResponse>.Sent { Value: { TeamId: { } team, UserId: { } bot } } when SlackIds.IsTeam(team):
                await store.PutAsync(SlackStoreNames.Own, Key, $"{team} {bot}", token);
                return new Installation(team, bot, options.BotToken!);
            case SendResult<AuthResponse>.Rejected rejected:
                Log.Rejected(logger, rejected.Code);
                return null;
            case SendResult<AuthResponse>.Sent or SendResult<AuthResponse>.RetryAfter or SendResult<AuthResponse>.Unknown:
                return null;
            default:
                throw new UnreachableException();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1, LogLevel.Error,
            "Slack does not take Slack:BotToken ({Error}): "
                + "copy the Bot User OAuth Token from OAuth & Permissions of your Slack app, and start again.")]
        public static partial void Rejected(ILogger logger, string error);
    }
}
