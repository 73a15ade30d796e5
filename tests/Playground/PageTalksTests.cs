using IntroBot.Platforms;
using IntroBot.Playground;
using IntroBot.Playground.Community;
using IntroBot.Playground.Page;

namespace IntroBot.Tests.Playground;

public sealed class PageTalksTests
{
    private const string New = """<span class="news">New</span></a></li>""";

    [Fact]
    public async Task A_conversation_is_new_until_it_was_looked_at()
    {
        await using var host = await HostWithMeetingAsync();

        Assert.Contains($"Grace Okafor {New}", await host.PageAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(New, await host.PageAsync("/?as=ava&place=meeting.ava.grace"), StringComparison.Ordinal);
        Assert.DoesNotContain(New, await host.PageAsync(), StringComparison.Ordinal);
        Assert.Contains($"Ava Stone {New}", await host.PageAsync("/?as=grace"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ones_own_words_are_no_news()
    {
        await using var host = await HostWithMeetingAsync();
        await host.PageAfterAsync(PlaygroundPaths.Say, ("place", "meeting.ava.grace"), ("text", "Hello"));

        Assert.DoesNotContain(New, await host.PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saying_something_and_moving_the_clock_stay_in_the_conversation()
    {
        await using var host = await HostWithMeetingAsync();

        using var said = await host.PostAsync(PlaygroundPaths.Say, ("place", "meeting.ava.grace"), ("text", "Hello"));
        using var moved = await host.PostAsync(PlaygroundPaths.Clock + "?place=meeting.ava.grace", ("way", "1h"));

        Assert.Equal("/?as=ava&place=meeting.ava.grace#chat", said.Headers.Location!.ToString());
        Assert.Equal("/?as=ava&place=meeting.ava.grace#chat", moved.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/?as=wei&place=meeting.ava.grace")]
    [InlineData("/?as=ava&place=meeting.ava.wei")]
    [InlineData("/?as=ava&place=../../x")]
    public async Task A_place_that_is_not_theirs_is_the_chat_with_the_bot(string address)
    {
        await using var host = await HostWithMeetingAsync();

        var page = await host.PageAsync(address);

        Assert.Contains("Chat with IntroBot", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Conversation with", page, StringComparison.Ordinal);
    }

    private static async Task<PlaygroundHost> HostWithMeetingAsync()
    {
        var host = await PlaygroundHost.StartAsync();
        var workspace = host.Get<PlaygroundCommunity>().Workspace;
        var together = new Destination.Meeting([new PersonRef(workspace, "ava"), new PersonRef(workspace, "grace")]);
        await host.Get<PlaygroundMessenger>().DeliverAsync(new Envelope("m1", workspace, together, Card.Titled($"Meet"), null, 1), default);
        return host;
    }
}
