namespace IntroBot.Tests.Playground;

/// <summary>Due work that does nothing but remember at which moments it was called.</summary>
public sealed class RecordedWork(TimeProvider clock) : IDueWork
{
    public List<DateTimeOffset> RanAt { get; } = [];

    public int Settled { get; private set; }

    public Func<DateTimeOffset, Task> OnRun { get; set; } = _ => Task.CompletedTask;

    public Task RunAsync(CancellationToken token)
    {
        RanAt.Add(clock.GetUtcNow());
        return OnRun(clock.GetUtcNow());
    }

    public Task SettleAsync(CancellationToken token)
    {
        Settled++;
        return Task.CompletedTask;
    }
}
