using IntroBot.Playground.Community;

namespace IntroBot.Playground;

/// <summary>A room of messages: a chat with the bot, the givers' channel, or a meeting of people.</summary>
public sealed record ChatRoom(WorkspaceId Workspace, string Name)
{
    public const string ChannelName = "channel";
    private const string ChatStart = "chat.";
    private const string MeetingStart = "meeting.";

    public bool IsMeeting => Name.StartsWith(MeetingStart, StringComparison.Ordinal);

    /// <summary>The people of a meeting, ordered by id.</summary>
    public ImmutableArray<string> People => IsMeeting ? [.. Name[MeetingStart.Length..].Split('.')] : [];

    public static ChatRoom Chat(PersonRef who) => new(who.Workspace, ChatStart + who.Id);

    public static ChatRoom Channel(WorkspaceId workspace) => new(workspace, ChannelName);

    public static ChatRoom Meeting(WorkspaceId workspace, IEnumerable<string> people) =>
        new(workspace, MeetingStart + string.Join('.', people.Distinct().Order(StringComparer.Ordinal)));

    /// <summary>The room of an envelope; null when a recipient is not in the cast.</summary>
    public static ChatRoom? Of(WorkspaceId workspace, Destination to) => to switch
    {
        Destination.Direct direct => Known([direct.Who.Id]) ? new ChatRoom(workspace, ChatStart + direct.Who.Id) : null,
        Destination.GiversChannel => Channel(workspace),
        Destination.Meeting meeting =>
            Known(meeting.People.Select(who => who.Id)) ? Meeting(workspace, meeting.People.Select(who => who.Id)) : null,
        _ => throw new UnreachableException(),
    };

    /// <summary>The room of that name if this person can see it; otherwise null.</summary>
    public static ChatRoom? SeenBy(PersonRef who, string name)
    {
        var room = new ChatRoom(who.Workspace, name);
        return name == ChannelName || room == Chat(who) || (room.IsMeeting && room.People.Contains(who.Id) && Known(room.People))
            ? room
            : null;
    }

    private static bool Known(IEnumerable<string> people)
    {
        var ids = people.ToArray();
        return ids.Length > 0 && ids.All(id => PlaygroundCast.Find(id) is not null);
    }
}
