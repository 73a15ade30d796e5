using System.Net;
using System.Net.Sockets;
using IntroBot.Tests.Operations.Scenes;

namespace IntroBot.Tests.Operations.Startup;

/// <summary>A program that cannot start says in one sentence what to do, and nothing else.</summary>
public sealed class StartFailureTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_port_in_use_is_told()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await FailsAsync("Another program already uses http://127.0.0.1:", ((IPEndPoint)other.LocalEndpoint).Port);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_told()
    {
        await File.WriteAllTextAsync(folder.File("file"), "I am no folder.");
        await FailsAsync(
            "set Storage:SqlitePath to a file in a folder",
            settings: ("Storage__SqlitePath", Path.Combine(folder.File("file"), "introbot.db")));
    }

    [Theory]
    [InlineData("{\n  \"Slack\": {,\n}", "appsettings.json' is no JSON at line 2: correct it")]
    [InlineData("{ \"Slack\": { \"BotToken\": \"xoxb-1\", \"BotToken\": \"xoxb-2\" } }", "write each key once")]
    public async Task A_file_of_settings_that_cannot_be_read_is_told(string json, string words)
    {
        await File.WriteAllTextAsync(folder.File("appsettings.json"), json);
        await FailsAsync(words);
    }

    [Fact]
    public async Task A_damaged_database_is_told()
    {
        await File.WriteAllTextAsync(folder.File("introbot.db"), new string('x', 8192));
        await FailsAsync("restore it from a backup");
    }

    [Fact]
    public Task A_kind_of_storage_that_does_not_exist_is_told() =>
        FailsAsync("Storage:Kind is 'Postgres'", settings: ("Storage__Kind", "Postgres"));

    [Fact]
    public Task A_table_service_that_does_not_answer_is_told() => FailsAsync(
        "does not answer",
        settings:
        [
            ("Storage__Kind", "Tables"),
            ("Storage__TablesConnection",
                $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:{FreePort.Next()}/a"),
        ]);

    [Fact]
    public async Task An_account_that_gives_no_rights_is_told_with_the_role_it_takes()
    {
        await using var account = await ForbiddenStorageAccount.StartAsync();
        await FailsAsync(
            "give its identity the role 'Storage Table Data Contributor'",
            settings: [("Storage__Kind", "Tables"), ("Storage__TablesConnection", account.Connection)]);
        Assert.InRange(account.Asked, 1, 3);
    }

    [Fact]
    public Task A_key_that_is_missing_because_it_is_misspelt_is_told_by_its_spelling() => FailsAsync(
        "Unknown configuration key Slack:SigningSecrt: Slack:SigningSecret was probably meant.",
        settings: [("Slack__SigningSecrt", "s"), ("Slack__BotToken", "t")]);

    [Fact]
    public Task A_collector_that_is_no_address_is_told() =>
        FailsAsync("OTEL_EXPORTER_OTLP_ENDPOINT is no address of a collector", settings: ("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost"));

    [Fact]
    public Task A_level_of_the_log_that_does_not_exist_is_told() =>
        FailsAsync("Logging:LogLevel:Default is 'Loud'", settings: ("Logging__LogLevel__Default", "Loud"));

    [Fact]
    public Task A_playground_in_production_is_told() =>
        FailsAsync("it never runs in Production", settings: [("ASPNETCORE_ENVIRONMENT", "Production"), ("Playground__Enabled", "true")]);

    [Theory]
    [InlineData]
    [InlineData("Slack__SigningSecret", "s", "Slack__BotToken", "t")]
    public Task A_connection_string_that_is_none_is_told_with_a_platform_and_without(params string[] platform) => FailsAsync(
        "Storage:TablesConnection is no connection string",
        settings:
        [
            ("Storage__Kind", "Tables"), ("Storage__TablesConnection", "wrong"),
            .. platform.Chunk(2).Select(pair => (pair[0], pair[1])),
        ]);

    [Fact]
    public async Task A_wrong_configuration_opens_no_store()
    {
        await FailsAsync("Slack:BotToken is missing", settings: ("Slack__SigningSecret", "s"));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public Task Of_several_mistakes_the_first_is_told() => FailsAsync(
        "Storage:Kind is 'Postgres'",
        settings:
        [
            ("Logging__LogLevel__Default", "Loud"), ("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost"), ("Teams__GroupChats", "maybe"),
            ("Slack__BotToken", "t"), ("Slack__ApiUrl", "no address"), ("Storage__Kind", "Postgres"),
        ]);

    public void Dispose() => folder.Dispose();

    private async Task FailsAsync(string told, int? port = null, params (string Name, string Value)[] settings)
    {
        await using var program = RunningProgram.Start(
            folder.Path, port ?? FreePort.Next(), [("Storage__SqlitePath", folder.File("introbot.db")), .. settings]);
        Assert.Equal(1, await program.EndAsync());
        var line = Assert.Single(program.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(told, line, StringComparison.Ordinal);
        Assert.EndsWith(".", line.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal("", program.Output);
    }
}
