namespace IntroBot.Slack.Inbound;

/// <summary>
/// Words as a person wrote them, out of the form Slack sends them in: mentions, channels and links in angle brackets, three characters
/// escaped; <see href="https://docs.slack.dev/messaging/formatting-message-text"/>.
/// </summary>
internal static partial class SlackText
{
    private const int MaxMentions = 5;

    /// <summary>The ids of the people mentioned, in their order.</summary>
    public static IEnumerable<string> Mentions(string text) =>
        Entity().Matches(text).Select(match => match.Groups["person"].Value).Where(SlackIds.IsPerson).Distinct().Take(MaxMentions);

    /// <summary>Whether a person is mentioned after other words, and not only addressed before them.</summary>
    public static bool IsMentionedInside(string text, string id) =>
        Entity().Matches(text)
            .Where(match => match.Groups["person"].Value == id)
            .Any(match => Read(text[..match.Index], ImmutableDictionary<string, Person>.Empty, without: id).Length > 0);

    /// <summary>The words with names in place of mentions; one that is not wanted, such as the bot's own, is left out.</summary>
    public static string Read(string text, IReadOnlyDictionary<string, Person> people, string? without = null)
    {
        var read = Entity().Replace(text, match => match.Groups["person"] is { Success: true } person
            ? person.Value == without ? "" : people.TryGetValue(person.Value, out var known) ? $"@{known.Name}" : "@somebody"
            : Plain(match.Groups["target"].Value, match.Groups["label"].Value));
        return read.Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal)
            .Trim();
    }

    private static string Plain(string target, string label) => target switch
    {
        ['#', ..] => $"#{(label.Length > 0 ? label : "channel")}",
        ['!', ..] => label.Length > 0 ? label : $"@{target[1..]}",
        _ => label.Length > 0 ? label : target.StartsWith("mailto:", StringComparison.Ordinal) ? target["mailto:".Length..] : target,
    };

    [GeneratedRegex(@"<(?:@(?<person>[A-Z0-9]+)|(?<target>[^<>|]+))(?:\|(?<label>[^<>]*))?>", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();
}
