using System.Globalization;

namespace IntroBot.Platforms;

/// <summary>
/// What a claim looks like on its shelf: until when it holds, whose it is, and the words that stand there again when it is given
/// back; no words where nothing is to stand there.
/// </summary>
internal sealed record ClaimMark(DateTimeOffset Until, string By, string? Words)
{
    private const char Between = ' ';

    /// <summary>What stands there without a claim.</summary>
    public static string? WordsIn(string text) => Read(text) is { } mark ? mark.Words : text;

    /// <summary>Null for words without a claim. A mark of an older version is the moment alone.</summary>
    public static ClaimMark? Read(string text) =>
        text.Split(Between, 3) is [var moment, .. var rest]
        && DateTimeOffset.TryParseExact(moment, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            ? new ClaimMark(until, rest is [var by, ..] ? by : "", rest is [_, var words] ? words : null)
            : null;

    public string Write() => string.Join(
        Between, [Until.ToString("O", CultureInfo.InvariantCulture), By, .. Words is null ? Array.Empty<string>() : [Words]]);
}
