namespace IntroBot.Playground.Html;

/// <summary>Renders text: spans as inline markup, with right-to-left text isolated.</summary>
public static class HtmlWords
{
    public static HtmlFragment Of(Words words, int most = HtmlLimits.Paragraph) =>
        HtmlFragment.Run(words.Spans.Select(span => Of(span, most)));

    /// <summary>A run of text, isolated if it could change the reading direction of what follows.</summary>
    public static HtmlFragment Run(string words, int most)
    {
        var shown = VisibleText.Shorten(words, most);
        return shown.Any(TurnsDirection) ? HtmlFragment.Of($"<bdi>{shown}</bdi>") : HtmlFragment.Of($"{shown}");
    }

    /// <summary>A person's paragraphs, separated by blank lines, with their line breaks.</summary>
    public static IEnumerable<HtmlFragment> Paragraphs(string words, int most) => VisibleText.Shorten(words, most).ReplaceLineEndings("\n")
        .Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(paragraph => HtmlFragment.Of($"""<p dir="auto">{Lines(paragraph, most)}</p>"""));

    /// <summary>A person's lines, with their line breaks.</summary>
    public static HtmlFragment Lines(string words, int most) =>
        HtmlFragment.Run(VisibleText.Shorten(words, most).ReplaceLineEndings("\n").Split('\n')
        .Select((line, at) => at == 0 ? Run(line, most) : HtmlFragment.Of($"<br>{Run(line, most)}")));

    public static HtmlFragment Time(DateTimeOffset at, string timeZone) =>
        HtmlFragment.Of(
            $"""<time datetime="{at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null)}">{PlainText.Of(at, timeZone)}</time>""");

    public static HtmlFragment Chip(string name) =>
        HtmlFragment.Of($"""<span class="chip"><bdi>{VisibleText.Shorten(name, HtmlLimits.Name)}</bdi></span>""");

    private static HtmlFragment Of(WordSpan span, int most) => span switch
    {
        WordSpan.Plain plain => Run(EmojiCodes.Drawn(plain.Text), most),
        WordSpan.Bold bold => HtmlFragment.Of($"<strong>{Run(EmojiCodes.Drawn(bold.Text), most)}</strong>"),
        WordSpan.Mention mention => Chip(mention.Who.Name),
        WordSpan.Link link => Of(link),
        WordSpan.Moment moment => Time(moment.At, moment.TimeZone),
        _ => throw new UnreachableException(),
    };

    /// <summary>Only an absolute https address becomes a link; anything else is shown as text.</summary>
    private static HtmlFragment Of(WordSpan.Link link) =>
        link.Address.IsAbsoluteUri && link.Address.Scheme == Uri.UriSchemeHttps && link.Address.AbsoluteUri.Length <= HtmlLimits.Address
            ? HtmlFragment.Of(
                $"""<a href="{link.Address.AbsoluteUri}" target="_blank" rel="noopener noreferrer">"""
                    + $"{Run(link.Text, HtmlLimits.Paragraph)}</a>")
            : HtmlFragment.Of($"{Run($"{link.Text} ({link.Address})", HtmlLimits.Address)}");

    /// <summary>Hebrew, Arabic and related scripts, and the marks that embed, override or isolate (Unicode Annex 9).</summary>
    private static bool TurnsDirection(char letter) =>
        letter is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFEFC') or (>= '\u202A' and <= '\u202E')
            or (>= '\u2066' and <= '\u2069') or '\u200F' or (>= '\uD802' and <= '\uD803') or (>= '\uD83A' and <= '\uD83B');
}
