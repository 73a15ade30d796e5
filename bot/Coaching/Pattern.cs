using System.Text.RegularExpressions;

namespace IntroBot.Coaching;

/// <summary>How every pattern of the coach is matched.</summary>
internal static class Pattern
{
    public const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public const RegexOptions ExactCase = RegexOptions.CultureInvariant;

    /// <summary>No pattern here repeats inside a repetition, so this is a safety net and never a limit that is met.</summary>
    public const int MaxMilliseconds = 1000;
}
