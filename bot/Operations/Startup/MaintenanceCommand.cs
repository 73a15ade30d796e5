namespace IntroBot.Operations.Startup;

/// <summary>What a command line asks for in place of a program that runs: the store to a file, or a file to a store.</summary>
public abstract record MaintenanceCommand
{
    private const string Usage = "leave it out to run IntroBot, or say 'export FILE' or 'import FILE'.";

    private MaintenanceCommand() { }

    /// <summary>The store goes into a file that is not there yet.</summary>
    public sealed record Export(string File) : MaintenanceCommand;

    /// <summary>A file goes into a store that is empty.</summary>
    public sealed record Import(string File) : MaintenanceCommand;

    /// <summary>Nobody knows what was meant, and one sentence says so.</summary>
    public sealed record Unknown(string Sentence) : MaintenanceCommand;

    /// <summary>The maintenance command among the settings of a command line; null when there is none, and the program is to run.</summary>
    public static MaintenanceCommand? In(string[] args) => WordAt(args, 0) is { } at ? At(args, at) : null;

    /// <summary>A command line without its maintenance command, whose file looks like a setting where it begins with a slash.</summary>
    public static string[] SettingsIn(string[] args) =>
        WordAt(args, 0) is { } at ? [.. args[..at], .. args.Skip(at + 2)] : args;

    private static MaintenanceCommand At(string[] args, int at) => (args[at], args.ElementAtOrDefault(at + 1)) switch
    {
        ("export" or "import", null or ['-', ..] or "") => new Unknown($"Which file? Say '{args[at]} FILE'."),
        ("export" or "import", _) when WordAt(args, at + 2) is { } more =>
            new Unknown($"'{args[more]}' is one word too many: say '{args[at]} FILE'."),
        ("export", { } file) => new Export(Path.GetFullPath(file)),
        ("import", { } file) => new Import(Path.GetFullPath(file)),
        var (word, _) => new Unknown($"Nobody knows the command '{word}': {Usage}"),
    };

    /// <summary>The first word outside of settings: <c>--key value</c>, <c>/key value</c>, <c>key=value</c>.</summary>
    private static int? WordAt(string[] args, int from)
    {
        for (var at = from; at < args.Length; at++)
        {
            var isWhole = args[at].Contains('=', StringComparison.Ordinal);
            if (args[at] is ['-' or '/', ..] && !isWhole) at++;
            else if (!isWhole) return at;
        }

        return null;
    }
}
