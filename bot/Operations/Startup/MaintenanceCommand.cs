namespace IntroBot.Operations.Startup;

/// <summary>What a command line asks for instead of running the bot: an export of the store to a file, or an import of a file.</summary>
public abstract record MaintenanceCommand
{
    private const string Usage = "leave it out to run IntroBot, or say 'export FILE' or 'import FILE'.";

    private MaintenanceCommand() { }

    /// <summary>Exports the store to a new file.</summary>
    public sealed record Export(string File) : MaintenanceCommand;

    /// <summary>Imports a file into an empty store.</summary>
    public sealed record Import(string File) : MaintenanceCommand;

    /// <summary>An unknown command, with a sentence that says so.</summary>
    public sealed record Unknown(string Sentence) : MaintenanceCommand;

    /// <summary>The maintenance command among the settings of a command line; null when there is none, and the program is to run.</summary>
    public static MaintenanceCommand? In(string[] args) => WordAt(args, 0) is { } at ? At(args, at) : null;

    /// <summary>A command line without its maintenance command; its file would read as a setting where it begins with a slash.</summary>
    public static string[] SettingsIn(string[] args) =>
        WordAt(args, 0) is { } at ? [.. args[..at], .. args.Skip(at + 2)] : args;

    private static MaintenanceCommand At(string[] args, int at) => (args[at], args.ElementAtOrDefault(at + 1)) switch
    {
        ("export" or "import", null or ['-', ..] or "") => new Unknown($"Which file? Say '{args[at]} FILE'."),
        ("export" or "import", _) when WordAt(args, at + 2) is { } more =>
            new Unknown($"'{args[more]}' is one word too many: say '{args[at]} FILE'."),
        ("export", { } file) => new Export(Path.GetFullPath(file)),
        ("import", { } file) => new Import(Path.GetFullPath(file)),
        var (word, _) => new Unknown($"Unknown command '{word}': {Usage}"),
    };

    /// <summary>The first word outside of settings: <c>--key value</c>, <c>/key value</c>, <c>key=value</c>.</summary>
    private static int? WordAt(string[] args, int from)
    {
        for (var at = from; at < args.Length; at++)
        {
            var hasValue = args[at].Contains('=', StringComparison.Ordinal);
            if (args[at] is ['-' or '/', ..] && !hasValue) at++;
            else if (!hasValue) return at;
        }

        return null;
    }
}
