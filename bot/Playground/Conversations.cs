using System.Globalization;
using IntroBot.Chat.Interactions;
using IntroBot.Platforms;

namespace IntroBot.Playground;

/// <summary>All messages of the playground, kept in the key-value store, in the order in which they were said.</summary>
public sealed class Conversations(IKeyValueStore store, TimeProvider clock, ChangeNotifier bell) : IDisposable
{
    private readonly SemaphoreSlim oneWriter = new(1);
    private (WorkspaceId Workspace, DateTimeOffset At) last;

    public async Task<IReadOnlyList<ChatMessage>> ReadAsync(ChatRoom room, CancellationToken token)
    {
        var items = await store.ListAsync(PlaygroundStoreNames.Of(room), token);
        return [.. items.Select(item => PlaygroundJson.ReadMessage(item.Text)).OfType<ChatMessage>().OrderBy(message => message.At)];
    }

    public async Task<ChatMessage?> FindAsync(ChatRoom room, string id, CancellationToken token) =>
        await store.FindAsync(PlaygroundStoreNames.Of(room), PlaygroundStoreNames.Safe(id), token) is { } text
            ? PlaygroundJson.ReadMessage(text)
            : null;

    /// <summary>Says something, once: a message whose id is already there stays as it is.</summary>
    public Task PostAsync(ChatRoom room, ChatMessage message, CancellationToken token) => AloneAsync(async () =>
    {
        if (await FindAsync(room, message.Id, token) is not null)
        {
            return;
        }

        if (room.IsMeeting)
        {
            await store.PutAsync(PlaygroundStoreNames.Meetings(room.Workspace), PlaygroundStoreNames.Safe(room.Name), room.Name, token);
        }

        await KeepAsync(room, message with { At = Stamp(room.Workspace) }, token);
    }, token);

    /// <summary>Changes a message that is there; tells whether it was.</summary>
    public async Task<bool> ChangeAsync(ChatRoom room, string id, Func<ChatMessage, ChatMessage> change, CancellationToken token)
    {
        var found = false;
        await AloneAsync(async () =>
        {
            if (await FindAsync(room, id, token) is { } message)
            {
                found = true;
                await KeepAsync(room, change(message), token);
            }
        }, token);
        return found;
    }

    /// <summary>The meetings a person is in, by name.</summary>
    public async Task<IReadOnlyList<ChatRoom>> MeetingsOfAsync(PersonRef who, CancellationToken token)
    {
        var items = await store.ListAsync(PlaygroundStoreNames.Meetings(who.Workspace), token);
        return [.. items.Select(item => new ChatRoom(who.Workspace, item.Text)).Where(room => room.People.Contains(who.Id))];
    }

    /// <summary>Whether a person has not yet seen something that somebody else said in a place.</summary>
    public async Task<bool> HasNewsAsync(PersonRef who, ChatRoom room, CancellationToken token)
    {
        var seen = await SeenAsync(who, room, token);
        return (await ReadAsync(room, token)).Any(message => message.At > seen && message.From != who.Id);
    }

    /// <summary>Remembers that a person saw a place up to its newest message.</summary>
    public async Task SeeAsync(PersonRef who, ChatRoom room, IReadOnlyList<ChatMessage> messages, CancellationToken token)
    {
        if (messages.Count > 0 && messages[^1].At > await SeenAsync(who, room, token))
        {
            var at = messages[^1].At.ToString("o", CultureInfo.InvariantCulture);
            await store.PutAsync(PlaygroundStoreNames.Seen(who.Workspace), SeenKey(who, room), at, token);
        }
    }

    public void Dispose() => oneWriter.Dispose();

    private async Task<DateTimeOffset> SeenAsync(PersonRef who, ChatRoom room, CancellationToken token) =>
        DateTimeOffset.TryParseExact(
            await store.FindAsync(PlaygroundStoreNames.Seen(who.Workspace), SeenKey(who, room), token),
            "o", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at
            : DateTimeOffset.MinValue;

    private static string SeenKey(PersonRef who, ChatRoom room) => PlaygroundStoreNames.Safe($"{who.Id}!{room.Name}");

    private async Task AloneAsync(Func<Task> write, CancellationToken token)
    {
        await oneWriter.WaitAsync(token);
        try
        {
            await write();
        }
        finally
        {
            oneWriter.Release();
        }

        bell.Notify();
    }

    private Task KeepAsync(ChatRoom room, ChatMessage message, CancellationToken token) =>
        store.PutAsync(PlaygroundStoreNames.Of(room), PlaygroundStoreNames.Safe(message.Id), PlaygroundJson.Write(message), token);

    /// <summary>Now, and always later than the message before, so that what was said in one moment keeps its order.</summary>
    private DateTimeOffset Stamp(WorkspaceId workspace)
    {
        var now = clock.GetUtcNow();
        var at = last.Workspace == workspace && now <= last.At ? last.At.AddTicks(1) : now;
        last = (workspace, at);
        return at;
    }
}
