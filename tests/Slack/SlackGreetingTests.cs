using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack;

/// <summary>The empty Messages tab of a newcomer: one greeting, once in a lifetime.</summary>
public sealed class SlackGreetingTests
{
    [Fact]
    public async Task The_first_look_at_the_messages_is_greeted_once_in_a_lifetime()
    {
        await using var scene = await SlackScene.OpenAsync();

        var opened = await scene.AfterAsync(scene.Ava.OpensHomeAsync("messages"));
        Assert.Equal("Hello, I am IntroBot", TitleOf(Assert.Single(scene.Ava.Chat.Messages)));
        Assert.Equal(["Write an ask", "Offer to help", "What can you do?"], scene.Ava.Chat.Last.Buttons);

        await opened.RedeliverAsync();
        await scene.AfterAsync(scene.Ava.OpensHomeAsync("messages"));
        await scene.PassAsync(TimeSpan.FromDays(10));
        await scene.StartAnotherAsync();
        await scene.AfterAsync(scene.Ava.OpensHomeAsync("messages"));
        await scene.BreatheAsync();

        Assert.Single(scene.Ava.Chat.Messages);
    }

    [Fact]
    public async Task A_greeting_that_Slack_cannot_take_now_is_said_later()
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.Slack.Faults.RateLimit("chat.postMessage", TimeSpan.FromSeconds(30));

        await scene.AfterAsync(scene.Ava.OpensHomeAsync("messages"));
        await scene.AfterAsync(scene.Ava.OpensHomeAsync("messages"));
        await scene.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("Hello, I am IntroBot", TitleOf(Assert.Single(scene.Ava.Chat.Messages)));
    }

    [Fact]
    public async Task A_chat_in_which_something_was_said_is_not_greeted()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");
        await scene.AsksAsync(scene.Ava);
        var (ava, grace) = (scene.Ava.Chat.Messages.Count, scene.Grace.Chat.Messages.Count);

        await scene.AfterAsync(scene.Ava.OpensHomeAsync("messages"));
        await scene.AfterAsync(scene.Grace.OpensHomeAsync("messages"));

        Assert.Equal((ava, grace), (scene.Ava.Chat.Messages.Count, scene.Grace.Chat.Messages.Count));
    }

    [Fact]
    public async Task A_guest_reads_there_what_guests_can_do()
    {
        await using var scene = await SlackScene.OpenAsync();
        var guest = scene.Acme.AddPerson("Gus Guest", person => person.IsRestricted = true);

        await scene.AfterAsync(guest.OpensHomeAsync("messages"));
        await scene.AfterAsync(guest.OpensHomeAsync("messages"));

        Assert.Equal("This is for full members", TitleOf(Assert.Single(guest.Chat.Messages)));
    }

    private static string TitleOf(FakeSlackMessage message) => message.Text.Split('\n')[0];
}
