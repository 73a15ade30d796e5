using System.Globalization;
using IntroBot.Chat;

namespace IntroBot.Playground;

/// <summary>All messages of the playground, kept on the shelf, in the order in which they were said.</summary>
public sealed class Conversations(IShelf shelf, TimeProvider clock, ChangeBell bell) : IDisposable
{
    private readonly SemaphoreSlim oneWriter = new(1);
    private (WorkspaceId Workspace, DateTimeOffset At) last;

    public async Task<IReadOnlyList<ChatMessage>> ReadAsync(Place place, CancellationToken token)
    {
        var items = await shelf.ListAsync(PlaygroundShelves.Of(place), token);
        return [.. items.Select(item => PlaygroundJson.ReadMessage(item.Text)).OfType<ChatMessage>().OrderBy(message => message.At)];
    }

    public async Task<ChatMessage?> FindAsync(Place place, string id, CancellationToken token) =>
        await shelf.FindAsync(PlaygroundShelves.Of(place), PlaygroundShelves.Safe(id), token) is { } text
            ? PlaygroundJson.ReadMessage(text)
            : null;

    /// <summary>Says something, once: a message whose id is already there stays as it is.</summary>
    public Task PostAsync(Place place, ChatMessage message, CancellationToken token) => AloneAsync(async () =>
    {
        if (await FindAsync(place, message.Id, token) is not null)
        {
            return;
        }

        if (place.IsMeeting)
        {
            await shelf.PutAsync(PlaygroundShelves.Meetings(place.Workspace), PlaygroundShelves.Safe(place.Name), place.Name, token);
        }

        await KeepAsync(place, message with { At = Stamp(place.Workspace) }, token);
    }, token);

    /// <summary>Changes a message that is there; tells whether it was.</summary>
    public async Task<bool> ChangeAsync(Place place, string id, Func<ChatMessage, ChatMessage> change, CancellationToken token)
    {
        var found = false;
        await AloneAsync(async () =>
        {
            if (await FindAsync(place, id, token) is { } message)
            {
                found = true;
                await KeepAsync(place, change(message), token);
            }
        }, token);
        return found;
    }

    /// <summary>The meetings a person is in, by name.</summary>
    public async Task<IReadOnlyList<Place>> MeetingsOfAsync(PersonRef who, CancellationToken token)
    {
        var items = await shelf.ListAsync(PlaygroundShelves.Meetings(who.Workspace), token);
        return [.. items.Select(item => new Place(who.Workspace, item.Text)).Where(place => place.People.Contains(who.Id))];
    }

    /// <summary>Whether a person has not yet seen something that somebody else said in a place.</summary>
    public async Task<bool> HasNewsAsync(PersonRef who, Place place, CancellationToken token)
    {
        var seen = await SeenAsync(who, place, token);
        return (await ReadAsync(place, token)).Any(message => message.At > seen && message.From != who.Id);
    }

    /// <summary>Remembers that a person saw a place up to its newest message.</summary>
    public async Task SeeAsync(PersonRef who, Place place, IReadOnlyList<ChatMessage> messages, CancellationToken token)
    {
        if (messages.Count > 0 && messages[^1].At > await SeenAsync(who, place, token))
        {
            var at = messages[^1].At.ToString("o", CultureInfo.InvariantCulture);
            await shelf.PutAsync(PlaygroundShelves.Seen(who.Workspace), SeenKey(who, place), at, token);
        }
    }

    public void Dispose() => oneWriter.Dispose();

    private async Task<DateTimeOffset> SeenAsync(PersonRef who, Place place, CancellationToken token) =>
        DateTimeOffset.TryParseExact(
            await shelf.FindAsync(PlaygroundShelves.Seen(who.Workspace), SeenKey(who, place), token),
            "o", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at
            : DateTimeOffset.MinValue;

    private static string SeenKey(PersonRef who, Place place) => PlaygroundShelves.Safe($"{who.Id}!{place.Name}");

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

        bell.Ring();
    }

    private Task KeepAsync(Place place, ChatMessage message, CancellationToken token) =>
        shelf.PutAsync(PlaygroundShelves.Of(place), PlaygroundShelves.Safe(message.Id), PlaygroundJson.Write(message), token);

    /// <summary>Now, and always later than the message before, so that what was said in one moment keeps its order.</summary>
    private DateTimeOffset Stamp(WorkspaceId workspace)
    {
        var now = clock.GetUtcNow();
        var at = last.Workspace == workspace && now <= last.At ? last.At.AddTicks(1) : now;
        last = (workspace, at);
        return at;
    }
}
