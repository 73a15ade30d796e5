namespace IntroBot.Playground.Community;

/// <summary>The system clock plus an offset that only increases; timers run in real time.</summary>
public sealed class PlaygroundClock(TimeProvider systemClock) : TimeProvider
{
    private long offset;

    public TimeSpan Offset => new(Interlocked.Read(ref offset));

    public override TimeZoneInfo LocalTimeZone => systemClock.LocalTimeZone;

    public override long TimestampFrequency => systemClock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => systemClock.GetUtcNow() + Offset;

    public override long GetTimestamp() => systemClock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        systemClock.CreateTimer(callback, state, dueTime, period);

    public void Forward(TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step.Ticks);
        Interlocked.Add(ref offset, step.Ticks);
    }

    /// <summary>Restores the offset of the last run.</summary>
    internal void Set(TimeSpan stored) => Interlocked.Exchange(ref offset, Math.Max(0, stored.Ticks));

    /// <summary>Restarts at the real time, or at the next morning early in a week.</summary>
    internal void Begin()
    {
        var now = systemClock.GetUtcNow();
        Set(WorkingMorning.From(now) - now);
    }
}
