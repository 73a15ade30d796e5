namespace IntroBot.Coaching.English.Text;

/// <summary>Recognizes concrete and fuzzy steps, and gives an example of a good one.</summary>
internal static partial class SmallSteps
{
    public static string Example(Ask ask) => $"Could I ask three questions about {Topic(ask)} in a 20-minute call?";

    /// <summary>The topic to name in an example.</summary>
    public static string Topic(Ask ask) => ask.Topics is [var first, ..] ? first : "your work";

    /// <summary>Whether a text has fuzzy words without anything concrete.</summary>
    public static bool IsFuzzy(string text) => PickBrain().IsMatch(text) || (Fuzzy().IsMatch(text) && !IsConcrete(text));

    /// <summary>Whether a text has a number, a question, or a verb for what the giver would do.</summary>
    public static bool IsConcrete(string text) => Number().IsMatch(text) || Deed().IsMatch(text);

    [GeneratedRegex(
        @"\bpick(?:ing)? (?:your|their|his|her|some|someone's|a few|\w{1,30}'s) brains?\b", Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex PickBrain();

    [GeneratedRegex(
        @"\b(?:quick|short|brief|informal|casual|little) (?:chat|call|catch-?up|word|sync)\b" +
        @"|\b(?:catch up|touch base|exchange ideas|(?:hop|jump) on a call)\b" +
        @"|\bconnect(?= ?(?:$|[.,!?;)])| (?:with (?:you|them|him|her|someone|somebody|people)|sometime|soon|on linkedin)\b)",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Fuzzy();

    [GeneratedRegex(
        @"\d|\b(?:one(?! of\b| day\b)|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|half|quarter|couple)\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\bquestions?\b|\bask(?:ing)?\b(?! for (?:help|support|advice|guidance)\b)" +
        @"|\b(?:answer|review|read|comment|explain|show|tell|compare|check|introduce|share|recommend" +
        @"|suggest|walk me|test|look (?:at|over)|listen|watch|feedback|forward|describe|proofread|demo|point me)\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Deed();
}
