namespace IntroBot.Teams.AdaptiveCards;

/// <summary>
/// Draws titles. Only a TextBlock can be a heading for screen readers, and it is read as Markdown, in which clients do not agree on how to
/// escape a mark. So a title becomes a heading when it has nothing that any of them could read as one, which holds for nearly all of
/// ours; any other is drawn as a run, which looks the same and stays what was written.
/// </summary>
internal static partial class AdaptiveTitles
{
    public static AdaptiveElement Of(string title)
    {
        var line = AdaptiveText.Line(title, AdaptiveLimits.Title);
        return WithoutMarks().IsMatch(line)
            ? new AdaptiveElement.Heading(line)
            : AdaptiveLines.Of(line, AdaptiveLimits.Title, TextStyle.Title);
    }

    /// <summary>
    /// Letters, numbers and the signs of a sentence; a dot or a colon only where a word ends, so that no address comes about.
    /// </summary>
    [GeneratedRegex(@"\A\p{L}(?:[\p{L}\p{M}\p{Nd} ,;?!'’‘“”–—…]|[.:](?= |\z)|-(?=\p{L}))*\z", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutMarks();
}
