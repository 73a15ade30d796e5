using IntroBot.Storage;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Storage.Scenes;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Platforms;

/// <summary>Two instances of the queue on one store.</summary>
public abstract class WorkQueueScene : IAsyncLifetime
{
    private protected static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private protected readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private protected readonly SqliteTableStore disk = new($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
    private protected WorkInstance living = null!, other = null!;

    public async ValueTask InitializeAsync()
    {
        await disk.OpenAsync(CancellationToken.None);
        (living, other) = (await WorkInstance.StartAsync(disk, clock), await WorkInstance.StartAsync(disk, clock));
    }

    public async ValueTask DisposeAsync()
    {
        await living.DisposeAsync();
        await other.DisposeAsync();
        await disk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static async Task HoldsAsync(WorkInstance instance, string words)
    {
        instance.Holds(words);
        await instance.SayAsync(words);
        await instance.Arrived;
    }

    private protected async Task PassAsync(WorkInstance instance, TimeSpan time, TimeSpan? step = null)
    {
        await instance.SettleAsync();
        for (var left = time; left > TimeSpan.Zero; left -= step ?? TimeSpan.FromSeconds(10))
        {
            clock.Advance(step ?? TimeSpan.FromSeconds(10));
            await instance.LookAsync();
        }
    }

    private protected async Task<IReadOnlyList<string>> OwedAsync() => [.. (await MainJobAssertions.RowsAsync(disk, StoreKeys.Core))
        .Select(row => row.Row).Where(row => row.StartsWith(StoreKeys.Outbox, StringComparison.Ordinal))];

    private protected async Task AssertNothingIsOwedAsync() => Assert.Empty(await OwedAsync());
}
