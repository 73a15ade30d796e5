using IntroBot.Platforms;
using IntroBot.Playground;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Playground;

public sealed class PlaygroundMessengerTests
{
    private static readonly WorkspaceId Workspace = new("playground-1");
    private static readonly PersonRef Ava = new(Workspace, "ava");
    private static readonly PersonRef Grace = new(Workspace, "grace");

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryKeyValueStore keyValues = new();

    private Conversations Conversations => field ??= new Conversations(keyValues, clock, new ChangeNotifier());

    [Fact]
    public void Only_the_playgrounds_own_communities_are_served()
    {
        Assert.True(Messenger().Serves(Workspace));
        Assert.False(Messenger().Serves(new WorkspaceId("T0123")));
        Assert.False(Messenger().Serves(default));
    }

    [Fact]
    public async Task The_same_envelope_twice_is_one_message()
    {
        var first = await DeliverAsync("m1", new Destination.Direct(Ava), "Hello");
        var second = await DeliverAsync("m1", new Destination.Direct(Ava), "Hello");

        Assert.Equal(first, second);
        Assert.Equal(["Hello"], await TitlesAsync(ChatRoom.Chat(Ava)));
    }

    [Fact]
    public async Task A_message_is_found_by_its_id_where_it_went_and_nowhere_else()
    {
        var receipt = ReceiptOf(await DeliverAsync("m1", new Destination.Direct(Ava), "Hello"));

        Assert.Equal(
            new SendResult<string?>.Sent(receipt),
            await Messenger().FindAsync("m1", Workspace, new Destination.Direct(Ava), CancellationToken.None));
        Assert.Equal(
            new SendResult<string?>.Sent(null),
            await Messenger().FindAsync("m2", Workspace, new Destination.Direct(Ava), CancellationToken.None));
        Assert.Equal(new SendResult<string?>.Sent(null), await Messenger()
            .FindAsync("m1", Workspace, new Destination.Direct(Grace), CancellationToken.None));
    }

    [Fact]
    public async Task A_message_changes_where_it_stands_and_keeps_its_receipt()
    {
        var first = await DeliverAsync("m1", new Destination.Direct(Ava), "Open");
        await DeliverAsync("m2", new Destination.Direct(Ava), "Later");

        var changed = await DeliverAsync("m3", new Destination.Direct(Ava), "Closed", ReceiptOf(first));

        Assert.Equal(first, changed);
        Assert.Equal(["Closed", "Later"], await TitlesAsync(ChatRoom.Chat(Ava)));
    }

    [Fact]
    public async Task An_old_change_that_comes_again_does_not_undo_a_newer_one()
    {
        var receipt = ReceiptOf(await DeliverAsync("m1", new Destination.Direct(Ava), "Open"));
        await DeliverAsync("m2", new Destination.Direct(Ava), "Reminded", receipt);
        await DeliverAsync("m3", new Destination.Direct(Ava), "Closed", receipt);

        await DeliverAsync("m2", new Destination.Direct(Ava), "Reminded", receipt);
        await DeliverAsync("m1", new Destination.Direct(Ava), "Open");

        Assert.Equal(["Closed"], await TitlesAsync(ChatRoom.Chat(Ava)));
    }

    [Fact]
    public async Task A_change_of_a_message_nobody_has_is_said_as_a_new_one()
    {
        await DeliverAsync("m1", new Destination.Direct(Ava), "Closed", "lost");

        Assert.Equal(["Closed"], await TitlesAsync(ChatRoom.Chat(Ava)));
    }

    [Fact]
    public async Task Messages_of_one_moment_keep_their_order_whatever_their_ids()
    {
        foreach (var id in (string[])["z", "m", "a"])
        {
            await DeliverAsync(id, new Destination.GiversChannel("channel", new PersonRef(new WorkspaceId(id), "grace")), id);
        }

        Assert.Equal(["z", "m", "a"], await TitlesAsync(ChatRoom.Channel(Workspace)));
    }

    [Fact]
    public async Task A_meeting_is_one_conversation_however_its_people_are_listed()
    {
        await DeliverAsync("m1", new Destination.Meeting([Grace, Ava]), "Meet");
        await DeliverAsync("m2", new Destination.Meeting([Ava, Grace]), "News?");

        var meeting = Assert.Single(await Conversations.MeetingsOfAsync(Grace, default));
        Assert.Equal(["Meet", "News?"], await TitlesAsync(meeting));
        Assert.Empty(await Conversations.MeetingsOfAsync(new PersonRef(Workspace, "wei"), default));
    }

    [Fact]
    public async Task Somebody_who_does_not_live_here_is_refused() =>
        Assert.IsType<SendResult<string>.Rejected>(
            await DeliverAsync("m1", new Destination.Direct(new PersonRef(Workspace, "nobody")), "Hello"));

    [Fact]
    public async Task Ids_and_cards_of_any_size_fit_the_store()
    {
        var card = Card.Titled($"Long")
            .With(Enumerable.Repeat(new CardPart.Quote(new string('x', 3000)), 20))
            .With(new CardButton("a", "v", "Press"));

        var delivery = await Messenger()
            .DeliverAsync(new Envelope($"id/with:{new string('y', 300)}", Workspace, new Destination.Direct(Ava), card, null, 1), default);

        var message = await Conversations.FindAsync(ChatRoom.Chat(Ava), ReceiptOf(delivery), default);
        Assert.Equal("Long", PlainText.Of(message!.Card!.Title));
        Assert.Single(message.Card.Buttons);
    }

    private static string ReceiptOf(SendResult<string> delivery) => Assert.IsType<SendResult<string>.Sent>(delivery).Value;

    private PlaygroundMessenger Messenger() => new(Conversations);

    private Task<SendResult<string>> DeliverAsync(string id, Destination to, string title, string? replaces = null) =>
        Messenger().DeliverAsync(new Envelope(id, Workspace, to, Card.Titled($"{title}"), replaces, 1), default);

    private async Task<ImmutableArray<string>> TitlesAsync(ChatRoom room) =>
        [.. (await Conversations.ReadAsync(room, default)).Select(message => PlainText.Of(message.Card!.Title))];
}
