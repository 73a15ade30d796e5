namespace IntroBot.Platforms;

/// <summary>The clock on the platform's wall, which no playground moves: signatures, rates and waits are reckoned by it.</summary>
internal class WallClock(TimeProvider time)
{
    public TimeProvider Time => time;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Lets time pass, for a turn to come or a door to open again.</summary>
    public virtual Task WaitAsync(TimeSpan wait, CancellationToken token) => Task.Delay(wait, time, token);
}
