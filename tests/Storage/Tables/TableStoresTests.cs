using IntroBot.Storage;
using IntroBot.Storage.AzureTables;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;

namespace IntroBot.Tests.Storage.Tables;

public sealed class TableStoresTests
{
    private const string Connection = "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=a2V5;EndpointSuffix=core.windows.net";
    private const string Endpoint = "https://a.table.core.windows.net";
    private static readonly StoreClock Clock = new(TimeProvider.System);
    private static readonly string Root = Path.Combine(Path.GetTempPath(), "content");

    [Fact]
    public void Without_any_configuration_it_is_a_sqlite_file_below_the_content_root()
    {
        Assert.IsType<SqliteTableStore>(TableStores.From(new StorageOptions(), Root, Clock));
        Assert.Equal(Path.Combine(Root, "data", "introbot.db"), TableStores.SqlitePath(new StorageOptions(), Root));
        Assert.False(Directory.Exists(Root));
    }

    [Fact]
    public void A_path_may_be_rooted_or_below_the_content_root()
    {
        Assert.Equal(Path.Combine(Root, "x.db"), TableStores.SqlitePath(new StorageOptions { SqlitePath = "x.db" }, Root));
        Assert.Equal(Path.GetFullPath("/var/x.db"), TableStores.SqlitePath(new StorageOptions { SqlitePath = "/var/x.db" }, Root));
    }

    [Theory]
    [InlineData(Connection, null)]
    [InlineData(null, Endpoint)]
    public void Tables_are_used_by_connection_or_by_identity(string? connection, string? endpoint) =>
        Assert.IsType<AzureTableStore>(TableStores.From(
            new StorageOptions { Kind = "tables", TablesConnection = connection, TablesEndpoint = endpoint }, Root, Clock));

    [Theory]
    [InlineData("Postgres", null, null, "Storage:Kind")]
    [InlineData("", null, null, "Storage:Kind")]
    [InlineData("Tables", null, null, "Storage:TablesConnection")]
    [InlineData("Tables", " ", "", "Storage:TablesConnection")]
    [InlineData("Tables", Connection, Endpoint, "Storage:TablesEndpoint")]
    [InlineData("Tables", null, "a.table.core.windows.net", "Storage:TablesEndpoint")]
    [InlineData("Tables", null, "http://a.table.core.windows.net", "Storage:TablesEndpoint")]
    [InlineData("Tables", null, Endpoint + "?sig=abc", "Storage:TablesEndpoint")]
    [InlineData("Tables", "secret-and-wrong", null, "Storage:TablesConnection")]
    [InlineData("Tables", "AccountName=a;AccountKey=secret!;DefaultEndpointsProtocol=https", null, "Storage:TablesConnection")]
    [InlineData("Sqlite", Connection, null, "Storage:TablesConnection")]
    [InlineData("Sqlite", null, Endpoint, "Storage:TablesEndpoint")]
    public void A_wrong_or_half_configuration_is_one_sentence_that_names_the_key(
        string kind, string? connection, string? endpoint, string key)
    {
        var options = new StorageOptions { Kind = kind, TablesConnection = connection, TablesEndpoint = endpoint };

        var told = Assert.IsType<string>(new StorageOptionsValidator().ErrorIn(options));
        Assert.Contains(key, told, StringComparison.Ordinal);
        Assert.EndsWith(".", told, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", told, StringComparison.Ordinal);
    }
}
