using IntroBot.Storage;

namespace IntroBot.Tests.Storage;

/// <summary>What an introduction costs on a store that charges for every transaction.</summary>
public sealed class TransactionCountTests(ITestOutputHelper output)
{
    private const int Most = 107;

    [Fact]
    public async Task A_whole_introduction_stays_within_its_transactions()
    {
        await using var memory = new SqliteTableStore($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
        await memory.OpenAsync(CancellationToken.None);
        var counted = new RecordingStore(memory);
        var job = new MainJob(counted, Faults.None);
        await job.LiveAsync();

        // Opting in comes first and is not counted; idle looks at the due index cost the same with no introduction at all.
        var calls = counted.Calls
            .SkipWhile(call => call is not { Kind: StoreCallKind.Range, Table: StoreKeys.Core } || !call.Partition.Contains("|p|", StringComparison.Ordinal))
            .Where(call => call is not { Kind: StoreCallKind.Range, Table: StoreKeys.Due })
            .ToArray();
        foreach (var kind in calls.GroupBy(call => $"{call.Kind} {call.Table}").OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{kind.Key}: {kind.Count()}");
        }

        Assert.True(calls.Length <= Most, $"{calls.Length} transactions.");
    }
}
