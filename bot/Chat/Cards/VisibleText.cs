using System.Globalization;
using System.Text;

namespace IntroBot.Chat.Cards;

/// <summary>Words of people as they can be shown: cut where people see a border, and without characters that nobody sees.</summary>
public static class VisibleText
{
    /// <summary>
    /// Words cut to a length in UTF-16 units at the border of a character as people see it, with a mark where something is missing.
    /// </summary>
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

        return words[..(end == 0 ? InsideOneLetter(words, most - 1) : end)] + "…";
    }

    /// <summary>A line cut as <see cref="Shorten"/> does, but between two words where that costs less than half of it.</summary>
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
    /// Words without the characters that turn the reading direction of what follows, hide or mean something to machines only; line breaks
    /// of every kind become <c>\n</c>, and half a character becomes the mark for one that cannot be read.
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

    /// <summary>Clean words on one line.</summary>
    public static string CleanLine(string words) => Clean(words).Replace('\n', ' ').Replace('\t', ' ');

    private static int InsideOneLetter(string words, int end) => char.IsHighSurrogate(words[end - 1]) ? end - 1 : end;

    /// <summary>
    /// Controls, marks that embed, override or isolate (Unicode Annex 9),
    /// and letters without a shape; the joiners within emoji and Indic words stay.
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
