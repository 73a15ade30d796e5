using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack;

/// <summary>A program that dies between what Slack took and the receipt for it, while the story goes on.</summary>
public sealed class SlackCrashTests
{
    /// <summary>
    /// The giver is quicker than the receipt: the yes is stored, and nothing stored tells where the card stands that she pressed.
    /// </summary>
    [Fact]
    public async Task Killed_right_after_it_heard_a_yes_the_program_comes_back_lets_the_two_meet_once_and_ends_the_card()
    {
        await using var scene = await SlackScene.OpenAsync();
        var (ava, grace, slack) = (scene.Ava, scene.Grace, scene.Slack);
        await scene.GivesAsync(grace, "supply chain");
        var receipt = slack.Faults.HoldAnswer("chat.postMessage");
        slack.Faults.Cut(FakeSlackFaults.ResponseUrl, acts: false);
        var asking = scene.AsksAsync(ava);
        await slack.UntilAsync(() => grace.Chat.Messages.Any(message => message.Buttons.Contains("Yes, connect us")));
        await grace.PressesAsync("Yes, connect us");
        await scene.KillAndStartAgainAsync();
        receipt.SetResult();
        await asking;

        for (var passed = 0; passed < 10; passed++) await scene.BreatheAsync();
        Assert.Contains(
            "Ava and Grace, meet each other", Assert.Single(scene.Acme.Conversation([ava, grace]).Messages).Text, StringComparison.Ordinal);
        Assert.StartsWith("Grace Okafor said yes", ava.Chat.Last.Text, StringComparison.Ordinal);
        Assert.StartsWith("You said yes", Assert.Single(grace.Chat.Messages).Text, StringComparison.Ordinal);
    }
}
