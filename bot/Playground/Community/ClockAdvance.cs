using System.Globalization;
using IntroBot.Decisions;
using IntroBot.Platforms;

namespace IntroBot.Playground.Community;

/// <summary>Moves the playground's clock forward step by step, so that whatever falls due on the way happens in its order.</summary>
public sealed class ClockAdvance(PlaygroundClock clock, IDueWork work, IKeyValueStore store, ChangeNotifier bell) : IDisposable
{
    public static readonly TimeSpan Step = TimeSpan.FromHours(1);

    private const string Key = "clock";

    private readonly SemaphoreSlim oneWalker = new(1);

    public async Task MoveAsync(TimeSpan way, CancellationToken token)
    {
        await oneWalker.WaitAsync(token);
        try
        {
            await work.SettleAsync(token);
            for (var left = way; left > TimeSpan.Zero; left -= Step)
            {
                clock.Forward(left < Step ? left : Step);
                await KeepAsync(token);
                await work.RunAsync(token);
                await work.SettleAsync(token);
            }
        }
        finally
        {
            oneWalker.Release();
            bell.Notify();
        }
    }

    public async Task RestoreAsync(CancellationToken token)
    {
        var kept = await store.FindAsync(PlaygroundStoreNames.State, Key, token);
        clock.Set(long.TryParse(kept, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? new TimeSpan(ticks)
            : TimeSpan.Zero);
    }

    /// <summary>The hour at which a fresh community begins: now, or the next working morning.</summary>
    public async Task BeginAsync(CancellationToken token)
    {
        await oneWalker.WaitAsync(token);
        try
        {
            clock.Begin();
            await KeepAsync(token);
        }
        finally
        {
            oneWalker.Release();
        }
    }

    public void Dispose() => oneWalker.Dispose();

    /// <summary>Kept before the work of the step is done: after a crash the clock may repeat a step, it never goes back.</summary>
    private Task KeepAsync(CancellationToken token) =>
        store.PutAsync(PlaygroundStoreNames.State, Key, clock.Offset.Ticks.ToString(CultureInfo.InvariantCulture), token);
}
