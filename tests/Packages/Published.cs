using System.Runtime.InteropServices;

namespace IntroBot.Tests.Packages;

/// <summary>The native programs that <c>bash tests/run</c> publishes before the tests begin.</summary>
internal static class Published
{
    /// <summary>The program as it is deployed.</summary>
    public static string Program => Find("bot", "IntroBot");

    /// <summary>The store and its contract, compiled as the program is.</summary>
    public static string Contract => Find(Path.Combine("tests", "native"), "IntroBot.NativeContract");

    private static string Find(string project, string name)
    {
        var file = Path.Combine(
            Repository.Root, project, "bin", "Release", "net10.0", RuntimeInformation.RuntimeIdentifier, "publish", name);
        return File.Exists(file) ? file : throw new InvalidOperationException($"{name} is not published: run 'bash tests/run'.");
    }
}
