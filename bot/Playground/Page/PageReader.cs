using IntroBot.Playground.Community;

namespace IntroBot.Playground.Page;

/// <summary>Reads the page of one person.</summary>
public sealed class PageReader(
    PlaygroundCommunity community, PlaygroundClock clock, PlaygroundAdapter adapter, Conversations conversations, OpenForms forms)
{
    /// <summary>Reads the page of a person with the room of this name, or with the chat with the bot where there is no such room.</summary>
    public async Task<PageState> ReadAsync(CastMember who, string place, string form, CancellationToken token)
    {
        var workspace = community.Workspace;
        var person = who.In(workspace);
        // Created with the page, so that submitting the same page twice is the same event.
        var key = Guid.NewGuid().ToString("N");
        var home = await adapter.HomeAsync(person, key, token);
        var rooms = await RoomsAsync(person.Ref, token);
        var shown = rooms.FirstOrDefault(each => each.Name == place) ?? rooms[0];
        var messages = await conversations.ReadAsync(shown, token);
        await conversations.SeeAsync(person.Ref, shown, messages, token);
        return new PageState(
            who,
            clock.GetUtcNow(),
            await NeighboursAsync(workspace, who, token),
            await TalksAsync(person.Ref, rooms, token),
            shown,
            [.. messages],
            [.. await conversations.ReadAsync(ChatRoom.Channel(workspace), token)],
            home,
            form.Length == 0 ? null : await forms.FindAsync(person.Ref, form, token),
            key);
    }

    /// <summary>The chat with the bot, then the meetings.</summary>
    private async Task<ImmutableArray<ChatRoom>> RoomsAsync(PersonRef who, CancellationToken token) =>
        [ChatRoom.Chat(who), .. await conversations.MeetingsOfAsync(who, token)];

    private async Task<ImmutableArray<Talk>> TalksAsync(PersonRef who, ImmutableArray<ChatRoom> rooms, CancellationToken token)
    {
        var talks = ImmutableArray.CreateBuilder<Talk>();
        foreach (var room in rooms)
        {
            talks.Add(new Talk(room, await conversations.HasNewsAsync(who, room, token)));
        }

        return talks.ToImmutable();
    }

    private async Task<ImmutableArray<Neighbour>> NeighboursAsync(WorkspaceId workspace, CastMember viewer, CancellationToken token)
    {
        var people = ImmutableArray.CreateBuilder<Neighbour>();
        foreach (var member in PlaygroundCast.Members)
        {
            var who = member.In(workspace).Ref;
            var news = member != viewer && (await TalksAsync(who, await RoomsAsync(who, token), token)).Any(talk => talk.HasNews);
            people.Add(new Neighbour(member, news));
        }

        return people.ToImmutable();
    }
}
