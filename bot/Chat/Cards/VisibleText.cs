namespace IntroBot.Chat.Cards;

/// <summary>Makes people's text safe to show: shortened between grapheme clusters, and without invisible characters.</summary>
public static class VisibleText
{
    /// <summary>Shortens text to a length in UTF-16 units between grapheme clusters, with an ellipsis where something is cut.</summary>
    public static string Shorten(string words, int most)
    {
        if (words.Length <= most)
        {
            return words;
        }

        var end = 0;
        while (StringInfo.GetNextTextElementLength(words, end) is var length && end + length <= most - 1)
        {
            end += length;
        }

        return words[..(end == 0 ? BeforeSurrogatePair(words, most - 1) : end)] + "…";
    }

    /// <summary>Shortens like <see cref="Shorten"/>, but between words where that costs less than half of the length.</summary>
    public static string ShortenLine(string line, int most)
    {
        var cut = Shorten(line, most);
        if (cut == line || line[cut.Length - 1] == ' ' || cut.LastIndexOf(' ') is var space && space < most / 2)
        {
            return cut;
        }

        return cut[..space].TrimEnd(' ', ',', ';', ':') + "…";
    }

    /// <summary>
    /// Removes characters that change the reading direction of later text, hide it, or only matter to machines; every line break becomes
    /// <c>\n</c>, and an unpaired surrogate the replacement character.
    /// </summary>
    public static string Clean(string words)
    {
        var clean = new StringBuilder(words.Length);
        foreach (var letter in words.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (!IsHidden(letter))
            {
                clean.Append(letter.ToString());
            }
        }

        return clean.ToString();
    }

    /// <summary>Clean text on one line.</summary>
    public static string CleanLine(string words) => Clean(words).Replace('\n', ' ').Replace('\t', ' ');

    private static int BeforeSurrogatePair(string words, int end) => char.IsHighSurrogate(words[end - 1]) ? end - 1 : end;

    /// <summary>
    /// Controls, bidirectional embeddings, overrides and isolates (Unicode Annex 9), and invisible letters; joiners within emoji and Indic
    /// text stay.
    /// </summary>
    private static bool IsHidden(Rune letter) => letter.Value switch
    {
        '\n' or '\t' => false,
        0x200E or 0x200F or 0x061C or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x206F) => true,
        0x00AD or 0x180E or 0x200B or (>= 0x2060 and <= 0x2065) or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB) => true,
        >= 0xE0000 and <= 0xE007F => true,
        _ => Rune.IsControl(letter),
    };
}
