using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using IntroBot.Platforms;
using IntroBot.Slack.WebApi;

namespace IntroBot.Slack.Install;

/// <summary>
/// The one workspace whose token stands in the configuration; which one it is, Slack is asked at the start, once, and the answer kept.
/// </summary>
internal sealed partial class ConfiguredInstallation(
    SlackOptions options, SlackClient client, IKeyValueStore store, WallClock wall, BackgroundTasks background,
        ILogger<ConfiguredInstallation> logger)
    : IHostedService
{
    /// <summary>How long anybody waits for the very first answer; an acknowledgement does not.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>How long a question without an answer is not asked again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private Installation? known;
    private Task<Installation?>? asking;
    private DateTimeOffset askedAt;

    /// <summary>
    /// The installation; null when there is no token. Throws <see cref="SlackUnreachableException"/> while Slack does not say.
    /// </summary>
    public async Task<Installation?> FindAsync(CancellationToken token)
    {
        if (known is not null || string.IsNullOrWhiteSpace(options.BotToken))
        {
            return known;
        }

        try
        {
            return await Ask().WaitAsync(Timeout, wall.Time, token) ?? throw new SlackUnreachableException();
        }
        catch (TimeoutException)
        {
            throw new SlackUnreachableException();
        }
    }

    /// <summary>As above, without waiting for Slack.</summary>
    public async Task<Installation?> RecallAsync(CancellationToken token) =>
        known is not null || string.IsNullOrWhiteSpace(options.BotToken)
            ? known
            : known = await ReadAsync(token) ?? throw new SlackUnreachableException();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(options.BotToken))
        {
            background.Run("ask whose token it is", _ => Ask());
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Kept under the token's digest, so that another token is asked about anew.</summary>
    private string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(options.BotToken!)))[..32];

    /// <summary>One question at a time, however many wait for its answer.</summary>
    private Task<Installation?> Ask()
    {
        lock (gate)
        {
            if (asking is null || (asking.IsCompleted && known is null && askedAt + Pause <= wall.Now))
            {
                askedAt = wall.Now;
                asking = LearnAsync();
            }

            return asking;
        }
    }

    private async Task<Installation?> LearnAsync() => known = await ReadAsync(CancellationToken.None) ?? await AskAsync();

    private async Task<Installation?> ReadAsync(CancellationToken token) =>
        (await store.FindAsync(SlackStoreNames.Own, Key, token))?.Split(' ') is [var team, var bot]
            ? new Installation(team, bot, options.BotToken!)
            : null;

    private async Task<Installation?> AskAsync()
    {
        var bearer = new AuthenticationHeaderValue("Bearer", options.BotToken);
        switch (await client.CallAsync(
            "auth.test", "", bearer, new Dictionary<string, string>(), SlackApiJson.Default.AuthResponse, CancellationToken.None))
        {
            case SendResult<AuthResponse>.Sent { Value: { TeamId: { } team, UserId: { } bot } } when SlackIds.IsTeam(team):
                await store.PutAsync(SlackStoreNames.Own, Key, $"{team} {bot}", CancellationToken.None);
                return new Installation(team, bot, options.BotToken!);
            case SendResult<AuthResponse>.Rejected refused:
                Log.Refused(logger, refused.Error);
                return null;
            default:
                return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1, LogLevel.Error,
            "Slack does not take Slack:BotToken ({Error}): "
                + "copy the Bot User OAuth Token from OAuth & Permissions of your Slack app, and start again.")]
        public static partial void Refused(ILogger logger, string error);
    }
}
