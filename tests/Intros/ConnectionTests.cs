using IntroBot.Intros;
using IntroBot.Platforms;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Intros;

public sealed class ConnectionTests : StoryTests
{
    [Fact]
    public async Task A_yes_opens_one_conversation_with_the_ask_in_it()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);

        await Community.AcceptAsync(grace);

        var card = Assert.Single(Community.Messenger.MeetingOf(Ava.Ref, grace.Ref));
        Assert.Contains("Ava Stone, the next move is yours: please propose two times.", PlainText.Of(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_asker_hears_who_said_yes()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);

        await Community.AcceptAsync(grace);

        Assert.Equal("Grace Okafor said yes", Assert.Single(Community.Messenger.ChatOf(Ava.Ref)).Title());
    }

    [Fact]
    public async Task An_asker_who_sleeps_hears_in_the_morning_who_said_yes()
    {
        var ava = Community.Person("Ava Stone", "Pacific/Auckland");
        var grace = await GraceAsync();
        await Community.AskAsync(ava);

        await Community.AcceptAsync(grace);

        Assert.Empty(Community.Messenger.ChatOf(ava.Ref));
        await Community.PassAsync(TimeSpan.FromHours(12));
        Assert.Equal("Grace Okafor said yes", Assert.Single(Community.Messenger.ChatOf(ava.Ref)).Title());
    }

    [Fact]
    public async Task Where_no_conversation_can_be_opened_each_hears_of_the_other()
    {
        var grace = await RefusedAsync(Ava);

        Assert.Equal("Grace Okafor said yes", Assert.Single(Community.Messenger.ChatOf(Ava.Ref)).Title());
        Assert.Equal("Ava Stone will write to you", Community.Messenger.ChatOf(grace.Ref)[^1].Title());
    }

    [Fact]
    public async Task Where_no_conversation_can_be_opened_an_asker_who_sleeps_is_not_woken()
    {
        var ava = Community.Person("Ava Stone", "Pacific/Auckland");

        await RefusedAsync(ava);

        Assert.Empty(Community.Messenger.ChatOf(ava.Ref));
        await Community.PassAsync(TimeSpan.FromHours(12));
        Assert.Equal("Grace Okafor said yes", Assert.Single(Community.Messenger.ChatOf(ava.Ref)).Title());
    }

    [Fact]
    public async Task Where_no_conversation_can_be_opened_the_loop_is_open_all_the_same()
    {
        await RefusedAsync(Ava);

        Assert.Equal(IntroStage.Connected, Assert.Single(await Community.IntrosOfAsync(Ava)).Stage);
    }

    [Fact]
    public async Task A_platform_that_is_down_opens_the_conversation_later()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);
        Community.Messenger.Answer = envelope => envelope.To is Destination.Meeting
            ? new SendResult<string>.RetryAfter(TimeSpan.FromMinutes(1))
            : null;
        await Community.AcceptAsync(grace);
        Community.Messenger.Answer = _ => null;

        await Community.PassAsync(TimeSpan.FromHours(1));

        Assert.Single(Community.Messenger.MeetingOf(Ava.Ref, grace.Ref));
    }

    private async Task<Person> RefusedAsync(Person asker)
    {
        var grace = await GraceAsync();
        Community.Messenger.Answer = envelope => envelope.To is Destination.Meeting
            ? new SendResult<string>.Rejected("restricted_action", Concerns.Recipient)
            : null;
        await Community.AskAsync(asker);
        await Community.AcceptAsync(grace);
        return grace;
    }
}
