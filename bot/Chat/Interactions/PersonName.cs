namespace IntroBot.Chat.Interactions;

/// <summary>Compares names as people type them: case, accents, typographic signs and an at sign before them make no difference.</summary>
public static class PersonName
{
    public static bool AreSame(string one, string other) => Plain(one) is { Length: > 0 } plain && plain == Plain(other);

    private static string Plain(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var letter in WithoutLoneSurrogates(name).Normalize(NormalizationForm.FormKD))
        {
            letters.Append(CharUnicodeInfo.GetUnicodeCategory(letter) switch
            {
                UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control => "",
                _ => Plain(char.ToLowerInvariant(letter)),
            });
        }

        return string.Join(' ', letters.ToString().TrimStart(' ', '@').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Letters whose stroke is no accent to Unicode, and signs that a keyboard has in one form only.</summary>
    private static string Plain(char letter) => letter switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        '\u2018' or '\u2019' => "'",
        >= '\u2010' and <= '\u2015' => "-",
        _ => letter.ToString(),
    };

    /// <summary>A lone surrogate cannot be normalized.</summary>
    private static string WithoutLoneSurrogates(string words) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(words));
}
