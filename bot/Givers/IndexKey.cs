namespace IntroBot.Givers;

/// <summary>The normal form in which topics and companies are compared: <c>Supply-Chains</c> and <c>supply chain</c> are equal.</summary>
public static class IndexKey
{
    public static string Of(string words)
    {
        var letters = new StringBuilder(words.Length);
        foreach (var letter in WithoutLoneSurrogates(words).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(letter) || letter is '+' or '#')
            {
                letters.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                letters.Append(' ');
            }
        }

        return string.Join(' ', letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Singular));
    }

    /// <summary>A lone surrogate, left by a length limit, cannot be normalized.</summary>
    private static string WithoutLoneSurrogates(string words) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(words));

    private static string Singular(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 3 } when word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') => word[..^1],
        _ => word,
    };
}
