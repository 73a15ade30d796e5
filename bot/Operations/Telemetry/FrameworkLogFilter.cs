using Microsoft.Extensions.Options;

namespace IntroBot.Operations.Telemetry;

/// <summary>
/// Holds frameworks to warnings, whatever the configuration asks of them: in the ordinary course of things they tell addresses
/// with ids and codes of people in them (ASP.NET Core every request with its query, HttpClient every URL and header, Kestrel
/// whole bodies), and an administrator who turns everything on to find a mistake would not know it. What this program says itself
/// is theirs to choose.
/// </summary>
internal sealed class FrameworkLogFilter : IPostConfigureOptions<LoggerFilterOptions>
{
    private const string Own = "IntroBot";

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        LoggerFilterRule[] asked = [new(null, null, options.MinLevel, null), .. options.Rules];
        options.Rules.Clear();
        foreach (var rule in asked.SelectMany(Held))
        {
            options.Rules.Add(rule);
        }
    }

    /// <summary>The rule as it may stand: for ourselves as it was asked for, for all others from warnings on.</summary>
    private static IEnumerable<LoggerFilterRule> Held(LoggerFilterRule rule)
    {
        if (IsOwn(rule.CategoryName))
        {
            return [rule];
        }

        var least = rule.LogLevel > LogLevel.Warning ? rule.LogLevel : LogLevel.Warning;
        var held = new LoggerFilterRule(rule.ProviderName, rule.CategoryName, least, rule.Filter);
        return rule.CategoryName is null or "" or "*" ? [held, new(rule.ProviderName, Own, rule.LogLevel, rule.Filter)] : [held];
    }

    private static bool IsOwn(string? category) => category == Own || category?.StartsWith($"{Own}.", StringComparison.Ordinal) is true;
}
