using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace IntroBot.Tests.Storage;

/// <summary>Microsoft's emulator of Table Storage, started once for the tests that share it and ended with them.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private const string Account = "introbot";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private readonly TemporaryFolder folder = new();
    private Process? process;
    private readonly int port = FreePort();

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={key};TableEndpoint=http://127.0.0.1:{port}/{Account}";

    public async ValueTask InitializeAsync()
    {
        var peers = Path.Combine(Repository.Root, "tests", "peers");
        var program = Path.Combine(peers, "node_modules", "azurite", "dist", "src", "table", "main.js");
        if (!File.Exists(program)) throw new InvalidOperationException("Azurite is not installed: run 'bash tests/run'.");

        var start = new ProcessStartInfo("node")
        {
            // Its standard input closes when this process ends, however it ends.
            ArgumentList =
            {
                "--require", Path.Combine(peers, "end-with-parent.cjs"), program, "--tablePort", $"{port}", "--silent",
                "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry",
            },
            Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{key}" },
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        process = Process.Start(start) ?? throw new InvalidOperationException("node does not start: install Node.js 20 or newer.");
        using var patience = new CancellationTokenSource(Patience);
        await StartedAsync(process.StandardOutput, patience.Token);
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
        folder.Dispose();
    }

    private static async Task StartedAsync(StreamReader output, CancellationToken token)
    {
        while (await output.ReadLineAsync(token) is { } line)
            if (line.Contains("successfully started", StringComparison.Ordinal)) return;
        throw new InvalidOperationException("Azurite ended before it listened: run 'bash tests/run'.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>The tests that share one Azurite.</summary>
[CollectionDefinition(nameof(Azurite))]
public sealed class AzuriteTests : ICollectionFixture<Azurite>;
