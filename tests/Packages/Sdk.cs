using System.Diagnostics;

namespace IntroBot.Tests.Packages;

/// <summary>The .NET SDK in a process of its own, at the root of the repository.</summary>
internal static class Sdk
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    /// <summary>Returns what it said; where it fails, that is told.</summary>
    public static async Task<string> RunAsync(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [.. arguments, "-nologo", "-nodeReuse:false"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var running = Process.Start(start)!;
        var (said, complained) = (running.StandardOutput.ReadToEndAsync(), running.StandardError.ReadToEndAsync());
        await Task.WhenAll(said, complained, running.WaitForExitAsync()).WaitAsync(Timeout);
        Assert.True(running.ExitCode == 0, $"{await said}{await complained}");
        return await said;
    }
}
