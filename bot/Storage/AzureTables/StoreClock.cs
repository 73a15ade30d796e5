using IntroBot.Storage.Work;

namespace IntroBot.Storage.AzureTables;

/// <summary>
/// Estimates the skew between this machine's clock and the store's by the store's responses; a SQLite file has no clock of its own.
/// </summary>
public sealed class StoreClock(TimeProvider systemClock)
{
    /// <summary>Skew above this is logged.</summary>
    public static readonly TimeSpan NotableSkew = TimeSpan.FromSeconds(5);

    /// <summary>A lease is written by one machine and checked by another: with more skew than half a lease, due work pauses.</summary>
    public static readonly TimeSpan MaxSkew = Lease.Duration / 2;

    /// <summary>A slower response says too little about the server's time.</summary>
    private static readonly TimeSpan MaxRoundTrip = TimeSpan.FromSeconds(5);

    /// <summary>HTTP dates are truncated to whole seconds; this is the average error.</summary>
    private static readonly TimeSpan DateRounding = TimeSpan.FromSeconds(0.5);

    private const long Unknown = long.MinValue;
    private long ahead = Unknown;

    public DateTimeOffset Now => systemClock.GetUtcNow();

    /// <summary>How far this machine's clock is ahead of the store's; negative when it is behind, null before the first response.</summary>
    public TimeSpan? Ahead => Interlocked.Read(ref ahead) is var ticks && ticks == Unknown ? null : new TimeSpan(ticks);

    /// <summary>Whether the skew is too large for due work.</summary>
    public bool IsSkewed => Ahead is { } skew && skew.Duration() > MaxSkew;

    /// <summary>Records the server's time from a response to a request sent at <paramref name="sentAt"/>.</summary>
    public void Record(DateTimeOffset serverTime, DateTimeOffset sentAt)
    {
        var roundTrip = Now - sentAt;
        if (roundTrip < MaxRoundTrip)
        {
            Interlocked.Exchange(ref ahead, (sentAt + (roundTrip / 2) - serverTime - DateRounding).Ticks);
        }
    }
}
