using IntroBot.Storage;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;
using IntroBot.Storage.Work.Due;
using IntroBot.Tests.Storage.Scenes;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Storage.Commits;

/// <summary>
/// What an introduction costs on a store that charges for every transaction: an atomic write is one, a point read is one, and so is each
/// page of a range, none of which is longer than a page here.
/// </summary>
public sealed class TransactionCountTests(ITestOutputHelper output)
{
    private const int Max = 58;

    /// <summary>By kind, so that a cheaper one cannot hide a dearer one.</summary>
    private static readonly (string Kind, int Most)[] MaxOfKind =
        [("Find Core", 0), ("Range Core", 17), ("Write Core", 20), ("Write Due", 16), ("Write Log", 5)];

    [Fact]
    public async Task A_whole_introduction_stays_within_its_transactions()
    {
        await using var memory = new SqliteTableStore($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
        await memory.OpenAsync(CancellationToken.None);
        var counted = new RecordingTableStore(memory);
        var begun = new List<(string Step, int At)>();
        await new MainJob(counted, Faults.None, begins: step => begun.Add((step, counted.Calls.Count))).LiveAsync();

        // Opting in comes first and is not counted; idle looks at the due index cost the same with no introduction at all.
        var calls = counted.Calls
            .Select((call, at) => (begun.LastOrDefault(step => step.At <= at).Step, Kind: $"{call.Kind} {call.Table}"))
            .Where(call => call is { Step: not null, Kind: not "Range Due" })
            .ToArray();
        var table = Table(begun.Select(step => step.Step), calls);
        output.WriteLine(table);

        Assert.True(calls.Length <= Max, $"{calls.Length} transactions.\n{table}");
        Assert.All(calls.GroupBy(call => call.Kind), kind => Assert.True(
            kind.Count() <= MaxOfKind.SingleOrDefault(each => each.Kind == kind.Key).Most,
            $"{kind.Count()} transactions of the kind {kind.Key}.\n{table}"));
    }

    /// <summary>Every 11 to 15 seconds on every instance that is awake, by which README reckons what idling costs.</summary>
    [Fact]
    public async Task A_look_at_what_is_due_when_nothing_is_takes_two()
    {
        await using var memory = new SqliteTableStore($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
        await memory.OpenAsync(CancellationToken.None);
        var counted = new RecordingTableStore(memory);
        await using var community = await Community.OpenAsync(counted);
        await community.The<IDueWork>().RunAsync(CancellationToken.None);

        Assert.Equal(Enumerable.Repeat("Range Due", StoreKeys.Shards), counted.Calls.Select(call => $"{call.Kind} {call.Table}"));
    }

    [Fact]
    public void An_idle_month_stays_within_its_transactions()
    {
        var passes = TimeSpan.FromDays(30) / (DueDispatcher.MaxPause * (1 - DueDispatcher.EarliestShare / 2));
        Assert.InRange(passes * StoreKeys.Shards, 1, 600_000);
    }

    [Fact]
    public void What_a_dead_instance_held_is_looked_at_by_a_living_one_within_40_seconds() =>
        Assert.InRange(Lease.Duration + DueDispatcher.MaxPause, TimeSpan.Zero, TimeSpan.FromSeconds(40));

    /// <summary>Where they were made, step by step of the story, and of which kind they are.</summary>
    private static string Table(IEnumerable<string> steps, (string Step, string Kind)[] calls)
    {
        string[] kinds = [.. calls.Select(call => call.Kind).Distinct().Order(StringComparer.Ordinal)];
        var lines = steps.Append("in all")
            .Select(step => (Step: step, Calls: calls.Where(call => step == "in all" || call.Step == step).ToArray()));
        return string.Join('\n', lines
            .Select(line => (line.Step, line.Calls.Length, Counts: kinds.Select(kind => line.Calls.Count(call => call.Kind == kind))))
            .Select(line => $"{line.Step,-40}{string.Concat(line.Counts.Select(count => $"{count,12}"))}{line.Length,6}")
            .Prepend($"{"",-40}{string.Concat(kinds.Select(kind => $"{kind,12}"))}{"all",6}"));
    }
}
