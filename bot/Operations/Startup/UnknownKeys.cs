using System.Reflection;
using IntroBot.Conversation;
using IntroBot.Playground;
using IntroBot.Slack;
using IntroBot.Storage;
using IntroBot.Teams;

namespace IntroBot.Operations.Startup;

/// <summary>Finds unknown keys in IntroBot's sections of the configuration; most are misspelt.</summary>
internal static class UnknownKeys
{
    private const int MaxDistance = 2;

    private static readonly Dictionary<string, string[]> Sections = new()
    {
        [SlackOptions.Section] = Settable(typeof(SlackOptions).GetProperties()),
        [TeamsOptions.Section] = Settable(typeof(TeamsOptions).GetProperties()),
        [StorageOptions.Section] = Settable(typeof(StorageOptions).GetProperties()),
        [PlaygroundOptions.Section] = Settable(typeof(PlaygroundOptions).GetProperties()),
    };

    public static IEnumerable<UnknownKey> In(IConfiguration configuration) =>
        from section in Sections
        from child in configuration.GetSection(section.Key).GetChildren()
        where !section.Value.Contains(child.Key, StringComparer.OrdinalIgnoreCase)
        let meant = Meant(child.Key, section.Value)
        select new UnknownKey($"{section.Key}:{child.Key}", meant is null ? null : $"{section.Key}:{meant}");

    private static string[] Settable(PropertyInfo[] properties) =>
        [.. properties.Where(property => property.CanWrite).Select(property => property.Name)];

    private static string? Meant(string unknown, string[] known) => known
        .Select(name => (Name: name, Off: Spelling.Distance(unknown.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(each => each.Off <= MaxDistance)
        .OrderBy(each => each.Off)
        .Select(each => each.Name)
        .FirstOrDefault();
}

/// <summary>An unknown key, and the one that was probably meant.</summary>
internal sealed record UnknownKey(string Key, string? Meant)
{
    public string Sentence => Meant is null
        ? $"Unknown configuration key {Key}: look for its name in bot/README.md."
        : $"Unknown configuration key {Key}: {Meant} was probably meant.";
}
