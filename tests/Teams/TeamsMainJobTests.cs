namespace IntroBot.Tests.Teams;

/// <summary>From first word to thanks, by dialog, cards and chat.</summary>
public sealed class TeamsMainJobTests
{
    [Fact]
    public async Task An_ask_finds_its_giver_and_thanks_come_back()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var (ava, grace) = (scene.Ava, scene.Grace);
        await scene.GivesAsync(grace, "supply chain", "sourcing");

        await scene.AsksAsync(ava);
        Assert.Contains("on its way", ava.Dialog!.Value.Title, StringComparison.Ordinal);
        Assert.StartsWith("Could you help Ava Stone?", grace.Chat.Last.Summary, StringComparison.Ordinal);

        await scene.AfterAsync(grace.PressesAsync("Yes, connect us"));
        await scene.BreatheAsync();
        Assert.Contains(ava.Chat.Messages, message => message.Summary.StartsWith("Grace Okafor said yes", StringComparison.Ordinal));
        Assert.Contains(grace.Chat.Messages, message => message.Summary.StartsWith("Ava Stone will write to you", StringComparison.Ordinal));

        await scene.PassAsync(TimeSpan.FromDays(3));
        await scene.AfterAsync(ava.PressesAsync("We met"));
        await scene.AfterAsync(ava.PressesAsync("Write the thank-you"));
        await scene.AfterAsync(ava.PressesShownAsync("Send thanks", ("thanks", "Thank you, Grace. That saved us a month.")));
        await scene.BreatheAsync();
        Assert.StartsWith("Ava Stone says thank you", grace.Chat.Last.Summary, StringComparison.Ordinal);
        Assert.Contains("saved us a month", grace.Chat.Last.ToString(), StringComparison.Ordinal);
    }
}
