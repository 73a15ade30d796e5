namespace IntroBot.Coaching;

/// <summary>The options of every pattern of the coach.</summary>
internal static class Pattern
{
    public const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public const RegexOptions ExactCase = RegexOptions.CultureInvariant;

    /// <summary>Timeout of a match; no pattern nests repetitions, so this is only a safety net.</summary>
    public const int MaxMilliseconds = 1000;
}
