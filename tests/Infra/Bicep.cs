using System.Diagnostics;
using System.Reflection;

namespace IntroBot.Tests.Infra;

/// <summary>Microsoft's compiler of the templates, on the files of <c>infra/</c>; it reaches no cloud.</summary>
internal static class Bicep
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private static readonly string Compiler =
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "Bicep").Value!;

    public static string Folder { get; } = Path.Combine(Repository.Root, "infra");

    /// <summary>What it said, and what it complained of: errors, warnings and advice.</summary>
    public static async Task<(string Said, string Complaints)> RunAsync(
        string folder, IEnumerable<string> arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(Compiler, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var running = Process.Start(start)!;
        var (said, complaints) = (running.StandardOutput.ReadToEndAsync(), running.StandardError.ReadToEndAsync());
        await Task.WhenAll(said, complaints, running.WaitForExitAsync()).WaitAsync(Timeout);
        return (await said, await complaints);
    }
}
