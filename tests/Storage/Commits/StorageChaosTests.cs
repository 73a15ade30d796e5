using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Storage.Scenes;

namespace IntroBot.Tests.Storage.Commits;

/// <summary>A store and a platform that break all the time, each time in another way, until the thanks have arrived.</summary>
public sealed class StorageChaosTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(5)]
    public async Task A_story_through_a_storm_ends_as_one_without(int every)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            await using var memory = new SqliteTableStore($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
            await memory.OpenAsync(CancellationToken.None);

            // A platform that takes a message and loses its answer gets it again, each time under the same id.
            await CrashSweepTests.LiveAsync(
                new NonClosingTableStore(memory), Faults.Storm(seed, every), redelivered: seed % 2 == 0,
                mostTwice: int.MaxValue, $"one call in {every} breaks, seed {seed}");
        }
    }
}
