using System.Diagnostics.Metrics;
using IntroBot.Tests.Operations.Telemetry;
using IntroBot.Tests.Slack.Scenes;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Platforms;

/// <summary>
/// What README says an introduction costs on a store that charges for every transaction: the story's own, and what the platform keeps on
/// its collections of people, chats, messages and events. Offering help comes first and is not counted, as little as idle looks at what
/// is due.
/// On one processor or many it comes to one more or less: two that look up the same at once both read it, and what is sent a moment later
/// than usual is read again.
/// </summary>
public sealed class TransactionCostTests(ITestOutputHelper output)
{
    private const string Counted = "introbot.store.transactions";

    /// <summary>Long enough for what an instance remembers only for a moment to be read anew.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(10);

    [Fact]
    public Task In_Slack() => CostsAsync(SlackDriver.OpenAsync([]), 96);

    [Fact]
    public Task In_Teams() => CostsAsync(TeamsDriver.OpenAsync([]), 145);

    private async Task CostsAsync(Task<IPlatformDriver> opening, int most)
    {
        await using var driver = await opening;
        await driver.GivesAsync("Grace", "supply chain", "sourcing");
        await driver.Scene.BreatheAsync();
        using var reader = new MeterReader(driver.Scene.The<IMeterFactory>());
        await driver.AsksAsync("Ava");
        await driver.Scene.PassAsync(Later);
        await driver.PressesAsync("Grace", "Yes, connect us");
        await driver.Scene.PassAsync(TimeSpan.FromDays(3));
        await driver.MetAsync("Ava", "Thank you, Grace. That saved us a month.");
        await driver.Scene.PassAsync(TimeSpan.FromDays(1));

        var (all, idle, stored) = (reader.Sum(Counted), reader.Sum(Counted, "table=Due", "kind=range"), reader.Sum(Counted, "table=Shelf"));
        output.WriteLine($"{all - idle} transactions, {stored} of them in collections: {string.Join(", ", Kinds(reader))}.");
        Assert.Equal("Ava Stone says thank you", driver.Titles("Grace")[^1]);
        Assert.InRange(all - idle, 1, most);
    }

    private static IEnumerable<string> Kinds(MeterReader reader) => reader.Tags
        .Where(tags => tags.StartsWith("table=", StringComparison.Ordinal))
        .CountBy(tags => tags).OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Value} {each.Key}");
}
