namespace IntroBot.Chat.Cards;

/// <summary>
/// Finds emoji as people type them in forms, such as <c>:tada:</c> or <c>:+1::skin-tone-3:</c>. What is stored stays as it was typed; only
/// what is drawn has the emoji.
/// </summary>
public static partial class EmojiCodes
{
    /// <summary>Words that call a whole channel elsewhere, and are no emoji anywhere.</summary>
    private static readonly string[] Calls = ["channel", "here", "everyone", "group", "subteam"];

    /// <summary>The words with a character in place of each code that is known.</summary>
    public static string Drawn(string words) => words.Contains(':', StringComparison.Ordinal)
        ? string.Concat(In(words).Select(piece =>
            piece.Name is { } name ? EmojiTable.Find(name, piece.SkinTone) ?? piece.Typed : piece.Typed))
        : words;

    /// <summary>The words in pieces, in their order: text as it is, and codes that can be emoji.</summary>
    public static IEnumerable<EmojiPiece> In(string words)
    {
        var (shown, at) = (0, 0);
        while (at < words.Length && Code().Match(words, at) is { Success: true } code)
        {
            at = code.Index + 1;
            if (!IsEmoji(words, code, shown))
            {
                continue;
            }

            if (code.Index > shown)
            {
                yield return new EmojiPiece(words[shown..code.Index], null, null);
            }

            yield return new EmojiPiece(
                code.Value, code.Groups["name"].Value, code.Groups["tone"] is { Success: true } tone ? tone.ValueSpan[0] - '0' : null);
            shown = at = code.Index + code.Length;
        }

        if (shown < words.Length)
        {
            yield return new EmojiPiece(words[shown..], null, null);
        }
    }

    /// <summary>No letter or digit stands beside it, so that a time such as 10:30:45 stays one; a number alone has to be known.</summary>
    private static bool IsEmoji(string words, Match code, int shown)
    {
        var (name, end) = (code.Groups["name"].Value, code.Index + code.Length);
        return (code.Index == shown || !char.IsLetterOrDigit(words[code.Index - 1]))
            && (end == words.Length || !char.IsLetterOrDigit(words[end]))
            && (name.Any(char.IsAsciiLetter) || EmojiTable.Has(name))
            && !Calls.Contains(name);
    }

    [GeneratedRegex(@":(?<name>[a-z0-9_+'-]{1,80}):(:skin-tone-(?<tone>[2-6]):)?", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}

/// <summary>A piece of words as it was typed; an emoji where it has a name, in a tone of skin from 2 to 6 where one is told.</summary>
public sealed record EmojiPiece(string Typed, string? Name, int? SkinTone);
