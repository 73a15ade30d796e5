namespace IntroBot.Playground.Community;

/// <summary>The real clock plus an offset that only moves forward; timers run on real time.</summary>
public sealed class PlaygroundClock(TimeProvider real) : TimeProvider
{
    private long offset;

    public TimeSpan Offset => new(Interlocked.Read(ref offset));

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override long TimestampFrequency => real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Offset;

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);

    public void Forward(TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step.Ticks);
        Interlocked.Add(ref offset, step.Ticks);
    }

    /// <summary>Takes up the offset that was kept when the program last ran.</summary>
    internal void Set(TimeSpan kept) => Interlocked.Exchange(ref offset, Math.Max(0, kept.Ticks));

    /// <summary>Begins anew at the real hour, or at the next working morning when people are asleep or away.</summary>
    internal void Begin()
    {
        var now = real.GetUtcNow();
        Set(WorkingMorning.From(now) - now);
    }
}
