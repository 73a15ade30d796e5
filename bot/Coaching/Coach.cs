namespace IntroBot.Coaching;

/// <summary>Applies the rules of the asker's language to a draft and returns at most five hints, blocking ones first.</summary>
public static class Coach
{
    public const int MaxHints = 5;

    public static ImmutableArray<Hint> Review(Ask ask, CoachContext context) =>
    [
        .. RulesOf(context.Language)
            .Select(rule => rule.Read(ask, context))
            .OfType<Hint>()
            .OrderByDescending(hint => hint.Blocks)
            .Take(MaxHints),
    ];

    /// <summary>The rules of a language tag such as <c>en</c> or <c>en-GB</c>; a language without rules gets none.</summary>
    private static ImmutableArray<ICoachingRule> RulesOf(string language) => language.Split('-', '_')[0].ToUpperInvariant() switch
    {
        "EN" => English.EnglishRules.All,
        _ => [],
    };
}
