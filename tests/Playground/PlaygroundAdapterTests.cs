using IntroBot.Platforms;
using IntroBot.Playground;
using IntroBot.Playground.Community;
using IntroBot.Playground.Page;

namespace IntroBot.Tests.Playground;

public sealed class PlaygroundAdapterTests
{
    [Fact]
    public async Task A_line_that_starts_with_intro_is_a_command_and_everything_else_is_a_message()
    {
        await using var host = await PlaygroundHost.StartAsync();

        await host.PageAfterAsync(PlaygroundPaths.Type, ("text", "/intro block @Grace"));
        await host.PageAfterAsync(PlaygroundPaths.Type, ("text", "/introduce me"));

        var typed = Assert.IsType<Interaction.CommandTyped>(host.Story.Heard[0]);
        Assert.Equal("block @Grace", typed.Text);
        Assert.Equal("grace", Assert.Single(typed.Mentioned).Ref.Id);
        Assert.Equal("/introduce me", Assert.Single(host.Story.Heard.OfType<Interaction.MessageSent>()).Text);
    }

    [Fact]
    public async Task The_same_post_twice_carries_the_same_key_and_shows_once()
    {
        await using var host = await PlaygroundHost.StartAsync();
        (string, string)[] fields = [("as", "ava"), ("key", "same-key-1"), ("text", "hello twice")];

        using var first = await host.SendAsync(PlaygroundPaths.Type, fields);
        using var second = await host.SendAsync(PlaygroundPaths.Type, fields);

        var keys = host.Story.Heard.OfType<Interaction.MessageSent>().Select(message => message.IdempotencyKey).ToArray();
        Assert.Equal(["ava!same-key-1", "ava!same-key-1"], keys);
        Assert.Equal(2, (await host.Get<Conversations>().ReadAsync(ChatOf(host, "ava"), default)).Count);
    }

    [Fact]
    public async Task A_pressed_button_changes_its_card_where_it_stands()
    {
        await using var host = await PlaygroundHost.StartAsync();
        await host.PageAfterAsync(PlaygroundPaths.Type, ("text", "/intro status"));
        var offer = (await host.Get<Conversations>().ReadAsync(ChatOf(host, "ava"), default))[^1];

        var page = await host.PageAfterAsync(PlaygroundPaths.Press, Press(ActionIds.AcceptOffer, "chat.ava", offer.Id));

        Assert.Contains("You two meet in a conversation of your own", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Could you help", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_with_no_card_to_change_is_said_in_the_chat()
    {
        await using var host = await PlaygroundHost.StartAsync();

        var page = await host.PageAfterAsync(PlaygroundPaths.Press, Press(ActionIds.AcceptOffer, "home", "gone"));

        Assert.Contains("You two meet in a conversation of your own", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_beside_fields_keep_what_was_typed()
    {
        await using var host = await PlaygroundHost.StartAsync();
        await host.PageAfterAsync(PlaygroundPaths.Type, ("text", "/intro"));

        var page = await host.PageAfterAsync(
            PlaygroundPaths.Submit, ("form", "ask"), ("state", "draft-7"), ("answer.who", "Me"),
            ("answer.why", "Because\r\nof that"), ("answer.helps", "mail"));

        Assert.Contains("This one is needed", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Me\"", page, StringComparison.Ordinal);
        Assert.Contains("Because\nof that</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"mail\" checked", page, StringComparison.Ordinal);
        Assert.Contains("name=\"state\" value=\"draft-7\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_was_taken_is_closed()
    {
        await using var host = await PlaygroundHost.StartAsync();
        await host.PageAfterAsync(PlaygroundPaths.Type, ("text", "/intro"));

        var page = await host.PageAfterAsync(
            PlaygroundPaths.Submit, ("form", "ask"), ("state", "draft-7"), ("answer.who", "Somebody"), ("answer.promises", "yes"));

        Assert.Contains("Your ask is on its way", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<dialog", await host.PageAsync("/?as=ava&form=ask"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_loses_no_message_and_opts_nobody_in_again()
    {
        var keyValues = new MemoryKeyValueStore();
        await using (var before = await PlaygroundHost.StartAsync(keyValues))
        {
            await before.PageAfterAsync(PlaygroundPaths.Type, ("text", "remember me"));
            Assert.Equal(5, before.OptedIn.Count);
        }

        await using var after = await PlaygroundHost.StartAsync(keyValues);

        Assert.Contains("remember me", await after.PageAsync(), StringComparison.Ordinal);
        Assert.Empty(after.OptedIn);
    }

    [Fact]
    public async Task Starting_over_is_a_fresh_community_with_empty_chats_on_a_working_morning()
    {
        await using var host = await PlaygroundHost.StartAsync();
        await host.PageAfterAsync(PlaygroundPaths.Type, ("text", "old words"));
        await host.PageAfterAsync(PlaygroundPaths.Clock, ("way", "1d"));
        host.OptedIn.Clear();

        var before = WorkingMorning.From(TimeProvider.System.GetUtcNow());
        var page = await host.PageAfterAsync(PlaygroundPaths.Reset);
        var after = WorkingMorning.From(TimeProvider.System.GetUtcNow());

        Assert.DoesNotContain("old words", page, StringComparison.Ordinal);

        // A moment before 08:00 it is the 09:00 to come, and a moment after it is now: the second may be the earlier one.
        var now = host.Get<PlaygroundClock>().GetUtcNow();
        Assert.Contains((DateTimeOffset[])[before, after], morning => now >= morning && now < morning.AddMinutes(1));
        Assert.Equal("playground-2", host.Get<PlaygroundCommunity>().Workspace.Value);
        Assert.Contains("playground-2 grace founding!grace", host.OptedIn);
    }

    [Fact]
    public async Task People_in_a_meeting_talk_to_each_other_and_the_bot_does_not_listen()
    {
        await using var host = await PlaygroundHost.StartAsync();
        var workspace = host.Get<PlaygroundCommunity>().Workspace;
        var together = new Destination.Meeting([new PersonRef(workspace, "ava"), new PersonRef(workspace, "grace")]);
        await host.Get<PlaygroundMessenger>().DeliverAsync(new Envelope("m1", workspace, together, Card.Titled($"Meet"), null, 1), default);

        await host.PageAfterAsync(PlaygroundPaths.Say, ("place", "meeting.ava.grace"), ("text", "Hello Grace"));

        Assert.Contains("Hello Grace", await host.PageAsync("/?as=grace&place=meeting.ava.grace"), StringComparison.Ordinal);
        Assert.DoesNotContain("Hello Grace", await host.PageAsync("/?as=wei&place=meeting.ava.grace"), StringComparison.Ordinal);
        Assert.All(host.Story.Heard, heard => Assert.IsType<Interaction.HomeOpened>(heard));
    }

    private static (string, string)[] Press(string action, string place, string message) =>
        [("place", place), ("message", message), ("action", action), ("value", "intro-1")];

    private static ChatRoom ChatOf(PlaygroundHost host, string person) => ChatRoom.Chat(host.Get<PlaygroundCommunity>().Find(person)!.Ref);
}
