using System.Collections.Immutable;
using IntroBot.Chat;

namespace IntroBot.Playground;

/// <summary>Gathers what one person sees.</summary>
public sealed class PageReader(
    PlaygroundCommunity community, PlaygroundClock clock, PlaygroundAdapter adapter, Conversations conversations, OpenForms forms)
{
    public async Task<PageState> ReadAsync(CastMember who, string form, CancellationToken token)
    {
        var workspace = community.Workspace;
        var person = who.In(workspace);
        // Minted with the page, so that sending the same page twice is the same event.
        var key = Guid.NewGuid().ToString("N");
        var home = await adapter.HomeAsync(person, key, token);
        var chat = await conversations.ReadAsync(Place.Chat(person.Ref), token);
        var meetings = await MeetingsAsync(person.Ref, token);
        await SeeAsync(person.Ref, chat.Concat(meetings.SelectMany(meeting => meeting.Messages)), token);
        return new PageState(
            who,
            clock.GetUtcNow(),
            await NeighboursAsync(workspace, who, token),
            [.. chat],
            meetings,
            [.. await conversations.ReadAsync(Place.Channel(workspace), token)],
            home,
            form.Length == 0 ? null : await forms.FindAsync(person.Ref, form, token),
            key);
    }

    private async Task<ImmutableArray<MeetingView>> MeetingsAsync(PersonRef who, CancellationToken token)
    {
        var views = new List<MeetingView>();
        foreach (var place in await conversations.MeetingsOfAsync(who, token))
        {
            views.Add(new MeetingView(place, [.. await conversations.ReadAsync(place, token)]));
        }

        return [.. views.OrderByDescending(view => view.Messages.Length == 0 ? DateTimeOffset.MinValue : view.Messages[^1].At)];
    }

    private async Task SeeAsync(PersonRef who, IEnumerable<ChatMessage> messages, CancellationToken token)
    {
        var newest = messages.Select(message => message.At).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        if (newest > await conversations.SeenAsync(who, token))
        {
            await conversations.SeeAsync(who, newest, token);
        }
    }

    private async Task<ImmutableArray<Neighbour>> NeighboursAsync(WorkspaceId workspace, CastMember viewer, CancellationToken token)
    {
        var people = ImmutableArray.CreateBuilder<Neighbour>();
        foreach (var member in PlaygroundCast.Members)
        {
            people.Add(new Neighbour(member, member != viewer && await HasNewsAsync(member.In(workspace).Ref, token)));
        }

        return people.ToImmutable();
    }

    private async Task<bool> HasNewsAsync(PersonRef who, CancellationToken token)
    {
        var seen = await conversations.SeenAsync(who, token);
        var messages = new List<ChatMessage>(await conversations.ReadAsync(Place.Chat(who), token));
        messages.AddRange((await MeetingsAsync(who, token)).SelectMany(meeting => meeting.Messages));
        return messages.Exists(message => message.At > seen && message.From != who.Id);
    }
}
