using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace IntroBot.Benchmark;

/// <summary>
/// Loads an address by wrk (https://github.com/wg/wrk) with requests made beforehand, over 64 connections, from the other core.
/// </summary>
internal static class Wrk
{
    private const string Script = """
        local requests, at = {}, 0
        init = function()
          local file = io.open(os.getenv("REQUESTS"), "rb")
          while true do
            local stamp = file:read("*l")
            if not stamp then break end
            local signature, length = file:read("*l"), tonumber(file:read("*l"))
            local body = file:read(length)
            file:read(1)
            requests[#requests + 1] = wrk.format("POST", "/slack/events", {
              ["Host"] = wrk.host, ["Content-Type"] = "application/x-www-form-urlencoded",
              ["X-Slack-Request-Timestamp"] = stamp, ["X-Slack-Signature"] = signature }, body)
          end
        end
        request = function()
          at = at % #requests + 1
          return requests[at]
        end
        done = function(summary, latency)
          io.write(string.format("RESULT %d %d %d %d %d\n",
            summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
            summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
        end
        """;

    /// <summary>Runs for so many seconds; no request is sent twice unless there are too few.</summary>
    public static async Task<Load> RunAsync(Uri address, IEnumerable<SignedRequest> requests, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("introbot-wrk-").FullName;
        var (script, data) = (Path.Combine(folder, "load.lua"), Path.Combine(folder, "requests"));
        await File.WriteAllTextAsync(script, Script);
        await using (var file = new StreamWriter(data, append: false, new UTF8Encoding(false)))
        {
            foreach (var request in requests)
            {
                await file.WriteAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{request.Stamp}\n{request.Signature}\n{Encoding.UTF8.GetByteCount(request.Body)}\n{request.Body}\n"));
            }
        }

        var start = new ProcessStartInfo("taskset", ["-c", "1", "wrk", "-t1", "-c64", $"-d{seconds}s", "-s", script, address.ToString()])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["REQUESTS"] = data;
        using var process = Process.Start(start)
            ?? throw new InvalidOperationException("wrk does not start: install it (apt-get install wrk).");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
        var numbers = output.Split('\n').FirstOrDefault(line => line.StartsWith("RESULT ", StringComparison.Ordinal))?.Split(' ')[1..]
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray()
            ?? throw new InvalidOperationException($"wrk gave no result: {output}");
        return new Load(numbers[0] / (numbers[1] / 1e6), numbers[2] / 1000, numbers[3] / 1000, (int)numbers[4]);
    }
}

/// <summary>
/// What came of a load: requests a second, the median and the 99th percentile in milliseconds, and answers that were no success.
/// </summary>
internal sealed record Load(double Rate, double Median, double P99, int Errors);
