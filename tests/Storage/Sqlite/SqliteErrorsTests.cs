using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace IntroBot.Tests.Storage.Sqlite;

public sealed class SqliteErrorsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_folder_that_is_missing_is_made()
    {
        await using var store = new SqliteTableStore(folder.File("data/deep/introbot.db"), "Core");
        await store.OpenAsync(Token);
        Assert.True(File.Exists(folder.File("data/deep/introbot.db")));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told()
    {
        await File.WriteAllTextAsync(folder.File("data"), "a file", Token);
        await ToldAsync(folder.File("data/introbot.db"), "folder");
    }

    [Fact]
    public async Task A_folder_in_place_of_the_file_is_told()
    {
        Directory.CreateDirectory(folder.File("introbot.db"));
        await ToldAsync(folder.File("introbot.db"), "cannot be opened");
    }

    [Fact]
    public async Task A_file_of_something_else_is_told()
    {
        await File.WriteAllTextAsync(folder.File("introbot.db"), new string('?', 5000), Token);
        await ToldAsync(folder.File("introbot.db"), "damaged");
    }

    [Fact]
    public async Task A_damaged_file_is_told()
    {
        var path = folder.File("introbot.db");
        await using (var store = new SqliteTableStore(path, "Core"))
        {
            await store.OpenAsync(Token);
            for (var at = 0; at < 20; at++)
                await store.WriteAsync(
                    "Core", "p", [new RowChange.Put($"r{at:D2}", new Dictionary<string, string> { ["Text"] = new('x', 900) })], Token);
        }
        var bytes = await File.ReadAllBytesAsync(path, Token);
        Array.Fill(bytes, (byte)0xAB, 4096, 4096);
        await File.WriteAllBytesAsync(path, bytes, Token);

        await ToldAsync(path, "damaged");
    }

    [Fact]
    public async Task A_file_that_another_program_keeps_locked_is_told_after_a_while()
    {
        var path = folder.File("introbot.db");
        await using var store = new SqliteTableStore($"Data Source={path};Default Timeout=1", "Core");
        await store.OpenAsync(Token);
        using var connection = new SqliteDatabase(path).Connect();
        connection.Execute("BEGIN IMMEDIATE");

        var told = await Assert.ThrowsAsync<StoreUnusableException>(
            () => store.WriteAsync("Core", "p", [new RowChange.Put("a", new Dictionary<string, string>())], Token));
        Assert.Contains("locked", told.Message, StringComparison.Ordinal);
        Assert.Null(await store.FindAsync("Core", "p", "a", Token));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(26)]
    [InlineData(1)]
    public void Every_trouble_is_one_sentence_with_the_path(int code) =>
        IsSentence(SqliteErrors.Describe("/data/introbot.db", new SqliteException("native words", code)).Message, "/data/introbot.db");

    public void Dispose() => folder.Dispose();

    private static async Task ToldAsync(string path, string what)
    {
        await using var store = new SqliteTableStore(path, "Core");
        var told = await Assert.ThrowsAsync<StoreUnusableException>(() => store.OpenAsync(Token));
        IsSentence(told.Message, path);
        Assert.Contains(what, told.Message, StringComparison.Ordinal);
    }

    private static void IsSentence(string words, string path)
    {
        Assert.Contains(path, words, StringComparison.Ordinal);
        Assert.EndsWith(".", words, StringComparison.Ordinal);
        Assert.DoesNotContain(". ", words, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', words);
    }
}
