using IntroBot.Platforms;
using IntroBot.Tests.Playground;

namespace IntroBot.Tests.Platforms;

/// <summary>Instances that promise answers on one shelf, in time that passes only when a test lets it.</summary>
internal sealed class PromisingScene
{
    /// <summary>Longer than a promise is left to an instance that died, and than an instance waits before it looks again.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromMinutes(1.5);

    public StillTime Time { get; } = StillTime.Noon;

    public MemoryShelf Shelf { get; } = new();

    public PromisingInstance Instance() => new(new InstanceShelf(Shelf), Time);

    public async Task SayAsync(PromisingInstance instance, string words, string user = "ava")
    {
        await Time.RunAsync(() => instance.SayAsync(user, words));
        await Time.SettleAsync();
    }

    public Task StartAsync(PromisingInstance instance) => Time.RunAsync(() => instance.StartAsync(CancellationToken.None));

    /// <summary>Ends while the clock stands still; in real time it gets far more than it needs.</summary>
    public static async Task StopAsync(PromisingInstance instance)
    {
        instance.Stop();
        await instance.Afterwards.StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
    }

    public Task<IReadOnlyList<StoredItem>> OwedAsync() => Shelf.ListAsync(PromisingInstance.Name, CancellationToken.None);
}
