using System.Collections.Concurrent;
using IntroBot.Storage;

namespace IntroBot.Operations.Health;

/// <summary>
/// Estimates the skew between this machine's clock and the platforms' by their responses. Signatures and tokens that are five minutes off
/// are refused, so a wrong clock ends all traffic without an error of its own.
/// </summary>
internal sealed partial class ClockMonitor(TimeProvider systemClock, ILogger<ClockMonitor> logger)
{
    /// <summary>Skew above this is logged.</summary>
    public static readonly TimeSpan NotableSkew = TimeSpan.FromSeconds(20);

    /// <summary>Above this, platforms and IntroBot refuse each other's signatures and tokens.</summary>
    public static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(5);

    /// <summary>Older readings are ignored, because clocks get set.</summary>
    private static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Reading> readings = new();

    /// <summary>The platform whose clock is furthest from this machine's, and how far this machine's is ahead of it.</summary>
    public (string Platform, TimeSpan Ahead)? LargestSkew => readings
        .Where(each => systemClock.GetElapsedTime(each.Value.At) < TimeToLive)
        .OrderByDescending(each => each.Value.Ahead.Duration())
        .Select(each => ((string, TimeSpan)?)(each.Key, each.Value.Ahead))
        .FirstOrDefault();

    /// <summary>Records how far this machine's clock is ahead of a platform's, as one response shows.</summary>
    public void Record(string platform, TimeSpan ahead)
    {
        var reading = new Reading(ahead, systemClock.GetTimestamp());
        var wasOff = readings.TryGetValue(platform, out var previous) && previous.IsOff;
        readings[platform] = reading;
        if (reading.IsOff && !wasOff)
        {
            Log.Skewed(logger, ClockSkewText.Of(reading.Ahead), platform, (int)MaxSkew.TotalMinutes);
        }

        if (wasOff && !reading.IsOff)
        {
            Log.InSync(logger, platform);
        }
    }

    /// <summary>How far ahead this machine's clock was, and when that was measured.</summary>
    private sealed record Reading(TimeSpan Ahead, long At)
    {
        public bool IsOff => Ahead.Duration() > NotableSkew;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Error,
            "Clock skew: this machine is {Skew} {Platform}, and requests fail beyond {Minutes} minutes. Let a time server set the clock.")]
        public static partial void Skewed(ILogger logger, string skew, string platform, int minutes);

        [LoggerMessage(2, LogLevel.Information, "Clock skew is gone: this machine and {Platform} agree again.")]
        public static partial void InSync(ILogger logger, string platform);
    }
}
