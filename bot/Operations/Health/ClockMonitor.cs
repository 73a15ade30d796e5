using System.Collections.Concurrent;
using IntroBot.Storage;

namespace IntroBot.Operations.Health;

/// <summary>
/// This machine's clock beside those of the platforms, as their answers tell it. Signatures and tokens that are five minutes off
/// are refused, so a clock that goes wrong ends all talk without a word, unless somebody says so.
/// </summary>
internal sealed partial class ClockMonitor(TimeProvider wall, ILogger<ClockMonitor> logger)
{
    /// <summary>Beyond this, whoever runs the program is told.</summary>
    public static readonly TimeSpan NotableSkew = TimeSpan.FromSeconds(20);

    /// <summary>Beyond this, platforms are not believed and do not believe.</summary>
    public static readonly TimeSpan MaxReadings = TimeSpan.FromMinutes(5);

    /// <summary>What was heard longer ago says nothing any more: clocks are set.</summary>
    private static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Reading> readings = new();

    /// <summary>The platform whose clock is furthest from this machine's, and how far this machine's is ahead of it.</summary>
    public (string Platform, TimeSpan Ahead)? Furthest => readings
        .Where(each => wall.GetElapsedTime(each.Value.Heard) < TimeToLive)
        .OrderByDescending(each => each.Value.Ahead.Duration())
        .Select(each => ((string, TimeSpan)?)(each.Key, each.Value.Ahead))
        .FirstOrDefault();

    /// <summary>A platform told how far this machine's clock is ahead of its own.</summary>
    public void Heard(string platform, TimeSpan ahead)
    {
        var reading = new Reading(ahead, wall.GetTimestamp());
        var before = readings.TryGetValue(platform, out var earlier) && earlier.IsOff;
        readings[platform] = reading;
        if (reading.IsOff && !before)
        {
            Log.Off(logger, ClockSkewText.Of(reading.Ahead), platform, (int)MaxReadings.TotalMinutes);
        }

        if (before && !reading.IsOff)
        {
            Log.Right(logger, platform);
        }
    }

    /// <summary>How far ahead this machine's clock was, and when that was heard.</summary>
    private sealed record Reading(TimeSpan Ahead, long Heard)
    {
        public bool IsOff => Ahead.Duration() > NotableSkew;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Error,
            "This machine's clock is {Apart} the one of {Platform}: "
                + "let a time server set it; {Minutes} minutes off, neither believes the other.")]
        public static partial void Off(ILogger logger, string apart, string platform, int minutes);

        [LoggerMessage(2, LogLevel.Information, "This machine's clock agrees with the one of {Platform} again.")]
        public static partial void Right(ILogger logger, string platform);
    }
}
