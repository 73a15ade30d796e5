using IntroBot.Platforms;

namespace IntroBot.Operations.Startup;

/// <summary>Validates the levels of the log: each is one that exists, or not said.</summary>
public sealed class LogLevelOptionsValidator : OptionsValidator<LogLevelOptions>
{
    public override string? ErrorIn(LogLevelOptions options) => options.ByKey
        .Where(level => level.Value.Length > 0 && !Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _))
        .Select(level => $"{level.Key} is '{level.Value}': set it to one of {string.Join(", ", Enum.GetNames<LogLevel>())}.")
        .FirstOrDefault();
}
