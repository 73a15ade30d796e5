using IntroBot.Tests.Slack.Scenes;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Platforms;

/// <summary>The same story tells the same on every platform: one description, played on all of them.</summary>
public sealed class SameStoryTests
{
    /// <summary>What one platform says in the chat and another in a window, at home or in a conversation of its own.</summary>
    private static readonly string[] Elsewhere =
        ["Ask for an introduction", "Offer to help", "Thank you, ", "Ava Stone will write to you", "The circle is closed"];

    [Fact]
    public async Task A_no_the_next_giver_a_yes_and_thanks() => await SameAsync(
        async driver =>
        {
            await driver.GivesAsync("Grace", "supply chain", "sourcing");
            await driver.GivesAsync("Wei", "sourcing");
            await driver.AsksAsync("Ava");
            await driver.PressesAsync("Grace", "Not now");
            await driver.Scene.BreatheAsync();
            await driver.PressesAsync("Wei", "Yes, connect us");
            await driver.Scene.PassAsync(TimeSpan.FromDays(3));
            await driver.PressesAsync("Ava", "Not yet");
            await driver.Scene.PassAsync(TimeSpan.FromDays(4));
            await driver.MetAsync("Ava", "Thank you, Wei. That saved us a month.");
        },
        ava: ["Wei Lin said yes", "I asked how it went with Wei", "You told how it went with Wei"],
        grace: ["Not this time, and that is fine"],
        wei: ["You said yes to Ava Stone", "Ava Stone says thank you"],
        outcomes: [
            "Became a giver", "Became a giver", "Draft started", "Asked", "Search began", "Offered", "Declined", "Offered", "Accepted",
            "Connected", "Outcome told", "Closed with thanks",
        ]);

    [Fact]
    public async Task Somebody_who_rests_is_passed_over_until_they_are_back() => await SameAsync(
        async driver =>
        {
            await driver.GivesAsync("Grace", "supply chain", "sourcing");
            await driver.GivesAsync("Wei", "sourcing");
            await driver.SaysAsync("Grace", "pause");
            await driver.Scene.BreatheAsync();
            await driver.AsksAsync("Ava");
            await driver.PressesAsync("Wei", "Not now");
            await driver.Scene.BreatheAsync();
            await driver.SaysAsync("Grace", "resume");
            await driver.Scene.PassAsync(TimeSpan.FromDays(2));
        },
        ava: ["No match yet"],
        grace: ["Enjoy the rest", "Welcome back"],
        wei: ["Not this time, and that is fine"],
        outcomes: [
            "Became a giver", "Became a giver", "Paused", "Draft started", "Asked", "Search began", "Offered", "Declined", "Resumed",
            "No match yet",
        ]);

    [Fact]
    public async Task An_offer_nobody_answers_moves_on_in_its_time() => await SameAsync(
        async driver =>
        {
            await driver.GivesAsync("Grace", "supply chain", "sourcing");
            await driver.AsksAsync("Ava");
            await driver.Scene.PassAsync(TimeSpan.FromDays(3));
        },
        ava: ["No match yet"],
        grace: ["This one has moved on", "This one has moved on"],
        wei: [],
        outcomes: ["Became a giver", "Draft started", "Asked", "Search began", "Offered", "Expired", "No match yet"]);

    private static async Task SameAsync(Func<IPlatformDriver, Task> story, string[] ava, string[] grace, string[] wei, string[] outcomes)
    {
        var logs = new List<IReadOnlyList<string>>();
        foreach (var open in (Func<Task<IPlatformDriver>>[])[SlackDriver.OpenAsync, TeamsDriver.OpenAsync])
        {
            await using var driver = await open();
            await story(driver);
            await driver.Scene.BreatheAsync();

            Assert.Equal(ava, Titles(driver, "Ava"));
            Assert.Equal(grace, Titles(driver, "Grace"));
            Assert.Equal(wei, Titles(driver, "Wei"));
            logs.Add(await driver.Scene.OutcomesAsync());
            Assert.Equal(
                outcomes,
                logs[^1].Select(line => outcomes.FirstOrDefault(outcome => line.StartsWith(outcome, StringComparison.Ordinal)) ?? line));
            Assert.Empty(driver.Scene.Log.Errors);
        }

        Assert.Equal(logs[0], logs[1]);
    }

    private static IEnumerable<string> Titles(IPlatformDriver driver, string who) =>
        driver.Titles(who).Where(title => !Elsewhere.Any(elsewhere => title.StartsWith(elsewhere, StringComparison.Ordinal)));
}
