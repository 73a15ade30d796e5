namespace IntroBot.Coaching;

/// <summary>
/// A gentle word about a draft: which of the rules speaks, at which field, why, and a better wording where one can be given.
/// A hint that blocks must be mended before the ask is sent.
/// </summary>
public sealed record Hint(int Rule, string Field, string Why, string? Better = null, bool Blocks = false);
