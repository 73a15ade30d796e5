using System.Security.Cryptography;

namespace IntroBot.Tests.Storage.AzureTables;

/// <summary>Microsoft's emulator of Table Storage, started once for the tests that share it and ended with them.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private const string Account = "introbot";
    private readonly string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private readonly NodePeer peer = new();

    public Uri Address => new($"http://127.0.0.1:{peer.Port}");

    public string ConnectionString => ConnectionStringBy(Address);

    /// <summary>For whoever reaches it by another address.</summary>
    public string ConnectionStringBy(Uri address) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={key};TableEndpoint={new Uri(address, Account)}";

    public async ValueTask InitializeAsync() => await peer.StartAsync(
        "azurite",
        "dist/src/table/main.js",
        "successfully started",
        ["--tablePort", $"{peer.Port}", "--silent", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry"],
        ("AZURITE_ACCOUNTS", $"{Account}:{key}"));

    public ValueTask DisposeAsync()
    {
        peer.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>The tests that share one Azurite.</summary>
[CollectionDefinition(nameof(Azurite))]
public sealed class AzuriteTests : ICollectionFixture<Azurite>;
