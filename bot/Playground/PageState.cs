using System.Collections.Immutable;
using IntroBot.Chat;

namespace IntroBot.Playground;

/// <summary>All that one person sees at one moment.</summary>
public sealed record PageState(
    CastMember Who,
    DateTimeOffset Now,
    ImmutableArray<Neighbour> People,
    ImmutableArray<ChatMessage> Chat,
    ImmutableArray<MeetingView> Meetings,
    ImmutableArray<ChatMessage> Channel,
    ImmutableArray<Card> Home,
    OpenForm? Form,
    string Key);

/// <summary>One line of the switch between people.</summary>
public sealed record Neighbour(CastMember Who, bool HasNews);

/// <summary>One shared conversation.</summary>
public sealed record MeetingView(Place Place, ImmutableArray<ChatMessage> Messages);
