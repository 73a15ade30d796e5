using IntroBot.Platforms;

namespace IntroBot.Playground.Community;

/// <summary>Moves the playground's clock forward in steps, so that everything due on the way happens in order.</summary>
public sealed class ClockAdvance(PlaygroundClock clock, IDueWork work, IKeyValueStore store, ChangeNotifier notifier) : IDisposable
{
    public static readonly TimeSpan Step = TimeSpan.FromHours(1);

    private const string Key = "clock";

    private readonly SemaphoreSlim moveLock = new(1);

    public async Task MoveAsync(TimeSpan distance, CancellationToken token)
    {
        await moveLock.WaitAsync(token);
        try
        {
            await work.SettleAsync(token);
            for (var remaining = distance; remaining > TimeSpan.Zero; remaining -= Step)
            {
                clock.Forward(remaining < Step ? remaining : Step);
                await StoreAsync(token);
                await work.RunAsync(token);
                await work.SettleAsync(token);
            }
        }
        finally
        {
            moveLock.Release();
            notifier.Notify();
        }
    }

    public async Task RestoreAsync(CancellationToken token)
    {
        var stored = await store.FindAsync(PlaygroundStoreNames.State, Key, token);
        clock.Set(long.TryParse(stored, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? new TimeSpan(ticks)
            : TimeSpan.Zero);
    }

    /// <summary>Sets the clock of a new community: now, or the next morning early in a week.</summary>
    public async Task BeginAsync(CancellationToken token)
    {
        await moveLock.WaitAsync(token);
        try
        {
            clock.Begin();
            await StoreAsync(token);
        }
        finally
        {
            moveLock.Release();
        }
    }

    public void Dispose() => moveLock.Dispose();

    /// <summary>Stored before the work of the step is done: after a crash the clock may repeat a step but never goes back.</summary>
    private Task StoreAsync(CancellationToken token) =>
        store.PutAsync(PlaygroundStoreNames.State, Key, clock.Offset.Ticks.ToString(CultureInfo.InvariantCulture), token);
}
