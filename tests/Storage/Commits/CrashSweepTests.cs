using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Storage.AzureTables;
using IntroBot.Tests.Storage.Scenes;

namespace IntroBot.Tests.Storage.Commits;

/// <summary>The main job is broken once, at every single call it makes, in every way a call can break.</summary>
public sealed class CrashSweepTests
{
    [Theory]
    [InlineData(Fault.DiesBefore, true)]
    [InlineData(Fault.DiesAfter, true)]
    [InlineData(Fault.DiesAfter, false)]
    [InlineData(Fault.FailsBefore, true)]
    [InlineData(Fault.FailsBefore, false)]
    [InlineData(Fault.FailsAfter, true)]
    [InlineData(Fault.FailsAfter, false)]
    [InlineData(Fault.SeemsInConflict, true)]
    public async Task Whatever_call_breaks_nothing_acknowledged_is_lost_and_nothing_happens_twice(Fault fault, bool redelivered)
    {
        var calls = await LiveAsync(Faults.None, redelivered, mostTwice: 0);
        Assert.True(calls > 60, $"Only {calls} calls were counted.");
        for (var call = 1; call <= calls; call++)
        {
            // Only what a platform took before its receipt was written may arrive once more, and under the same id.
            await LiveAsync(
                Faults.At(call, fault), redelivered,
                mostTwice: fault is Fault.FailsBefore or Fault.SeemsInConflict ? 0 : 1, $"{fault} at call {call}");
        }
    }

    internal static async Task<int> LiveAsync(Faults faults, bool redelivered, int mostTwice, string what = "no fault")
    {
        await using var memory = new SqliteTableStore($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
        await memory.OpenAsync(CancellationToken.None);
        return await LiveAsync(new NonClosingTableStore(memory), faults, redelivered, mostTwice, what);
    }

    internal static async Task<int> LiveAsync(ITableStore store, Faults faults, bool redelivered, int mostTwice, string what)
    {
        try
        {
            var job = new MainJob(store, faults, redelivered);
            await job.LiveAsync();
            await job.EndedWellAsync(store, mostTwice);
            return faults.Calls;
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"The job ended badly: {what}.", failure);
        }
    }
}

/// <summary>The same on Microsoft's emulator of Azure Tables, at every tenth call.</summary>
[Collection(nameof(Azurite))]
public sealed class AzuriteCrashSweepTests(Azurite azurite)
{
    [Fact]
    public async Task Whatever_call_breaks_on_azure_tables_nothing_acknowledged_is_lost_and_nothing_happens_twice()
    {
        var calls = await LiveAsync(Faults.None, 0, "no fault");
        for (var call = 5; call <= calls; call += 10)
        {
            await LiveAsync(Faults.At(call, Fault.DiesAfter), 1, $"dies at call {call}");
        }
    }

    private async Task<int> LiveAsync(Faults faults, int mostTwice, string what)
    {
        var store = IsolatedTableStore.On(azurite);
        await store.OpenAsync(CancellationToken.None);
        return await CrashSweepTests.LiveAsync(store, faults, redelivered: true, mostTwice, what);
    }
}
