using IntroBot.Storage.AzureTables;

namespace IntroBot.Storage.Work;

/// <summary>
/// How due work goes on, for whoever looks after the program: what is wrong is said when it begins, and not again with every
/// round.
/// </summary>
internal sealed partial class DueMonitor(TimeProvider clock, StoreClock store, ILogger<DueMonitor> logger)
{
    private readonly Lock gate = new();
    private DuePass last = new();
    private long ended = clock.GetTimestamp();
    private bool broke;
    private Clock told;

    /// <summary>What has been said of the clock.</summary>
    private enum Clock
    {
        Right,
        Notable,
        FarOff,
    }

    /// <summary>How long the oldest row waits that should have been done by now, as the last round left it.</summary>
    public TimeSpan Behind =>
        last.LateSince is { } since && clock.GetUtcNow() - since is var late && late > TimeSpan.Zero ? late : TimeSpan.Zero;

    /// <summary>How long ago a round last came to its end.</summary>
    public TimeSpan SinceRound => clock.GetElapsedTime(Interlocked.Read(ref ended));

    /// <summary>How many partitions nobody can handle as they are.</summary>
    public int Failing => last.Failed.Count;

    /// <summary>A round came to its end.</summary>
    public void PassEnded(DuePass round)
    {
        lock (gate)
        {
            foreach (var (partition, failure) in round.Failed.Where(each => !last.Failed.ContainsKey(each.Key)))
            {
                Log.LookFailed(logger, partition, failure);
            }

            (last, broke) = (round, false);
            Interlocked.Exchange(ref ended, clock.GetTimestamp());
        }
    }

    /// <summary>A round did not come to its end.</summary>
    public void PassFailed(string failure)
    {
        lock (gate)
        {
            if (!broke)
            {
                broke = true;
                Log.RoundFailed(logger, failure);
            }
        }
    }

    /// <summary>Whether the clocks are close enough for due work.</summary>
    public bool CanRun()
    {
        var ahead = store.Ahead ?? TimeSpan.Zero;
        var now = store.IsFarOff ? Clock.FarOff : ahead.Duration() > StoreClock.Notable ? Clock.Notable : Clock.Right;
        lock (gate)
        {
            if (now != told)
            {
                told = now;
                Tell(now, ClockSkewText.Of(ahead));
            }
        }

        return now != Clock.FarOff;
    }

    private void Tell(Clock now, string apart)
    {
        switch (now)
        {
            case Clock.FarOff:
                Log.Rests(logger, apart);
                break;
            case Clock.Notable:
                Log.Apart(logger, apart, (int)StoreClock.Max.TotalSeconds);
                break;
            default:
                Log.Right(logger);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A round of due work failed and is tried again: {Failure}")]
        public static partial void RoundFailed(ILogger logger, string failure);

        [LoggerMessage(2, LogLevel.Warning, "Due work of {Partition} failed and is tried again: {Failure}")]
        public static partial void LookFailed(ILogger logger, string partition, string failure);

        [LoggerMessage(
            3,
            LogLevel.Warning,
            "This machine's clock is {Apart} the store's: let a time server set it, for beyond {Seconds} seconds due work rests.")]
        public static partial void Apart(ILogger logger, string apart, int seconds);

        [LoggerMessage(4, LogLevel.Error, "This machine's clock is {Apart} the store's, and due work rests: let a time server set it.")]
        public static partial void Rests(ILogger logger, string apart);

        [LoggerMessage(5, LogLevel.Information, "This machine's clock agrees with the store's again.")]
        public static partial void Right(ILogger logger);
    }
}
