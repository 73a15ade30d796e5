using System.Diagnostics;

namespace IntroBot.Tests;

/// <summary>A test peer of npm's in a process of its own, in a folder of its own, which ends with the tests however they end.</summary>
internal sealed class NodePeer : IDisposable
{
    private static readonly string Peers = Path.Combine(Repository.Root, "tests", "peers");
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder folder = new();
    private Process? process;

    public int Port { get; } = FreePort.Next();

    public string Folder => folder.Path;

    /// <summary>Starts a package's program and returns when it has said a line with these words.</summary>
    public async Task StartAsync(
        string package, string program, string listening, IEnumerable<string> arguments, params (string Name, string Value)[] settings)
    {
        var file = Path.Combine([Peers, "node_modules", package, .. program.Split('/')]);
        if (!File.Exists(file)) throw new InvalidOperationException($"{package} is not installed: run 'bash tests/run'.");
        await RunAsync(package, file, listening, arguments, settings);
    }

    /// <summary>Starts a program of ours that uses a package.</summary>
    public Task StartOwnAsync(string program, string listening, params IEnumerable<string> arguments) =>
        RunAsync(program, Path.Combine(Peers, program), listening, arguments, []);

    public void Dispose()
    {
        if (process is not null)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        folder.Dispose();
    }

    private async Task RunAsync(
        string name, string file, string listening, IEnumerable<string> arguments, (string Name, string Value)[] settings)
    {
        // Its standard input closes when this process ends, however it ends.
        var start = new ProcessStartInfo("node", ["--require", Path.Combine(Peers, "end-with-parent.cjs"), file, .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (key, value) in settings) start.Environment[key] = value;
        process = Process.Start(start) ?? throw new InvalidOperationException("node does not start: install Node.js 20 or newer.");
        using var patience = new CancellationTokenSource(Timeout);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (!line.Contains(listening, StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return;
        }

        throw new InvalidOperationException($"{name} ended before it listened: run 'bash tests/run'.");
    }
}
