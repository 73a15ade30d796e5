using System.Collections.Immutable;

namespace IntroBot.Coaching;

/// <summary>Reads a draft by the rules of its language and gives at most five hints, blocking ones first.</summary>
public static class Coach
{
    public const int MostHints = 5;

    public static ImmutableArray<Hint> Read(Ask ask, CoachContext context) => [];
}
