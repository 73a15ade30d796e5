using IntroBot.Storage.AzureTables;

namespace IntroBot.Storage.Work.Due;

/// <summary>Monitors due work for operators: a problem is logged when it begins, and not again with every pass.</summary>
internal sealed partial class DueMonitor(TimeProvider clock, StoreClock store, ILogger<DueMonitor> logger)
{
    private readonly Lock gate = new();
    private DuePass lastPass = new();
    private long lastEnded = clock.GetTimestamp();
    private bool isFailing;
    private SkewLevel reported;

    /// <summary>The clock skew as last logged.</summary>
    private enum SkewLevel
    {
        InSync,
        Notable,
        FarOff,
    }

    /// <summary>How long the oldest overdue row has waited, as of the last pass.</summary>
    public TimeSpan Lateness =>
        lastPass.LateSince is { } since && clock.GetUtcNow() - since is var late && late > TimeSpan.Zero ? late : TimeSpan.Zero;

    /// <summary>The time since a pass last ended.</summary>
    public TimeSpan SinceLastPass => clock.GetElapsedTime(Interlocked.Read(ref lastEnded));

    /// <summary>The number of partitions whose check failed in the last pass.</summary>
    public int Failing => lastPass.Failed.Count;

    /// <summary>Records a pass that ended, and logs partitions that have begun to fail.</summary>
    public void PassEnded(DuePass pass)
    {
        lock (gate)
        {
            foreach (var (partition, failure) in pass.Failed.Where(each => !lastPass.Failed.ContainsKey(each.Key)))
            {
                Log.DueCheckFailed(logger, partition, failure);
            }

            (lastPass, isFailing) = (pass, false);
            Interlocked.Exchange(ref lastEnded, clock.GetTimestamp());
        }
    }

    /// <summary>Records a pass that failed.</summary>
    public void PassFailed(string failure)
    {
        lock (gate)
        {
            if (!isFailing)
            {
                isFailing = true;
                Log.DuePassFailed(logger, failure);
            }
        }
    }

    /// <summary>Whether the clocks are close enough for due work.</summary>
    public bool CanRun()
    {
        var ahead = store.Ahead ?? TimeSpan.Zero;
        var now = store.IsSkewed ? SkewLevel.FarOff : ahead.Duration() > StoreClock.NotableSkew ? SkewLevel.Notable : SkewLevel.InSync;
        lock (gate)
        {
            if (now != reported)
            {
                reported = now;
                Report(now, ClockSkewText.Of(ahead));
            }
        }

        return now != SkewLevel.FarOff;
    }

    private void Report(SkewLevel now, string skew)
    {
        switch (now)
        {
            case SkewLevel.FarOff:
                Log.Paused(logger, skew);
                break;
            case SkewLevel.Notable:
                Log.Skewed(logger, skew, (int)StoreClock.MaxSkew.TotalSeconds);
                break;
            case SkewLevel.InSync:
                Log.InSync(logger);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Due pass failed, retry in a few seconds: {Failure}")]
        public static partial void DuePassFailed(ILogger logger, string failure);

        [LoggerMessage(2, LogLevel.Warning, "Due work of {Partition} failed, retry with every pass: {Failure}")]
        public static partial void DueCheckFailed(ILogger logger, string partition, string failure);

        [LoggerMessage(
            3,
            LogLevel.Warning,
            "Clock skew: this machine is {Skew} the store, and due work pauses beyond {Seconds} seconds. Let a time server set the clock.")]
        public static partial void Skewed(ILogger logger, string skew, int seconds);

        [LoggerMessage(
            4, LogLevel.Error, "Clock skew: this machine is {Skew} the store, and due work is paused. Let a time server set the clock.")]
        public static partial void Paused(ILogger logger, string skew);

        [LoggerMessage(5, LogLevel.Information, "Clock skew is gone: this machine and the store agree again, due work runs.")]
        public static partial void InSync(ILogger logger);
    }
}
