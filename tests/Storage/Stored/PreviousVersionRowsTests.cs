using System.Text.Json.Serialization.Metadata;
using IntroBot.Platforms;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Export;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;
using IntroBot.Tests.Storage.Export;
using IntroBot.Tests.Storage.Scenes;
using IntroBot.Tests.Stories;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Storage.Stored;

/// <summary>What the previous version wrote is what this one writes in its place, row by row, beside what it has added.</summary>
public sealed class PreviousVersionRowsTests : IAsyncLifetime
{
    private PreviousVersion? imported;

    private PreviousVersion Previous => imported!;

    public async ValueTask InitializeAsync() => imported = await PreviousVersion.ImportAsync();

    public async ValueTask DisposeAsync()
    {
        await Previous.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_export_that_is_imported_is_exported_again_alike()
    {
        using var folder = new TemporaryFolder();
        await new StoreExport(Previous.Tables, new FakeTimeProvider(PreviousVersion.ExportedAt))
            .ToAsync(folder.File("again"), CancellationToken.None);

        // The first line names the program, and the last one counts it in.
        Assert.Equal(
            (await File.ReadAllLinesAsync(PreviousVersion.Export))[1..^1], (await File.ReadAllLinesAsync(folder.File("again")))[1..^1]);
    }

    [Theory, InlineData("Core"), InlineData("Due"), InlineData("Shelf")]
    public async Task A_row_is_written_again_as_it_was(string table)
    {
        var owed = (await Previous.OwedAsync()).Select(row => (row.Partition, row.Row)).ToHashSet();
        var rows = (await Previous.RowsAsync(table)).Where(row => table != "Shelf" || !owed.Contains((row.Partition, row.Row)));

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(Told(row.Columns), Told(KnownBefore.In(Again(table, row), row.Columns))));
    }

    [Fact]
    public async Task A_row_of_what_was_owed_is_read_as_it_was_without_the_claim_on_it() => Assert.All(
        await Previous.OwedAsync(), row =>
        {
            var words = FormerClaim.WordsIn(new StoredItem(row.Row, row.Columns["Text"], row.ETag)) ?? "";
            Assert.Equal(words, OwedAgain(row.Partition, words));
        });

    [Fact]
    public async Task Givers_who_are_listed_again_stand_in_the_same_rows()
    {
        await using var fresh = await Community.OpenAsync();
        foreach (var root in (await Previous.RowsAsync("Core")).Where(IsGiver))
        {
            var giver = JsonColumns.ReadRoot(root, StoredJson.Default.Giver);
            foreach (var listing in giver.IndexEntries)
                await fresh.Givers.AddToIndexAsync(giver.Person.Ref, listing, CancellationToken.None);
        }

        Assert.Equal(
            (await Previous.RowsAsync("Core")).Where(IsOfTerms).Select(Told),
            (await MainJobAssertions.RowsAsync(fresh.Tables, "Core")).Select(Told));
    }

    [Fact]
    public async Task The_outcome_log_is_written_again_from_the_histories_as_it_was()
    {
        await using var fresh = ImportScene.Memory();
        await fresh.OpenAsync(CancellationToken.None);
        var histories = (await Previous.RowsAsync("Core")).Where(row => row.Row.StartsWith("l|", StringComparison.Ordinal));
        foreach (var commit in histories.GroupBy(row => (row.Partition, Version: row.Row.Split('|')[1])))
        {
            var entries = commit.Select(row => JsonColumns.Read(row, StoredJson.Default.LogEntry));
            var lines = new LogLines(int.Parse(commit.Key.Version, CultureInfo.InvariantCulture), [.. entries]);
            await fresh.WriteAllAsync([.. OutcomeLog.Writes(commit.Key.Partition, [lines])], CancellationToken.None);
        }

        Assert.Equal((await Previous.RowsAsync("Log")).Select(Told), (await MainJobAssertions.RowsAsync(fresh, "Log")).Select(Told));
    }

