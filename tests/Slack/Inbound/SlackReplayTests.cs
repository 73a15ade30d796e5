using IntroBot.Slack.Inbound;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Double.Deliveries;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack.Inbound;

/// <summary>The same bytes once more, within the minutes in which a signature counts, do nothing a second time.</summary>
public sealed class SlackReplayTests
{
    /// <summary>https://docs.slack.dev/authentication/verifying-requests-from-slack</summary>
    private const string DocumentedBody =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
        + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
        + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    [Theory, InlineData(0, true), InlineData(300, true), InlineData(-300, true), InlineData(301, false), InlineData(-301, false)]
    public void The_example_of_Slacks_pages_is_genuine_in_its_five_minutes(int late, bool isGenuine) =>
        Assert.Equal(isGenuine ? null : SignatureFailure.TimestampExpired, SlackSignature.Check(
            "8f742231b10e8888abcd99yyyzzz85a5",
            "1531420618",
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
            Encoding.UTF8.GetBytes(DocumentedBody),
            DateTimeOffset.FromUnixTimeSeconds(1531420618 + late)));

    [Fact]
    public async Task Every_act_of_the_main_job_replayed_byte_for_byte_does_nothing_twice()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");

        await ReplayAsync(scene, await scene.AfterAsync(scene.Ava.TypesAsync("/intro")));
        await scene.FillsInAskAsync(scene.Ava);
        await ReplayAsync(scene, await scene.AfterAsync(scene.Ava.SubmitsAsync()));
        await scene.SendsAsync(scene.Ava);
        await ReplayAsync(scene, await scene.AfterAsync(scene.Grace.PressesAsync("Yes, connect us")));
        await scene.PassAsync(TimeSpan.FromDays(3));
        await ReplayAsync(scene, await scene.AfterAsync(scene.Ava.PressesAsync("We met")));
        await ReplayAsync(scene, await scene.AfterAsync(scene.Ava.SubmitsAsync(("thanks", "Thank you, Grace. That saved us a month."))));
        await ReplayAsync(scene, await scene.AfterAsync(scene.Ava.SaysAsync("help")));
        await ReplayAsync(scene, await scene.AfterAsync(scene.Ava.OpensHomeAsync()));
        Assert.Empty(scene.Log.Errors);
    }

    private static async Task ReplayAsync(SlackScene scene, FakeSlackDelivery told)
    {
        var before = await scene.SnapshotAsync();
        for (var times = 0; times < 3; times++)
        {
            var replayed = await told.ReplayAsync();
            Assert.Equal((told.Status, told.Body), (replayed.Status, replayed.Body));
        }

        Assert.Equal(before, await scene.SnapshotAsync());
    }
}
