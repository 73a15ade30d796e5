using System.Diagnostics.Metrics;
using IntroBot.Operations.Health;
using IntroBot.Operations.Telemetry;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;
using IntroBot.Tests.Operations.Health;
using IntroBot.Tests.Platforms;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Operations.Telemetry;

/// <summary>What is counted and measured is what happened.</summary>
public sealed class MetersTests
{
    [Fact]
    public async Task Every_step_of_an_introduction_is_counted_once()
    {
        await using var driver = await SlackDriver.OpenAsync([]);
        using var reader = Read(driver);
        await driver.GivesAsync("Grace", "supply chain", "sourcing");
        await driver.GivesAsync("Wei", "sourcing");
        await driver.AsksAsync("Ava");
        await driver.PressesAsync("Grace", "Not now");
        await driver.Scene.BreatheAsync();
        await driver.PressesAsync("Wei", "Yes, connect us");
        await driver.Scene.PassAsync(TimeSpan.FromDays(3));
        await driver.MetAsync("Ava", "Thank you, Wei. That saved us a month.");
        await driver.Scene.BreatheAsync();

        Assert.Equal(1, reader.Sum("introbot.asks"));
        Assert.Equal(2, reader.Sum("introbot.offers"));
        Assert.Equal(1, reader.Sum("introbot.answers", "answer=no"));
        Assert.Equal(1, reader.Sum("introbot.answers", "answer=yes"));
        Assert.Equal(2, reader.Sum("introbot.answers"));
        Assert.InRange(Assert.Single(reader.Of("introbot.time_to_yes")), 40, 600);
        Assert.Equal(1, reader.Sum("introbot.loops.closed", "outcome=Met"));
        Assert.Equal(1, reader.Sum("introbot.loops.closed"));
        Assert.InRange(reader.Sum("introbot.store.transactions", "table=Core", "kind=write"), 20, 120);
        Assert.Equal(0, reader.Sum("introbot.store.failures"));
    }

    [Fact]
    public async Task Silence_and_stepping_back_are_answers_too()
    {
        await using var driver = await SlackDriver.OpenAsync([]);
        using var reader = Read(driver);
        await driver.GivesAsync("Grace", "supply chain", "sourcing");
        await driver.GivesAsync("Wei", "sourcing");
        await driver.AsksAsync("Ava");
        await driver.Scene.PassAsync(TimeSpan.FromDays(3));
        await driver.SaysAsync("Wei", "pause");
        await driver.Scene.BreatheAsync();

        Assert.Equal(1, reader.Sum("introbot.answers", "answer=silence"));
        Assert.Equal(1, reader.Sum("introbot.answers", "answer=stepped_back"));
        Assert.Empty(reader.Of("introbot.time_to_yes"));
    }

    [Fact]
    public async Task Calls_are_counted_by_platform_and_by_how_they_ended()
    {
        await using var scene = await SlackScene.OpenAsync(lookedAfter: []);
        using var slack = new MeterReader(scene.The<IMeterFactory>());
        scene.Slack.Faults.RateLimit("chat.postMessage", TimeSpan.FromSeconds(3));
        scene.Slack.Faults.Cut("chat.postMessage");
        await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        await scene.BreatheAsync();

        Assert.Equal(1, slack.Sum("introbot.platform.calls", "platform=Slack", "status=429"));
        Assert.Equal(1, slack.Sum("introbot.platform.calls", "platform=Slack", "status=lost"));
        Assert.InRange(slack.Sum("introbot.platform.calls", "platform=Slack", "status=200"), 1, 20);
        Assert.Equal(0, slack.Sum("introbot.platform.calls", "platform=Teams"));
    }

    [Fact]
    public async Task Teams_is_counted_as_Teams()
    {
        await using var scene = await TeamsScene.OpenAsync(lookedAfter: []);
        using var teams = new MeterReader(scene.The<IMeterFactory>());
        scene.Teams.Faults.RateLimit("POST conversations", TimeSpan.FromSeconds(3));
        await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        await scene.BreatheAsync();

        Assert.Equal("Teams", scene.The<ClockMonitor>().LargestSkew?.Platform);
        Assert.Equal(1, teams.Sum("introbot.platform.calls", "platform=Teams", "status=429"));
        Assert.Equal(0, teams.Sum("introbot.platform.calls", "platform=Slack"));
    }

    [Fact]
    public async Task A_store_that_fails_is_counted_and_told_once_in_the_log()
    {
        await using var scene = await SlackScene.OpenAsync(lookedAfter: []);
        using var reader = new MeterReader(scene.The<IMeterFactory>());
        scene.Store.Error = new StoreUnusableException("The store is gone.");
        scene.Store.IsFailing = true;
        for (var times = 0; times < 3; times++) await scene.Ava.TypesAsync("/intro", "status");
        scene.Store.IsFailing = false;
        await scene.Ava.TypesAsync("/intro", "status");

        Assert.InRange(reader.Sum("introbot.store.failures"), 3, 20);
        Assert.Single(scene.Log.Lines, line => line.Text.Contains("Store failed: The store is gone.", StringComparison.Ordinal));
        Assert.Single(scene.Log.Lines, line => line.Text.Contains("Store recovered.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_message_that_is_held_up_is_seen_in_depth_and_age_of_the_outbox()
    {
        using var work = new StalledWork();
        using var reader = new MeterReader(work.The<IMeterFactory>());
        work.The<Meters>();
        Assert.Equal((0, 0), (reader.Now("introbot.outbox.depth"), reader.Now("introbot.outbox.age")));

        var first = work.Add(messages: 2);
        work.Clock.Advance(TimeSpan.FromSeconds(60));
        work.Add(messages: 1);
        work.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal((3, 90), (reader.Now("introbot.outbox.depth"), reader.Now("introbot.outbox.age")));

        work.The<OutboxQueue>().Done(first);
        Assert.Equal((1, 30), (reader.Now("introbot.outbox.depth"), reader.Now("introbot.outbox.age")));
    }

    private static MeterReader Read(IPlatformDriver driver) => new(driver.Scene.The<IMeterFactory>());
}
