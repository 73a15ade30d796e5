namespace IntroBot.Tests.Golden;

/// <summary>Compares what is drawn with the file that was accepted; <c>GOLDEN_ACCEPT=1</c> accepts what is drawn now.</summary>
internal static class GoldenFile
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Golden");

    private static bool Accepts => Environment.GetEnvironmentVariable("GOLDEN_ACCEPT") == "1";

    public static void AssertIs(string name, string drawn)
    {
        var (path, text) = (Path.Combine(Folder, name), drawn.ReplaceLineEndings("\n").TrimEnd('\n') + "\n");
        if (Accepts)
        {
            File.WriteAllText(path, text);
        }

        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            File.WriteAllText($"{path}.received", text);
            Assert.Fail(
                $"{name} differs: {FirstDifference(File.Exists(path) ? File.ReadAllText(path) : "", text)}. "
                    + $"What was drawn is in {name}.received.");
        }

        File.Delete($"{path}.received");
    }

    private static string FirstDifference(string golden, string drawn)
    {
        var (was, now) = (golden.Split('\n'), drawn.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(was.Length, now.Length))
            .First(at => was.ElementAtOrDefault(at) != now.ElementAtOrDefault(at));
        return $"line {line + 1} was '{was.ElementAtOrDefault(line)}' and is '{now.ElementAtOrDefault(line)}'";
    }
}
