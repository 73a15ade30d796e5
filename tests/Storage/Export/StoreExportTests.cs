using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using IntroBot.Storage;
using IntroBot.Storage.Export;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Storage.Scenes;
using Microsoft.Extensions.Time.Testing;
using Put = IntroBot.Storage.Tables.RowChange.Put;

namespace IntroBot.Tests.Storage.Export;

/// <summary>What an export promises: all of one moment, for nobody else's eyes, and over nobody else's file.</summary>
public sealed class StoreExportTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteTableStore store = new($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);

    private string Target => folder.File("export");

    public async ValueTask InitializeAsync()
    {
        await store.OpenAsync(CancellationToken.None);
        await PutAsync(StoreKeys.Core, "home|r|1", "before");
    }

    [Fact]
    public async Task It_begins_with_what_it_is_and_ends_with_what_it_holds()
    {
        await ExportAsync(store);

        var lines = await File.ReadAllLinesAsync(Target);
        var program = typeof(IntroBotSetup).Assembly.GetName().Version!.ToString(3);
        Assert.Equal($$"""{"format":"introbot-store","version":1,"program":"{{program}}","at":"2026-11-23T10:00:00+00:00"}""", lines[0]);
        Assert.Equal("""{"table":"Core","partition":"home|r|1","row":"!","columns":{"Text":"before"}}""", lines[1]);
        var sum = SHA256.HashData(Encoding.UTF8.GetBytes($"{lines[0]}\n{lines[1]}\n"));
        Assert.Equal([$$"""{"rows":1,"sha256":"{{Convert.ToHexStringLower(sum)}}"}"""], lines[2..]);
    }

    [Fact]
    public async Task The_same_row_is_the_same_line_in_whatever_order_its_store_keeps_columns()
    {
        await store.WriteAsync(
            StoreKeys.Log, "home|202611",
            [new Put("1", new Dictionary<string, string> { ["Stage"] = "Draft", ["Intro"] = "i" })], CancellationToken.None);
        await store.WriteAsync(
            StoreKeys.Log, "home|202611",
            [new Put("2", new Dictionary<string, string> { ["Intro"] = "i", ["Detail"] = "d", ["Stage"] = "Asked" })],
            CancellationToken.None);

        await ExportAsync(store);

        Assert.Equal(
            [
                """{"table":"Log","partition":"home|202611","row":"1","columns":{"Intro":"i","Stage":"Draft"}}""",
                """{"table":"Log","partition":"home|202611","row":"2","columns":{"Detail":"d","Intro":"i","Stage":"Asked"}}""",
            ],
            (await File.ReadAllLinesAsync(Target))[2..^1]);
    }

    [Fact, UnsupportedOSPlatform("windows")]
    public async Task Nobody_but_its_owner_may_read_it()
    {
        await ExportAsync(store);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Target));
        Assert.Equal([Target], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_file_that_is_there_stays_as_it_is()
    {
        await File.WriteAllTextAsync(Target, "mine");

        Assert.Contains("already exists", await RefusedAsync(store), StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Target));
    }

    [Fact]
    public async Task A_file_that_came_meanwhile_stays_as_it_is()
    {
        var meanwhile = new ScanHookStore(store, (_, _) => File.WriteAllTextAsync(Target, "mine"));

        Assert.Contains("already exists", await RefusedAsync(meanwhile), StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Target));
    }

    [Fact]
    public async Task An_empty_store_makes_no_file()
    {
        await store.WriteAsync(StoreKeys.Core, "home|r|1", [new RowChange.Delete("!")], CancellationToken.None);

        Assert.Contains("The store is empty", await RefusedAsync(store), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_holds_half_of_an_import_makes_no_file()
    {
        await ImportMarker.SetAsync(store, "abc", CancellationToken.None);

        Assert.Contains("half of an import", await RefusedAsync(store), StringComparison.Ordinal);
    }

    /// <summary>
    /// The intro moves on after it was read, and its due rows with it: what was read of either is worth nothing without the other.
    /// </summary>
    [Fact]
    public async Task What_changes_while_it_is_read_is_read_again()
    {
        var changing = new ScanHookStore(store, async (table, times) =>
        {
            if ((table, times) != (StoreKeys.Core, 1)) return;
            await PutAsync(StoreKeys.Due, "d00", "after");
            await PutAsync(StoreKeys.Core, "home|r|1", "after");
        });
        await ExportAsync(changing);

        Assert.Equal(["home|r|1 after", "d00 after"], await ReadAsync());
        Assert.Equal(3, changing.Times[StoreKeys.KeyValue]);
    }

    [Fact]
    public async Task A_store_that_never_rests_makes_no_file()
    {
        var restless = new ScanHookStore(store, (_, times) => PutAsync(StoreKeys.Core, "home|r|1", $"{times}"));

        Assert.Contains("export again in a quieter moment, or stop IntroBot first", await RefusedAsync(restless), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_put_back_as_it_was_is_a_change_all_the_same()
    {
        var restless = new ScanHookStore(store, (_, _) => PutAsync(StoreKeys.Core, "home|r|1", "before"));

        Assert.Contains("in a quieter moment", await RefusedAsync(restless), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_stops_it_finds_no_file()
    {
        using var stop = new CancellationTokenSource();
        var stopped = new ScanHookStore(store, (_, _) => stop.CancelAsync());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new StoreExport(stopped, TimeProvider.System).ToAsync(Target, stop.Token));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task However_large_the_store_is_little_more_than_a_row_is_held()
    {
        const int Rows = 5_000, Most = 128 * 1024;
        var text = new string('x', 1_000);
        var (read, held) = (0L, 0L);
        var large = new ScanHookStore(store, (_, _) => Task.CompletedTask) { Rows = GenerateAsync };
        await ExportAsync(large);
        Assert.InRange(held, 1, Most);
        Assert.True(read > 10 * Most);

        async IAsyncEnumerable<TableRow> GenerateAsync(string table)
        {
            read = 0;
            for (var number = 0; number < Rows; number++)
            {
                held = Math.Max(held, read - new FileInfo(Directory.GetFiles(folder.Path).Single()).Length);
                yield return new TableRow("home|r|1", $"{number:D8}", new Dictionary<string, string> { ["Text"] = text }, "1");
                read += text.Length;
            }
        }
    }

    [Theory]
    [InlineData("there/is/no/folder", "The folder of")]
    [InlineData("a-name-too-long-for-a-disk", "cannot be written")]
    public async Task A_place_where_no_file_can_be_is_told(string place, string told)
    {
        var path = folder.File(place.Replace("too-long", new string('x', 300), StringComparison.Ordinal));

        Assert.Contains(
            told, (await Assert.ThrowsAsync<ExportUnusableException>(() => ExportAsync(store, path))).Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    private Task<RowCounts> ExportAsync(ITableStore from, string? path = null) =>
        new StoreExport(from, new FakeTimeProvider(Stories.Community.Monday)).ToAsync(path ?? Target, CancellationToken.None);

    private async Task<string> RefusedAsync(ITableStore from)
    {
        var before = Directory.GetFiles(folder.Path);
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => ExportAsync(from));
        Assert.True(refused is StoreUnusableException or ExportUnusableException, $"{refused}");
        Assert.DoesNotContain(Directory.GetFiles(folder.Path).Except(before), file => file != Target);
        return refused.Message;
    }

    private async Task<string[]> ReadAsync()
    {
        await using var file = File.OpenRead(Target);
        return await new ExportReader(file)
            .RowsAsync(CancellationToken.None)
            .Select(row => $"{row.Partition} {row.Columns["Text"]}")
            .ToArrayAsync();
    }

    private Task PutAsync(string table, string partition, string text) =>
        store.WriteAsync(table, partition, [new Put("!", new Dictionary<string, string> { ["Text"] = text })], CancellationToken.None);

    /// <summary>A store in which something happens each time when a table has been read, and that tells how often each was.</summary>
    private sealed class ScanHookStore(ITableStore inner, Func<string, int, Task> happens) : DelegatingTableStore(inner)
    {
        public Dictionary<string, int> Times { get; } = [];

        /// <summary>What its tables hold in place of what they hold.</summary>
        public Func<string, IAsyncEnumerable<TableRow>>? Rows { get; init; }

        public override async IAsyncEnumerable<TableRow> ScanAsync(string table, [EnumeratorCancellation] CancellationToken token)
        {
            await foreach (var row in Rows?.Invoke(table) ?? base.ScanAsync(table, token)) yield return row;
            await happens(table, Times[table] = Times.GetValueOrDefault(table) + 1);
        }
    }
}
