using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

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
        Assert.Contains(
            grace.Chat.Messages, message => message.Summary.StartsWith("Ava Stone will write to you", StringComparison.Ordinal));

        await scene.PassAsync(TimeSpan.FromDays(3));
        await scene.AfterAsync(ava.PressesAsync("We met"));
        await scene.AfterAsync(ava.PressesAsync("Send thanks", null, ("thanks", "Thank you, Grace. That saved us a month.")));
        await scene.BreatheAsync();
        Assert.StartsWith("Ava Stone says thank you", grace.Chat.Last.Summary, StringComparison.Ordinal);
        Assert.Contains("saved us a month", grace.Chat.Last.ToString(), StringComparison.Ordinal);

        // The question tells what became of it, and the form below it is over.
        Assert.Contains(
            ava.Chat.Messages, message => message.Summary.StartsWith("You told how it went with Grace", StringComparison.Ordinal));
        Assert.StartsWith("The circle is closed", ava.Chat.Last.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_stands_below_its_card_and_one_too_many_is_answered_kindly()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var (ava, grace) = (scene.Ava, scene.Grace);
        await scene.GivesAsync(grace, "supply chain", "sourcing");
        await scene.AsksAsync(ava);
        await scene.AfterAsync(grace.PressesAsync("Yes, connect us"));
        await scene.PassAsync(TimeSpan.FromDays(3));
        await scene.AfterAsync(ava.PressesAsync("We met"));
        var first = ava.Chat.Last;
        await scene.AfterAsync(ava.PressesAsync("Write the thank-you"));
        Assert.Contains(ava.Chat.Messages, message => message.Summary.StartsWith("Thank you for telling", StringComparison.Ordinal));
        Assert.Equal(2, ava.Chat.Messages.Count(message => message.Buttons.Contains("Send thanks")));

        await scene.AfterAsync(ava.PressesAsync("Send thanks", null, ("thanks", "Thank you, Grace.")));
        await scene.AfterAsync(ava.PressesAsync("Send thanks", first, ("thanks", "Thanks again.")));
        await scene.BreatheAsync();

        Assert.DoesNotContain(ava.Chat.Messages, message => message.Buttons.Contains("Send thanks"));
        Assert.Single(grace.Chat.Messages, message => message.Summary.StartsWith("Ava Stone says thank you", StringComparison.Ordinal));
    }
}
