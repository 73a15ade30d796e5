using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack.Inbound;

/// <summary>What cannot be set aside until Slack has said who somebody is.</summary>
public sealed class SlackUnidentifiedPersonLimitsTests
{
    [Fact]
    public async Task When_too_many_wait_the_next_hear_that_it_takes_a_moment()
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.LetWait();
        scene.Slack.ComplainsOfAnswers = false;
        scene.Slack.Faults.RateLimit("users.info", TimeSpan.FromMinutes(10), times: 10);
        for (var count = 0; count < 490; count++)
        {
            Assert.Equal("", (await scene.Ava.TypesAsync("/intro", "help")).Body);
        }

        // Something of the arrival may still be in the same line, so where exactly five hundred are reached is left open.
        for (var count = 0; count < 10; count++) await scene.Ava.TypesAsync("/intro", "help");
        Assert.Contains("One moment, please", (await scene.Ava.TypesAsync("/intro", "help")).Body, StringComparison.Ordinal);
        Assert.Equal(503, (await scene.Ava.SaysAsync("help")).Status);
    }

    [Fact]
    public async Task Words_too_long_for_one_row_are_not_set_aside_and_not_lost()
    {
        await using var scene = await SlackScene.OpenAsync();

        await scene.AfterAsync(scene.Ava.SaysAsync(new string('x', 40_000)));

        var said = Assert.Single(scene.Ava.Chat.Messages, message => message.Author == scene.Acme.Bot);
        Assert.StartsWith("That is a long message", said.Text, StringComparison.Ordinal);
    }
}
