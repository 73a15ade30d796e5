namespace IntroBot.Operations.Startup;

/// <summary>Checks the levels in the section <c>Logging</c>, which the framework reads only with the first log line.</summary>
internal static class LogLevels
{
    private const string Levels = "LogLevel";

    /// <summary>One sentence that names a key with an unknown level; null when there is none.</summary>
    public static string? Check(IConfiguration configuration)
    {
        var logging = configuration.GetSection("Logging");
        return logging.GetChildren().Select(provider => provider.Key == Levels ? provider : provider.GetSection(Levels))
            .SelectMany(levels => levels.GetChildren())
            .Where(level => !string.IsNullOrEmpty(level.Value) && !Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _))
            .Select(level => $"{level.Path} is '{level.Value}': set it to one of {string.Join(", ", Enum.GetNames<LogLevel>())}.")
            .FirstOrDefault();
    }
}
