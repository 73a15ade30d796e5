namespace IntroBot.Conversation;

/// <summary>
/// What a person typed, as far as it can be a command: without the quotes, punctuation, emoji and invisible letters around it, and with
/// plain hyphens and spaces. Phones and word processors put these in; people do not mean them.
/// </summary>
internal static partial class CommandText
{
    public static string Of(string typed)
    {
        var plain = Hyphen().Replace(VisibleText.Clean(typed), "-");
        var bare = EmojiCode().Replace(plain, " ");
        var (start, end) = (0, bare.Length);
        while (start < end && Rune.TryGetRuneAt(bare, start, out var first) && IsAround(first))
        {
            start += first.Utf16SequenceLength;
        }

        while (end > start && LastRune(bare, end) is { } last && IsAround(last))
        {
            end -= last.Utf16SequenceLength;
        }

        return bare[start..end];
    }

    private static Rune? LastRune(string text, int end) =>
        Rune.DecodeLastFromUtf16(text.AsSpan(0, end), out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : null;

    /// <summary>Whether a letter around a command means nothing; a slash and an at sign mean something.</summary>
    private static bool IsAround(Rune letter) => letter.Value is not ('/' or '@') && Rune.GetUnicodeCategory(letter) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => false,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => false,
        UnicodeCategory.CurrencySymbol or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => IsEmojiMark(letter),
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate => true,
        UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.OtherPunctuation => true,
        UnicodeCategory.MathSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol => true,
    };

    /// <summary>Variation selectors and the keycap belong to emoji; other marks belong to letters.</summary>
    private static bool IsEmojiMark(Rune letter) => letter.Value is (>= 0xFE00 and <= 0xFE0F) or 0x20E3;

    /// <summary>Hyphens, dashes and the minus of typesetting.</summary>
    [GeneratedRegex("[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]", RegexOptions.CultureInvariant)]
    private static partial Regex Hyphen();

    /// <summary>An emoji as Slack writes it at either end, such as <c>:wave:</c>.</summary>
    [GeneratedRegex(@"^(\s*:[a-z0-9_+'-]+:)+|(:[a-z0-9_+'-]+:\s*)+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EmojiCode();
}