    /// <summary>What a row holds after it was read and written; a row that is only there, or that another test writes, as it is.</summary>
    private static IReadOnlyDictionary<string, string> Again(string table, TableRow row) => (table, row.Partition.Split('|'), row.Row)
        switch
    {
        ("Core", [_, "r", _], "!") => RootAgain(row, StoredJson.Default.Intro),
        ("Core", [_, "p", _], "!") => RootAgain(row, StoredJson.Default.Giver),
        ("Core", [_, "s", _], "!") => RootAgain(row, StoredJson.Default.WorkspaceSettings),
        ("Core", [_, "g" or "t", _], _) => row.Columns,
        ("Core", _, ['!', 'm', '|', ..]) => OutboxAgain(row),
        ("Core", _, ['!', 's', '|', .. var id]) => ReceiptAgain(row, id),
        ("Core", _, ['l', '|', ..]) => BodyAgain(row, StoredJson.Default.LogEntry),
        ("Core", _, ['x', '|', ..]) => row.Columns,
        ("Core", _, ['r', 'e', 'f', '|', ..]) => ReferenceAgain(row),
        ("Due", _, _) => BodyAgain(row, StoredJson.Default.DueRecord),
        ("Shelf", _, _) => new Dictionary<string, string> { ["Text"] = CollectionAgain(row.Partition, row.Columns["Text"]) },
        _ => throw new InvalidOperationException($"Nobody reads {table} {row.Partition} {row.Row}."),
    };

    private static Dictionary<string, string> RootAgain<T>(TableRow row, JsonTypeInfo<T> json)
        where T : Aggregate
    {
        var state = JsonColumns.ReadRoot(row, json);
        return JsonColumns.OfRoot(state, json, state.Revision!.Version, state.Revision.DueRows);
    }

    private static Dictionary<string, string> BodyAgain<T>(TableRow row, JsonTypeInfo<T> json) =>
        JsonColumns.Of(JsonColumns.Read(row, json), json);

    /// <summary>It says the same in fewer properties.</summary>
    private static IReadOnlyDictionary<string, string> OutboxAgain(TableRow row)
    {
        var record = JsonColumns.Read(row, StoredJson.Default.OutboxRecord);
        var again = JsonColumns.Of(
            record with { What = OutgoingRecord.Of(record.What.ToOutgoing()) }, StoredJson.Default.OutboxRecord);
        FormerOutbox.AssertIs(row.Columns["Json"], again["Json"]);
        return row.Columns;
    }

    private static IReadOnlyDictionary<string, string> ReceiptAgain(TableRow row, string id)
    {
        var sent = new OutboxRecord(
            new OutgoingRecord.FindGiver(id), default, int.Parse(row.Columns["Attempts"], CultureInfo.InvariantCulture), Order: 0);
        return PutAt(row, PartitionOutbox.Receipt(sent, row.Columns[PartitionOutbox.ReceiptColumn]));
    }

    private static IReadOnlyDictionary<string, string> ReferenceAgain(TableRow row) => PutAt(
        row, References.To(
            new IntroId(row.Columns[References.IdColumn]), DateTimeOffset.Parse(row.Columns["Since"], CultureInfo.InvariantCulture)));

    /// <summary>What would be put in the place of a row.</summary>
    private static IReadOnlyDictionary<string, string> PutAt(TableRow row, RowChange change)
    {
        Assert.Equal(row.Row, change.Row);
        return Assert.IsType<RowChange.Put>(change).Columns;
    }

    private static string CollectionAgain(string collection, string text) => collection.Split('.') switch
    {
        ["slack", "people", _] => JsonAgain("slack.person", text),
        ["slack", "installations"] => JsonAgain("slack.installation", text),
        ["teams", "people", _] => JsonAgain("teams.person", text),
        ["teams", "chats", _] => JsonAgain("teams.conversation", text),

        // An id, a receipt, or bytes that another test opens.
        ["slack", "chats", _] or ["slack", "keys"] or ["teams", "homes", _] => text,
        _ => throw new InvalidOperationException($"No code reads {collection}."),
    };

    private static string OwedAgain(string collection, string text) => collection.Split('.') switch
    {
        ["slack", "promised"] => JsonAgain("promise", text),
        ["slack", "waiting"] => JsonAgain("slack.waiting", text),
        ["slack" or "teams", "seen", _] or ["teams", "owedhomes"] => text,
        _ => throw new InvalidOperationException($"No code reads {collection}."),
    };

    private static string JsonAgain(string name, string text)
    {
        var shape = StoredShapes.All.Single(each => each.File == name);
        return shape.Write(shape.Read(text));
    }

    private static bool IsGiver(TableRow row) => row.Row == "!" && row.Partition.Split('|') is [_, "p", _];

    private static bool IsOfTerms(TableRow row) => row.Partition.Split('|') is [_, "g" or "t", _];

    private static string Told(TableRow row) => $"{row.Partition} {row.Row} {Told(row.Columns)}";

    private static string Told(IReadOnlyDictionary<string, string> columns) =>
        string.Join(' ', columns.OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => $"{column.Key}={column.Value}"));
}
