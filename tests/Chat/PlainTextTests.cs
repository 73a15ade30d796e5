using IntroBot.Tests.Platforms;

namespace IntroBot.Tests.Chat;

/// <summary>
/// Cards as plain text, which nobody reads as markup: what people write stands there as they wrote it, with emoji for the codes they typed.
/// </summary>
public sealed class PlainTextTests
{
    public static TheoryData<string> Parts => [.. HostileParts.OfCards.Keys];

    [Theory, MemberData(nameof(Parts))]
    public void Words_in_a_part_of_a_card_stay_as_they_are(string part) =>
        Assert.All(HostileWordsTests.Words.Select(row => row.Data), words => AssertWhole(part, words));

    private static void AssertWhole(string part, string words)
    {
        var shown = Unmarked(PlainText.Of(HostileParts.OfCards[part](words)));
        Assert.True(
            shown.Contains(Unmarked(words), StringComparison.Ordinal)
                || shown.Contains(Unmarked(EmojiCodes.Drawn(words)), StringComparison.Ordinal),
            shown);
    }

    /// <summary>Lines of somebody's own words stand behind a mark.</summary>
    private static string Unmarked(string words) => words.Replace("\n> ", "\n", StringComparison.Ordinal);
}
