using IntroBot.Platforms;
using IntroBot.Slack.WebApi;

namespace IntroBot.Slack.Install;

/// <summary>
/// The one workspace whose token stands in the configuration; which one it is, Slack is asked at the start, once, and the answer kept.
/// </summary>
internal sealed class ConfiguredInstallation(
    SlackOptions options, TokenIdentity identity, BackgroundTasks background, [SystemClock] TimeProvider clock) : IHostedService
{
    /// <summary>Timeout of the very first answer; an acknowledgement does not wait for it.</summary>
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
            return await Ask().WaitAsync(Timeout, clock, token) ?? throw new SlackUnreachableException();
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
            : known = await identity.RecallAsync(token) ?? throw new SlackUnreachableException();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(options.BotToken))
        {
            background.Run("ask whose token it is", _ => Ask());
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>One question at a time, however many wait for its answer.</summary>
    private Task<Installation?> Ask()
    {
        lock (gate)
        {
            if (asking is null || (asking.IsCompleted && known is null && askedAt + Pause <= clock.GetUtcNow()))
            {
                askedAt = clock.GetUtcNow();
                asking = LearnAsync();
            }

            return asking;
        }
    }

    private async Task<Installation?> LearnAsync() =>
        known = await identity.RecallAsync(CancellationToken.None) ?? await identity.AskAsync(CancellationToken.None);
}
