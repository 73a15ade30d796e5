using IntroBot.Tests.Slack.Double.Rules;

namespace IntroBot.Tests.Teams.Double.Rules;

/// <summary>What words may be where, given what clients read in them.</summary>
internal static class WordRules
{
    private const string Marks = "\\`*_{}[]()<>#+|~&@=^$\"/\n\r\t";

    /// <summary>A run is one line and never begins a function such as <c>{{DATE(…)}}</c>.</summary>
    public static void Run(ValidatedJson text)
    {
        TextRules.Words(1, 3000)(text);
        if (text.Json.ToString().Contains('\n', StringComparison.Ordinal)) text.Refuse("must be one line");
        if (text.Json.ToString().Contains("{{", StringComparison.Ordinal)) text.Refuse("must not begin a function");
    }

    /// <summary>Words that are read as Markdown and have nothing of it: no mark, no list, no address.</summary>
    public static void WithoutMarks(ValidatedJson text)
    {
        TextRules.Shown(300)(text);
        var words = text.Json.ToString();
        if (words.IndexOfAny([.. Marks]) >= 0) text.Refuse("must not have marks of Markdown");
        if (words.Length > 0 && (char.IsDigit(words[0]) || words[0] is '-' or '.')) text.Refuse("must not begin a list");
        if (words.Index().Any(letter => letter.Item is '.' or ':' && letter.Index + 1 < words.Length && words[letter.Index + 1] != ' '))
            text.Refuse("must not be an address");
    }

    /// <summary>Words that some clients read as Markdown: every mark of it stands behind a backslash.</summary>
    public static void Escaped(ValidatedJson text)
    {
        TextRules.Shown(250)(text);
        var words = text.Json.ToString();
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at] == '\\')
                at++;
            else if ("`*_{}[]()<>#+|~&:.-!".Contains(words[at], StringComparison.Ordinal))
                text.Refuse("must be escaped");
        }
    }

    public static void Address(ValidatedJson url)
    {
        TextRules.Words(1, 2000)(url);
        if (!url.Json.ToString().StartsWith("https://", StringComparison.Ordinal)) url.Refuse("must be an https address");
    }
}
