namespace IntroBot.Platforms;

/// <summary>
/// How an older version marked in a collection what an instance was at: until when, whose it was, and the words that stood there without
/// it.
/// </summary>
internal sealed record FormerClaim(DateTimeOffset Until, string? Words)
{
    private const char Between = ' ';

    /// <summary>What stands there without a claim.</summary>
    public static string? WordsIn(StoredItem item) => Read(item.Text) is { } claim ? claim.Words : item.Text;

    /// <summary>Until when it is claimed; null where it is free.</summary>
    public static DateTimeOffset? UntilOf(StoredItem item) => Read(item.Text)?.Until;

    private static FormerClaim? Read(string text) =>
        text.Split(Between, 3) is [var moment, .. var rest]
        && DateTimeOffset.TryParseExact(moment, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            ? new FormerClaim(until, rest is [_, var words] ? words : null)
            : null;
}
