using Microsoft.Extensions.Options;

namespace IntroBot.Operations.Telemetry;

/// <summary>
/// Limits frameworks to warnings, whatever the configuration says: below that they log addresses with ids and codes of people (ASP.NET Core
/// every request with its query, HttpClient every URL and header, Kestrel whole bodies), and an administrator who enables everything to
/// find an error would not expect it. IntroBot's own levels stay configurable.
/// </summary>
internal sealed class FrameworkLogFilter : IPostConfigureOptions<LoggerFilterOptions>
{
    private const string Own = "IntroBot";

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        LoggerFilterRule[] configured = [new(null, null, options.MinLevel, null), .. options.Rules];
        options.Rules.Clear();
        foreach (var rule in configured.SelectMany(Limit))
        {
            options.Rules.Add(rule);
        }
    }

    /// <summary>The rules that replace one rule: unchanged for IntroBot, from warnings on for everything else.</summary>
    private static IEnumerable<LoggerFilterRule> Limit(LoggerFilterRule rule)
    {
        if (IsOwn(rule.CategoryName))
        {
            return [rule];
        }

        var minimum = rule.LogLevel > LogLevel.Warning ? rule.LogLevel : LogLevel.Warning;
        var limited = new LoggerFilterRule(rule.ProviderName, rule.CategoryName, minimum, rule.Filter);
        return rule.CategoryName is null or "" or "*" ? [limited, new(rule.ProviderName, Own, rule.LogLevel, rule.Filter)] : [limited];
    }

    private static bool IsOwn(string? category) => category == Own || category?.StartsWith($"{Own}.", StringComparison.Ordinal) is true;
}
