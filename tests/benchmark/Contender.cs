using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace IntroBot.Benchmark;

/// <summary>A program that acknowledges Slack's requests: how it is started, and what it is called in the table.</summary>
internal sealed record Contender(string Name, string[] Command, Func<int, string, IEnumerable<(string Name, string Value)>> Settings)
{
    private static readonly string[] OnOneCore = ["taskset", "-c", "0"];

    /// <summary>
    /// Starts it, on one core if <paramref name="prefix"/> says nothing else, and returns when it has given its first good acknowledgement.
    /// </summary>
    public async Task<RunningContender> StartAsync(Func<SignedRequest> first, string[]? prefix = null)
    {
        var folder = Directory.CreateTempSubdirectory("introbot-benchmark-").FullName;
        var port = FreePort();
        string[] command = [.. prefix ?? OnOneCore, .. Command];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings(port, folder)) start.Environment[name] = value;
        var request = first();
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        var errors = new StringBuilder();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        using var wire = new HttpClient();
        while (true)
        {
            try
            {
                using var answer = await wire.SendAsync(request.To(address));
                if (answer.IsSuccessStatusCode)
                    return new RunningContender(this, process, address, Stopwatch.GetElapsedTime(began), folder);
                throw new InvalidOperationException($"{Name} answered its first request with {(int)answer.StatusCode}.");
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
            }
            catch (HttpRequestException) when (process.HasExited)
            {
                throw new InvalidOperationException($"{Name} ended before it answered: {errors}");
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A contender at work.</summary>
internal sealed class RunningContender(Contender contender, Process process, Uri address, TimeSpan start, string folder) : IDisposable
{
    public Contender Contender => contender;

    public Uri Address => address;

    /// <summary>From the start of the process to its first good acknowledgement.</summary>
    public TimeSpan Start => start;

    /// <summary>Memory it holds now, in MB.</summary>
    public double Memory
    {
        get
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").First(each => each.StartsWith("VmRSS:", StringComparison.Ordinal));
            return double.Parse(line[6..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
