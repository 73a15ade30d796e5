namespace IntroBot.Teams.AdaptiveCards;

/// <summary>Words for the places that take one plain line.</summary>
internal static class AdaptiveText
{
    /// <summary>
    /// One line, shortened visibly; where nothing can be seen stands a mark, since an empty one cannot be pressed or named.
    /// </summary>
    public static string Line(string words, int most) =>
        VisibleText.ShortenLine(VisibleText.CleanLine(words).Trim() is { Length: > 0 } clean ? clean : "…", most);

    public static bool IsBlank(string words) => string.IsNullOrWhiteSpace(VisibleText.Clean(words));
}
