using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Safety;

/// <summary>Rule 7 (blocks): a placeholder that was never filled in.</summary>
public sealed partial class HasPlaceholders : ICoachingRule
{
    public int Id => 7;

    public Hint? Read(Ask ask, CoachContext context) => Passage.Find(ask, Placeholder()) is { } passage
        ? new Hint(
            Id,
            passage.Field,
            $"A placeholder is still waiting to be filled in: {Placeholder().Match(passage.Text).Value}. "
                + "With the real words in its place this is ready.",
            Blocks: true)
        : null;

    // “xxx” in small letters is a greeting in Britain, and “[1]” or “[remote]” are ordinary words.
    [GeneratedRegex(
        @"\{\{[^{}]{0,60}\}\}|\bX{3,}\b|_{3,}|%[A-Z_]{3,20}%|(?i:\blorem ipsum\b|\blorem\b)" +
        @"|(?i:[\[{<] ?(?:insert\b[^\]}>]{0,40}" +
        @"|(?:(?:your|their|his|her|my|the|first|last|full|recipient|giver|contact|target|company|job)[ _-]?){0,3}" +
        @"(?:name|surname|company|role|job|title|position|topic|team|city|date|product|industry|field|number|person)s?" +
        @"(?: here)?) ?[\]}>])(?!\()",
        Pattern.ExactCase, Pattern.MaxMilliseconds)]
    private static partial Regex Placeholder();
}
