using IntroBot.Playground.Community;

namespace IntroBot.Playground.Page;

/// <summary>Everything one person sees at one time.</summary>
public sealed record PageState(
    CastMember Who,
    DateTimeOffset Now,
    ImmutableArray<Neighbour> People,
    ImmutableArray<Talk> Talks,
    ChatRoom Shown,
    ImmutableArray<ChatMessage> Messages,
    ImmutableArray<ChatMessage> Channel,
    ImmutableArray<Card> Home,
    OpenForm? Form,
    string Key);

/// <summary>One entry of the list of people to switch to.</summary>
public sealed record Neighbour(CastMember Who, bool HasNews);

/// <summary>One conversation a person is in: the chat with the bot, or a meeting of people.</summary>
public sealed record Talk(ChatRoom Room, bool HasNews);
