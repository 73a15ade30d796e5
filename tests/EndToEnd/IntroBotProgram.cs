using System.Diagnostics;
using IntroBot.Tests.Operations.Scenes;

namespace IntroBot.Tests.EndToEnd;

/// <summary>
/// The real program as a process of its own, with a port and a file of its own; it can be stopped, killed and started again.
/// </summary>
internal sealed class IntroBotProgram : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder folder = new();
    private readonly List<string> words = [];
    private Process? process;

    private IntroBotProgram() => Address = new Uri($"http://localhost:{FreePort.Next()}");

    public Uri Address { get; }

    /// <summary>What the program wrote to its console since it was first started.</summary>
    public string Log
    {
        get
        {
            lock (words)
            {
                return string.Join('\n', words);
            }
        }
    }

    public static async Task<IntroBotProgram> StartAsync()
    {
        var program = new IntroBotProgram();
        await program.StartAgainAsync();
        return program;
    }

    public async Task StartAgainAsync()
    {
        string[] command =
        [
            .. RunningProgram.Tested,
            "--urls",
            Address.GetLeftPart(UriPartial.Authority),
            "--Storage:SqlitePath",
            folder.File("introbot.db"),
        ];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            // Each program lives for seconds: watching its code to make it faster later would only make it slower.
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["DOTNET_TieredPGO"] = "0" },
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The program ended before it was ready:\n{Log}"));
        process.OutputDataReceived += (_, line) => Hear(line.Data, ready);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, ready);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ready.Task.WaitAsync(Timeout);
    }

    /// <summary>Asks the program to stop, as Ctrl+C or a container's host does, and waits until it has.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process!.Id}"]);
        await process.WaitForExitAsync().WaitAsync(Timeout);
        Assert.Equal(0, process.ExitCode);
        process.Dispose();
    }

    /// <summary>Ends the program as a power cut does.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync().WaitAsync(Timeout);
        process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        folder.Dispose();
    }

    private void Hear(string? line, TaskCompletionSource ready)
    {
        lock (words)
        {
            words.Add(line ?? "");
        }

        if (line?.Contains("IntroBot is ready", StringComparison.Ordinal) is true)
        {
            ready.TrySetResult();
        }
    }
}
