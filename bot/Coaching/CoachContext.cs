namespace IntroBot.Coaching;

/// <summary>
/// The facts the coach needs besides the draft. <paramref name="Today"/> is the asker's current day; <paramref name="OpenLoopWith"/> names
/// the giver who is waiting for news.
/// </summary>
public sealed record CoachContext(
    string Language,
    string AskerName,
    DateOnly Today,
    ImmutableArray<Ask> OpenAsks,
    int MaxOpenAsks,
    string? OpenLoopWith,
    bool IsFirstAsk);
