namespace IntroBot.Tests.Storage.Stored;

/// <summary>
/// Outbox rows of 0.1.0, which had the properties of every kind of thing that leaves: what meant nothing for a kind was written, too.
/// </summary>
internal static class FormerOutbox
{
    private static readonly Dictionary<string, string> Nothing = new()
    {
        ["Kind"] = "Offer",
        ["To"] = "",
        ["Channel"] = "",
        ["About"] = "",
        ["Workspace"] = "{}",
        ["Intro"] = "{}",
        ["Offer"] = "{}",
        ["Reached"] = "false",
        ["Until"] = "0001-01-01T00:00:00+00:00",
    };

    /// <summary>What rows of today say where a row of that time is silent.</summary>
    private static readonly Dictionary<string, string> Since = new() { ["End"] = "Released" };

    /// <summary>The two say the same: whatever the row of today lacks, or has in addition, means nothing.</summary>
    public static void AssertIs(string former, string today)
    {
        var (was, now) = (JsonNode.Parse(former)!, JsonNode.Parse(today)!);
        var (what, left) = (was["What"]!.AsObject(), now["What"]!.AsObject());
        foreach (var lost in what.Select(property => property.Key).Where(name => !left.ContainsKey(name)).ToArray())
        {
            Assert.Equal(Nothing[lost], what[lost]!.ToString());
            what.Remove(lost);
        }

        foreach (var added in Since.Keys.Where(name => left.ContainsKey(name) && !what.ContainsKey(name)))
        {
            Assert.Equal(Since[added], left[added]!.ToString());
            left.Remove(added);
        }

        Assert.True(JsonNode.DeepEquals(was, now), $"{was.ToJsonString()} is not {today}");
    }
}
