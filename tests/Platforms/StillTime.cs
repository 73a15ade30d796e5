using IntroBot.Platforms;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Platforms;

/// <summary>
/// Time that passes only when a test lets it. What is run here runs one step at a time, in the order in which it can, so that all that
/// follows from a moment is over before the next one comes.
/// </summary>
internal sealed class StillTime(DateTimeOffset now)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.5);

    /// <summary>More than what follows from a moment has steps.</summary>
    private const int Steps = 20;

    private readonly FakeTimeProvider clock = new(now);
    private readonly TaskScheduler inOrder = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;

    public static StillTime Noon => new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    public WallClock Wall => new(clock);

    public Task<T> RunAsync<T>(Func<Task<T>> act) =>
        Task.Factory.StartNew(act, CancellationToken.None, TaskCreationOptions.DenyChildAttach, inOrder).Unwrap();

    public Task RunAsync(Func<Task> act) =>
        Task.Factory.StartNew(act, CancellationToken.None, TaskCreationOptions.DenyChildAttach, inOrder).Unwrap();

    /// <summary>Lets happen what can happen now.</summary>
    public async Task SettleAsync()
    {
        for (var step = 0; step < Steps; step++) await RunAsync(() => Task.CompletedTask);
    }

    /// <summary>A leap, in which nobody gets to act.</summary>
    public void Advance(TimeSpan time) => clock.Advance(time);

    public async Task PassAsync(TimeSpan time)
    {
        await SettleAsync();
        for (var left = time; left > TimeSpan.Zero; left -= Step)
        {
            clock.Advance(left < Step ? left : Step);
            await SettleAsync();
        }
    }
}
