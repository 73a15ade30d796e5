namespace IntroBot.Platforms.Http;

/// <summary>
/// Keeps to a platform's rates: a method that was refused stays closed for its workspace or conversation as long as the platform said, and
/// a channel takes one message a second where it wants that (https://docs.slack.dev/apis/web-api/rate-limits).
/// </summary>
internal sealed class RateLimiter([SystemClock] TimeProvider clock)
{
    public static readonly TimeSpan BetweenMessages = TimeSpan.FromSeconds(1);

    /// <summary>Of methods, and of channels; one that is evicted costs a call too early, which the platform refuses.</summary>
    private const int MaxRemembered = 10_000;

    private readonly Lock gate = new();
    private readonly BoundedCache<(string Method, string Workspace), DateTimeOffset> closed = new(MaxRemembered, clock);
    private readonly BoundedCache<(string Workspace, string Channel), DateTimeOffset> channels = new(MaxRemembered, clock);

    /// <summary>How long a method stays closed for a workspace; nothing when it is open.</summary>
    public TimeSpan RemainingDelay(string method, string workspace) =>
        closed.TryGet((method, workspace), out var until) && until - clock.GetUtcNow() is var left && left > TimeSpan.Zero
            ? left
            : TimeSpan.Zero;

    /// <summary>Keeps a method closed for a workspace or conversation.</summary>
    public void BlockUntil(string method, string workspace, DateTimeOffset until) =>
        closed.Set((method, workspace), until, until - clock.GetUtcNow());

    /// <summary>Takes the channel's next second, or says how long to wait for it.</summary>
    public TimeSpan TryTake(string workspace, string channel)
    {
        var (now, key) = (clock.GetUtcNow(), (workspace, channel));
        lock (gate)
        {
            if (channels.TryGet(key, out var last) && last + BetweenMessages > now)
            {
                return last + BetweenMessages - now;
            }

            channels.Set(key, now, BetweenMessages);
            return TimeSpan.Zero;
        }
    }

    /// <summary>Waits for the channel's next second and takes it.</summary>
    public async Task WaitAsync(string workspace, string channel, CancellationToken token)
    {
        while (TryTake(workspace, channel) is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, token);
        }
    }
}
