namespace IntroBot.Coaching;

/// <summary>
/// A hint about a draft: the rule, the field, the reason, and a better wording where there is one. A blocking hint must be resolved before
/// the ask is sent.
/// </summary>
public sealed record Hint(int Rule, string Field, string Why, string? Better = null, bool Blocks = false);
