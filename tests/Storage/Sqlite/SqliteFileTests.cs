using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using Microsoft.Data.Sqlite;
using static IntroBot.Storage.Tables.RowChange;

namespace IntroBot.Tests.Storage.Sqlite;

public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string FilePath => folder.File("introbot.db");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_written_is_there_after_reopening()
    {
        WriteResult written;
        await using (var store = await OpenAsync())
            written = await store.WriteAsync("Core", "p", [new Insert("a", Columns("1"))], Token);

        await using var again = await OpenAsync();
        var row = await again.FindAsync("Core", "p", "a", Token);
        Assert.Equal("1", row!.Columns["Text"]);
        Assert.Equal(Assert.IsType<WriteResult.Written>(written).ETags[0], row.ETag);
    }

    [Fact]
    public async Task Every_connection_waits_for_the_disk_and_keeps_a_write_ahead_log()
    {
        await using var store = await OpenAsync();
        using var connection = new SqliteDatabase(FilePath).Connect();

        Assert.Equal("wal", Ask(connection, "PRAGMA journal_mode"));
        Assert.Equal(2L, Ask(connection, "PRAGMA synchronous")); // 2 is FULL.
        Assert.Equal(5000L, Ask(connection, "PRAGMA busy_timeout"));
    }

    [Fact]
    public async Task A_person_with_a_table_browser_reads_a_column_for_each_property()
    {
        await using var store = await OpenAsync();
        await store.WriteAsync(
            "Log", "T1|202601", [new Insert("1|i1|asked", new Dictionary<string, string> { ["Event"] = "asked", ["By"] = "p1" })], Token);
        await store.WriteAsync(
            "Log", "T1|202601", [new Insert("2|i1|met", new Dictionary<string, string> { ["Event"] = "met", ["Days"] = "9" })], Token);

        using var connection = new SqliteDatabase(FilePath).Connect();
        Assert.Equal("PartitionKey,RowKey,ETag,Event,By,Days", Ask(connection, "SELECT group_concat(name) FROM pragma_table_info('Log')"));
        Assert.Equal("asked p1 -;met - 9",
            Ask(
                connection,
                "SELECT group_concat(Event || ' ' || ifnull(By, '-') || ' ' || ifnull(Days, '-'), ';' ORDER BY RowKey) FROM Log"));
    }

    [Fact]
    public async Task Two_stores_on_one_file_see_each_other_and_each_others_new_columns()
    {
        await using var one = await OpenAsync();
        await using var other = await OpenAsync();
        var etag = Etag(await one.WriteAsync("Core", "p", [new Insert("a", Columns("1"))], Token));
        Assert.Equal(Columns("1"), (await other.FindAsync("Core", "p", "a", Token))!.Columns);

        var widened = new Dictionary<string, string> { ["Text"] = "2", ["New"] = "column" };
        await other.WriteAsync("Core", "p", [new Replace("a", widened, etag)], Token);
        Assert.Equal(widened, (await one.FindAsync("Core", "p", "a", Token))!.Columns);
        Assert.IsType<WriteResult.Conflict>(await one.WriteAsync("Core", "p", [new Replace("a", Columns("3"), etag)], Token));

        // A replace by one that has never heard of the column still drops it.
        await one.WriteAsync("Core", "p", [new Put("a", Columns("4"))], Token);
        Assert.Equal(Columns("4"), (await other.FindAsync("Core", "p", "a", Token))!.Columns);
        await one.WriteAsync("Core", "p", [new Put("a", widened)], Token);
        Assert.Equal(widened, (await other.FindAsync("Core", "p", "a", Token))!.Columns);
    }

    [Fact]
    public async Task Many_stores_may_open_a_new_file_at_once()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(OpenAsync)));
        foreach (var store in stores)
        {
            Assert.Null(await store.FindAsync("Core", "p", "a", Token));
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task Of_rivals_over_two_stores_on_one_file_exactly_one_wins()
    {
        await using var one = await OpenAsync();
        await using var other = await OpenAsync();
        for (var round = 0; round < 10; round++)
        {
            var etag = Etag(await one.WriteAsync("Core", $"p{round}", [new Insert("!", Columns("nobody"))], Token));
            var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(rival => Task.Run(() => (rival % 2 == 0 ? one : other)
                .WriteAsync(
                    "Core", $"p{round}", [new Replace("!", Columns($"{rival}"), etag), new Insert($"x|{rival}", Columns("op"))], Token))));
            Assert.Single(results, result => result is WriteResult.Written);
            Assert.Equal(2, (await other.RangeAsync("Core", $"p{round}", "", "~", 10, Token)).Count);
        }
    }

    [Fact]
    public async Task A_column_that_differs_in_case_only_from_one_in_the_file_is_refused()
    {
        await using var store = await OpenAsync();
        await store.WriteAsync("Core", "p", [new Insert("a", Columns("1"))], Token);

        await Assert.ThrowsAsync<ArgumentException>(
            () => store.WriteAsync("Core", "p", [new Insert("b", new Dictionary<string, string> { ["TEXT"] = "2" })], Token));
        Assert.Null(await store.FindAsync("Core", "p", "b", Token));
    }

    [Fact]
    public async Task A_write_that_breaks_in_the_middle_leaves_nothing_and_harms_no_later_one()
    {
        await using var store = await OpenAsync();
        await store.WriteAsync("Core", "p", [new Insert("a", Columns("1"))], Token);
        using (var connection = new SqliteDatabase(FilePath).Connect())
            connection.Execute(
                "CREATE TRIGGER breaking BEFORE INSERT ON Core WHEN NEW.RowKey = 'b' BEGIN SELECT RAISE(ABORT, 'stop'); END");

        await Assert.ThrowsAsync<StoreUnusableException>(
            () => store.WriteAsync("Core", "p", [new Insert("a0", Columns("2")), new Insert("b", Columns("2"))], Token));
        Assert.IsType<WriteResult.Written>(await store.WriteAsync("Core", "p", [new Insert("c", Columns("3"))], Token));
        Assert.Equal(["a", "c"], (await store.RangeAsync("Core", "p", "", "~", 10, Token)).Select(row => row.Row));
    }

    [Fact]
    public async Task A_store_that_is_not_open_says_so() =>
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => new SqliteTableStore(FilePath, "Core").FindAsync("Core", "p", "a", Token));

    public void Dispose() => folder.Dispose();

    private async Task<SqliteTableStore> OpenAsync()
    {
        var store = new SqliteTableStore(FilePath, "Core", "Log");
        await store.OpenAsync(Token);
        return store;
    }

    private static Dictionary<string, string> Columns(string text) => new() { ["Text"] = text };

    private static string Etag(WriteResult result) => Assert.IsType<WriteResult.Written>(result).ETags[0];

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.Prepared(sql, 0);
        return command.ExecuteScalar();
    }
}
