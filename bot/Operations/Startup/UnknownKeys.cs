using System.Reflection;
using IntroBot.Conversation;
using IntroBot.Playground;
using IntroBot.Slack;
using IntroBot.Storage;
using IntroBot.Teams;

namespace IntroBot.Operations.Startup;

/// <summary>Keys in sections of ours that nobody reads: misspelt, as a rule.</summary>
internal static class UnknownKeys
{
    private const int MaxLettersOff = 2;

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

    private static string? Meant(string written, string[] known) => known
        .Select(name => (Name: name, Off: Spelling.Distance(written.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(each => each.Off <= MaxLettersOff)
        .OrderBy(each => each.Off)
        .Select(each => each.Name)
        .FirstOrDefault();
}

/// <summary>A key that nobody reads, and the one that was probably meant.</summary>
internal sealed record UnknownKey(string Key, string? Meant)
{
    public string Sentence => Meant is null
        ? $"Nobody reads the key {Key}: look for its name in bot/README.md."
        : $"Nobody reads the key {Key}: {Meant} was meant, perhaps.";
}
