namespace IntroBot.Operations.Startup;

/// <summary>The levels in the section <c>Logging</c>, which the framework reads only when the first line is to be written.</summary>
public sealed class LogLevelOptions
{
    private const string Levels = "LogLevel";

    /// <summary>Keys, such as <c>Logging:LogLevel:Default</c>, with the name of the level that stands there.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ByKey { get; set; } = [];

    public static LogLevelOptions From(IConfiguration configuration) => new()
    {
        ByKey =
        [
            .. configuration.GetSection("Logging").GetChildren()
                .Select(provider => provider.Key == Levels ? provider : provider.GetSection(Levels))
                .SelectMany(levels => levels.GetChildren())
                .Select(level => KeyValuePair.Create(level.Path, level.Value ?? "")),
        ],
    };
}
