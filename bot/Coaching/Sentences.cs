namespace IntroBot.Coaching;

/// <summary>Splits a person's text into complete sentences: a capital first, a full stop last.</summary>
public static partial class Sentences
{
    public static ImmutableArray<string> Of(string text) =>
        [.. Break().Split(text).Select(part => part.Trim()).Where(part => part.Any(char.IsLetterOrDigit)).Select(Finished)];

    /// <summary>The sentence with a lower-case first letter, to follow a colon or a comma; names, “I” and acronyms are unchanged.</summary>
    public static string Continued(string sentence)
    {
        var first = sentence.Split(' ', 2)[0];
        return Lowerable().IsMatch(first) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
    }

    private static string Finished(string part)
    {
        var words = string.Join(' ', part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimStart('-', '•', '*', ' ');
        var first = words.Split(' ', 2)[0];
        if (first.Length > 0 && !first.Skip(1).Any(char.IsUpper) && !first.Contains('/', StringComparison.Ordinal))
        {
            words = char.ToUpperInvariant(words[0]) + words[1..];
        }

        words = words.TrimEnd(',', ';', ':', '-', '–', '—', ' ');
        return Closed().IsMatch(words) ? words : words + (Question().IsMatch(words) ? "?" : ".");
    }

    // Splits after a full stop before a capital, a digit or a quote, unless the stop belongs to an abbreviation; and at every line break.
    [GeneratedRegex(
        @"[\r\n]+|(?<=[.!?…][""'”’)]?)" +
        @"(?<!\b(?:Dr|Mr|Mrs|Ms|Prof|St|No|vs|etc|e\.g|i\.e|approx|Inc|Ltd|Co|Jr|Sr|\p{Lu})\.)" +
        @"[ \t\u00A0]+(?=[\p{Lu}\p{Nd}""'“‘(])",
        Pattern.ExactCase, Pattern.MaxMilliseconds)]
    private static partial Regex Break();

    [GeneratedRegex(
        @"^(?:could|can|would|will|may|might|shall|do|does|did|is|are" +
        @"|(?:what|how|which|when|where|why) (?:do|does|did|would|could|can|is|are)) (?:I|you|we|they|he|she|it|there|someone|somebody)\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Question();

    [GeneratedRegex(@"[.!?…][""'”’)]?$", Pattern.ExactCase, Pattern.MaxMilliseconds)]
    private static partial Regex Closed();

    [GeneratedRegex(
        @"^(?:a|an|the|one|two|three|four|five|some|someone|somebody|anyone|anybody|people|nothing|because|to|what|how" +
        @"|that|there|it|we|you|your|my|our|their|his|her|in|at|on|over|by|with|half|about|whether|happy|glad" +
        @"|this|if|as|for|only|just|ten|fifteen|twenty|thirty" +
        @"|answer|read|review|look|show|name|point|explain|compare|check|share|recommend|suggest|test|introduce|describe|comment|listen" +
        @"|tell|help|meet|talk|advice|feedback|comments?|questions?|introduction|gratitude)$",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Lowerable();
}
