using System.Net;

namespace IntroBot.Teams.Inbound.Markup;

/// <summary>
/// The words of a message, with mentions marked and nothing in them that its author only quotes. A reply holds what it replies to as a
/// block of its HTML, which comes as an attachment, or as an element of its text;
/// <see href="https://github.com/microsoft/botbuilder-js/issues/2083"/>.
/// </summary>
/// <param name="Text">The words.</param>
/// <param name="IsMarkup">Whether tags and escapes in them are markup; in plain words they are what was typed.</param>
internal sealed partial record MessageWords(string Text, bool IsMarkup)
{
    /// <summary>Characters of HTML that are read; no person writes a longer message.</summary>
    private const int MaxMarkup = 64 * 1024;

    private const string Html = "text/html";

    public static MessageWords Of(Activity activity)
    {
        var html = activity.Attachments
            .FirstOrDefault(each => string.Equals(each.ContentType, Html, StringComparison.OrdinalIgnoreCase))?.Content;
        if (html is { Length: > 0 and <= MaxMarkup } && (Quote().IsMatch(html) || string.IsNullOrWhiteSpace(activity.Text)))
        {
            return new MessageWords(Quote().Replace(html, ""), IsMarkup: true);
        }

        var isMarkup = activity.TextFormat?.ToUpperInvariant() is "XML" or "HTML";
        return new MessageWords(Quote().Replace(activity.Text ?? "", ""), isMarkup);
    }

    /// <summary>A part of the words that holds no mention, as it is read.</summary>
    public string Plain(string part) => IsMarkup
        ? Blanks().Replace(WebUtility.HtmlDecode(Tag().Replace(LineEnd().Replace(part, "\n"), "")).Replace('\u00A0', ' '), "\n")
        : part.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase).Replace('\u00A0', ' ');

    [GeneratedRegex(
        """
        <blockquote\b[^<>]*schema\.skype\.com/Reply[^<>]*>.*?</blockquote\s*>
        |<quoted\b[^<>]*(?:/>|>.*?</quoted\s*>)|<attachment\b[^<>]*(?:/>|>\s*</attachment\s*>)|\[IMG\]
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Quote();

    [GeneratedRegex(@"<br\s*/?>|</(?:p|div|li|tr|h[1-6]|blockquote)\s*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LineEnd();

    [GeneratedRegex("</?[A-Za-z][^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t]*\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
