using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack;

/// <summary>From first word to thanks, by slash command, modal, clicks and chat.</summary>
public sealed class SlackMainJobTests
{
    [Fact]
    public async Task An_ask_finds_its_giver_and_thanks_come_back()
    {
        await using var scene = await SlackScene.OpenAsync();
        var (ava, grace) = (scene.Ava, scene.Grace);
        await scene.GivesAsync(grace, "supply chain", "sourcing");
        Assert.Contains("Thank you, Grace", grace.Modal!.ToString(), StringComparison.Ordinal);

        await scene.AsksAsync(ava);
        Assert.Contains("on its way", ava.Modal!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Could you help Ava Stone?", grace.Chat.Last.Text, StringComparison.Ordinal);

        await scene.AfterAsync(grace.PressesAsync("Yes, connect us"));
        await scene.BreatheAsync();
        Assert.StartsWith("You said yes to Ava Stone", grace.Chat.Last.Text, StringComparison.Ordinal);
        Assert.Empty(grace.Chat.Last.Buttons);
        var meeting = scene.Acme.Conversation([ava, grace]);
        Assert.Contains("Ava and Grace, meet each other", meeting.Last.Text, StringComparison.Ordinal);
        Assert.StartsWith("Grace Okafor said yes", ava.Chat.Last.Text, StringComparison.Ordinal);

        await scene.PassAsync(TimeSpan.FromDays(3));
        await scene.AfterAsync(ava.PressesAsync("We met"));
        await scene.AfterAsync(ava.SubmitsAsync(("thanks", "Thank you, Grace. That saved us a month.")));
        await scene.BreatheAsync();
        Assert.StartsWith("Ava Stone says thank you", grace.Chat.Last.Text, StringComparison.Ordinal);
        Assert.Contains("saved us a month", JsonSerializer.Serialize(grace.Chat.Last.Blocks), StringComparison.Ordinal);
        Assert.Empty(scene.Log.Errors);
    }
}
