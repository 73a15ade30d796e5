using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using IntroBot.Tests.Storage;

namespace IntroBot.Tests.Slack;

/// <summary>A stateful emulator of Slack's Web API by others, with a workspace, people, a channel and a bot; ended with the tests that share it.</summary>
public sealed class Emulate : IAsyncLifetime
{
    public const string Token = "xoxb-agreed";

    private const string Seed = """
        {
          "slack": {
            "team": { "name": "Acme", "domain": "acme" },
            "users": [ { "name": "ava.stone", "real_name": "Ava Stone" }, { "name": "ben.okri", "real_name": "Ben Okri" } ],
            "channels": [ { "name": "introductions" } ],
            "oauth_apps": [ {
              "client_id": "1.2", "client_secret": "unused", "app_id": "A0INTRO01", "name": "IntroBot", "redirect_uris": [ "http://127.0.0.1/unused" ],
              "scopes": [ "chat:write" ], "bot_id": "B0INTRO01", "bot_user_id": "U0INTRO01", "bot_name": "introbot"
            } ],
            "tokens": [ {
              "token": "xoxb-agreed", "type": "bot", "user_id": "U0INTRO01", "bot_id": "B0INTRO01", "bot_user_id": "U0INTRO01", "app_id": "A0INTRO01"
            } ]
          }
        }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder folder = new();
    private readonly int port = FreePort();
    private Process? process;

    public Uri Address => new($"http://127.0.0.1:{port}/");

    public async ValueTask InitializeAsync()
    {
        var peers = Path.Combine(Repository.Root, "tests", "peers");
        var program = Path.Combine(peers, "node_modules", "emulate", "dist", "index.js");
        if (!File.Exists(program)) throw new InvalidOperationException("emulate is not installed: run 'bash tests/run'.");

        var seed = Path.Combine(folder.Path, "seed.json");
        await File.WriteAllTextAsync(seed, Seed);
        var start = new ProcessStartInfo("node")
        {
            // Its standard input closes when this process ends, however it ends.
            ArgumentList =
            {
                "--require", Path.Combine(peers, "end-with-parent.cjs"), program, "start", "--service", "slack", "--port", $"{port}", "--seed", seed,
            },
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
            if (line.Contains("Config:", StringComparison.Ordinal)) return;
        throw new InvalidOperationException("emulate ended before it listened: run 'bash tests/run'.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
