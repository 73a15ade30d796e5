using System.Collections.Immutable;

namespace IntroBot.Coaching;

/// <summary>
/// What the coach knows besides the draft. <paramref name="Today"/> is the asker's own day;
/// <paramref name="OpenLoopWith"/> names the giver who still waits for news.
/// </summary>
public sealed record CoachContext(
    string Language,
    string AskerName,
    DateOnly Today,
    ImmutableArray<Ask> OpenAsks,
    int MostOpenAsks,
    string? OpenLoopWith,
    bool IsFirstAsk);
