using System.Collections.Concurrent;

namespace IntroBot.Platforms;

/// <summary>
/// Keeps to a platform's rates: a method that was refused stays closed for its workspace or conversation as long as the platform said, and
/// a channel takes one message a second where it wants that (https://docs.slack.dev/apis/web-api/rate-limits).
/// </summary>
internal sealed class RateLimiter(WallClock wall)
{
    public static readonly TimeSpan BetweenMessages = TimeSpan.FromSeconds(1);

    /// <summary>Remembered at once; beyond it all are forgotten, at the price of one message too early here and there.</summary>
    private const int MaxChannels = 10_000;

    private readonly ConcurrentDictionary<(string Method, string Workspace), DateTimeOffset> closed = new();
    private readonly Dictionary<(string Workspace, string Channel), DateTimeOffset> channels = [];

    /// <summary>How long a method stays closed for a workspace; nothing when it is open.</summary>
    public TimeSpan RemainingDelay(string method, string workspace) =>
        closed.TryGetValue((method, workspace), out var until) && until > wall.Now
        ? until - wall.Now
        : TimeSpan.Zero;

    /// <summary>Keeps a method closed for a workspace or conversation.</summary>
    public void BlockUntil(string method, string workspace, DateTimeOffset until) => closed[(method, workspace)] = until;

    /// <summary>Takes the channel's next second, or says how long to wait for it.</summary>
    public TimeSpan TryTake(string workspace, string channel)
    {
        var (now, key) = (wall.Now, (workspace, channel));
        lock (channels)
        {
            if (channels.TryGetValue(key, out var last) && last + BetweenMessages > now)
            {
                return last + BetweenMessages - now;
            }

            if (channels.Count >= MaxChannels)
            {
                channels.Clear();
            }

            channels[key] = now;
            return TimeSpan.Zero;
        }
    }

    /// <summary>Waits for the channel's next second and takes it.</summary>
    public async Task WaitAsync(string workspace, string channel, CancellationToken token)
    {
        while (TryTake(workspace, channel) is var wait && wait > TimeSpan.Zero)
        {
            await wall.WaitAsync(wait, token);
        }
    }
}
