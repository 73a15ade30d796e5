using System.Diagnostics;
using IntroBot.Tests.Packages;

namespace IntroBot.Tests.Operations.Scenes;

/// <summary>The program itself in a process of its own, started as a person starts it: as it was built, or as it was published.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly StringBuilder errors = new(), output = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(string Words, TaskCompletionSource Said)> awaited = [];
    private readonly Task ended;

    private RunningProgram(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        ended = Task.WhenAll(
            ReadAsync(process.StandardOutput, output),
            ReadAsync(process.StandardError, errors),
            process.WaitForExitAsync());
    }

    /// <summary>The program as <c>dotnet run</c> starts it.</summary>
    public static IReadOnlyList<string> Built { get; } = ["dotnet", Path.Combine(AppContext.BaseDirectory, "IntroBot.dll")];

    /// <summary>
    /// The program as most tests take it: published, where <c>bash tests/run</c> has published it for them, since that is what is deployed
    /// and starts at once; otherwise as it was built, so that no test ever takes what was published of older code.
    /// </summary>
    public static IReadOnlyList<string> Tested { get; } =
        Environment.GetEnvironmentVariable("INTROBOT_PUBLISHED") is null ? Built : [Published.Program];

    public Uri Address { get; }

    public string Output => Text(output);

    public string Errors => Text(errors);

    /// <summary>Starts it on an address of this machine, with settings as the environment gives them.</summary>
    public static RunningProgram Start(string folder, int port, params (string Name, string Value)[] settings) =>
        Start(Built, folder, port, settings);

    private static RunningProgram Start(
        IReadOnlyList<string> program, string folder, int port, params (string Name, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        return Start(program, ["--urls", address.GetLeftPart(UriPartial.Authority)], folder, address, settings);
    }

    /// <summary>Starts it with words that make it do something else than run.</summary>
    public static RunningProgram Start(
        IReadOnlyList<string> program, string[] words, string folder, params (string Name, string Value)[] settings) =>
        Start(program, words, folder, new Uri("http://nowhere"), settings);

    private static RunningProgram Start(
        IReadOnlyList<string> program, string[] words, string folder, Uri address, (string Name, string Value)[] settings)
    {
        string[] command = [.. Hearing, .. program, .. words];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return new RunningProgram(Process.Start(start)!, address);
    }

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public static Task<RunningProgram> StartedAsync(string folder, params (string Name, string Value)[] settings) =>
        StartedAsync(Built, folder, settings);

    public static async Task<RunningProgram> StartedAsync(
        IReadOnlyList<string> command, string folder, params (string Name, string Value)[] settings)
    {
        var program = Start(command, folder, FreePort.Next(), settings);
        await Task.WhenAny(program.ready.Task, program.ended).WaitAsync(Timeout);
        return program.ready.Task.IsCompleted
            ? program
            : throw new InvalidOperationException($"The program did not start: {program.Errors}{program.Output}");
    }

    /// <summary>SIGKILL: nothing of it runs on, not even a clean-up.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await EndAsync();
    }

    /// <summary>SIGTERM or SIGINT, as a service manager or Ctrl+C sends it; returns the exit code.</summary>
    public async Task<int> SignalAsync(string signal)
    {
        await AskToStopAsync(signal);
        return await EndAsync();
    }

    /// <summary>As above; returns when the program says that it has heard.</summary>
    public async Task AskToStopAsync(string signal = "TERM")
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        await SaidAsync("IntroBot is stopping");
    }

    /// <summary>Returns when it has said these words, also before.</summary>
    public Task SaidAsync(string words)
    {
        lock (output)
        {
            if (output.ToString().Contains(words, StringComparison.Ordinal)) return Task.CompletedTask;
            var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            awaited.Add((words, said));
            return said.Task.WaitAsync(Timeout);
        }
    }

    /// <summary>The files that are loaded into it.</summary>
    public string Loaded => File.ReadAllText($"/proc/{process.Id}/maps");

    /// <summary>Whether it is told of changes in some folder.</summary>
    public bool IsWatchingFolders =>
        Directory.EnumerateFileSystemEntries($"/proc/{process.Id}/fd")
            .Any(handle => new FileInfo(handle).LinkTarget == "anon_inode:inotify");

    /// <summary>Waits for its end and returns the exit code.</summary>
    public async Task<int> EndAsync()
    {
        await ended.WaitAsync(Timeout);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    /// <summary>
    /// A shell lets whatever it runs in the background ignore Ctrl+C, tests and all; the program is to hear it all the same.
    /// </summary>
    private static string[] Hearing => OperatingSystem.IsLinux() && IgnoresInterrupts() ? ["env", "--default-signal=INT"] : [];

    private static bool IgnoresInterrupts()
    {
        var ignored = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal));
        return (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) & 0b10) != 0;
    }

    private async Task ReadAsync(StreamReader from, StringBuilder to)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (to) to.AppendLine(line);
            if (line.Contains("IntroBot is ready", StringComparison.Ordinal)) ready.TrySetResult();
            lock (output)
            {
                foreach (var (_, said) in awaited.Where(each => line.Contains(each.Words, StringComparison.Ordinal))) said.TrySetResult();
            }
        }
    }

    private static string Text(StringBuilder words)
    {
        lock (words) return words.ToString();
    }
}
