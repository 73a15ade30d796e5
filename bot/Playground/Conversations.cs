using IntroBot.Platforms;

namespace IntroBot.Playground;

/// <summary>All messages of the playground, in the key-value store, in order.</summary>
public sealed class Conversations(IKeyValueStore store, TimeProvider clock, ChangeNotifier notifier) : IDisposable
{
    private readonly SemaphoreSlim writeLock = new(1);
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

    /// <summary>Posts a message once: an existing message of the same id is unchanged.</summary>
    public Task PostAsync(ChatRoom room, ChatMessage message, CancellationToken token) => WriteAsync(async () =>
    {
        if (await FindAsync(room, message.Id, token) is not null)
        {
            return;
        }

        if (room.IsMeeting)
        {
            await store.PutAsync(PlaygroundStoreNames.Meetings(room.Workspace), PlaygroundStoreNames.Safe(room.Name), room.Name, token);
        }

        await StoreAsync(room, message with { At = NextTimestamp(room.Workspace) }, token);
    }, token);

    /// <summary>Changes an existing message; returns whether it exists.</summary>
    public async Task<bool> ChangeAsync(ChatRoom room, string id, Func<ChatMessage, ChatMessage> change, CancellationToken token)
    {
        var found = false;
        await WriteAsync(async () =>
        {
            if (await FindAsync(room, id, token) is { } message)
            {
                found = true;
                await StoreAsync(room, change(message), token);
            }
        }, token);
        return found;
    }

    /// <summary>The meetings of a person.</summary>
    public async Task<IReadOnlyList<ChatRoom>> MeetingsOfAsync(PersonRef who, CancellationToken token)
    {
        var items = await store.ListAsync(PlaygroundStoreNames.Meetings(who.Workspace), token);
        return [.. items.Select(item => new ChatRoom(who.Workspace, item.Text)).Where(room => room.People.Contains(who.Id))];
    }

    /// <summary>Whether a room has messages of other people that a person has not seen.</summary>
    public async Task<bool> HasNewsAsync(PersonRef who, ChatRoom room, CancellationToken token)
    {
        var seen = await SeenAsync(who, room, token);
        return (await ReadAsync(room, token)).Any(message => message.At > seen && message.From != who.Id);
    }

    /// <summary>Records that a person has seen a room up to its newest message.</summary>
    public async Task SeeAsync(PersonRef who, ChatRoom room, IReadOnlyList<ChatMessage> messages, CancellationToken token)
    {
        if (messages.Count > 0 && messages[^1].At > await SeenAsync(who, room, token))
        {
            var at = messages[^1].At.ToString("o", CultureInfo.InvariantCulture);
            await store.PutAsync(PlaygroundStoreNames.Seen(who.Workspace), SeenKey(who, room), at, token);
        }
    }

    public void Dispose() => writeLock.Dispose();

    private async Task<DateTimeOffset> SeenAsync(PersonRef who, ChatRoom room, CancellationToken token) =>
        DateTimeOffset.TryParseExact(
            await store.FindAsync(PlaygroundStoreNames.Seen(who.Workspace), SeenKey(who, room), token),
            "o", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at
            : DateTimeOffset.MinValue;

    private static string SeenKey(PersonRef who, ChatRoom room) => PlaygroundStoreNames.Safe($"{who.Id}!{room.Name}");

    private async Task WriteAsync(Func<Task> write, CancellationToken token)
    {
        await writeLock.WaitAsync(token);
        try
        {
            await write();
        }
        finally
        {
            writeLock.Release();
        }

        notifier.Notify();
    }

    private Task StoreAsync(ChatRoom room, ChatMessage message, CancellationToken token) =>
        store.PutAsync(PlaygroundStoreNames.Of(room), PlaygroundStoreNames.Safe(message.Id), PlaygroundJson.Write(message), token);

    /// <summary>The current time, but always later than the last message, so that messages of one instant keep their order.</summary>
    private DateTimeOffset NextTimestamp(WorkspaceId workspace)
    {
        var now = clock.GetUtcNow();
        var at = last.Workspace == workspace && now <= last.At ? last.At.AddTicks(1) : now;
        last = (workspace, at);
        return at;
    }
}
