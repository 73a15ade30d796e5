using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack;

/// <summary>The shared conversation, and what is said where Slack does not open one.</summary>
public sealed class SlackConnectionTests
{
    [Theory]
    [InlineData("user_not_visible")]
    [InlineData("invalid_user_combination")]
    [InlineData("user_disabled")]
    public async Task Where_Slack_opens_no_conversation_each_hears_what_to_do(string error)
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AsksAsync(scene.Ava);
        await scene.AfterAsync(scene.Ava.SaysAsync("status"));
        scene.Slack.Faults.Refuse("conversations.open", error);

        await scene.AfterAsync(scene.Grace.PressesAsync("Yes, connect us"));
        await scene.BreatheAsync();

        Assert.Contains("please write to Grace Okafor and propose two times", scene.Ava.Chat.Last.Text, StringComparison.Ordinal);
        Assert.Contains("I told Ava Stone that you said yes", scene.Grace.Chat.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_giver_who_cannot_be_reached_is_passed_over()
    {
        await using var scene = await SlackScene.OpenAsync();
        var wei = scene.Acme.AddPerson("Wei Lin");
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");
        await scene.GivesAsync(wei, "sourcing");
        scene.Grace.IsDeleted = true;

        await scene.AsksAsync(scene.Ava);

        Assert.StartsWith("Could you help Ava Stone?", wei.Chat.Last.Text, StringComparison.Ordinal);
    }
}
