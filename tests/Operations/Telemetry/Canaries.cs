using IntroBot.Coaching;
using IntroBot.Tests.Coaching;

namespace IntroBot.Tests.Operations.Telemetry;

/// <summary>Words of people that must not turn up where only the program speaks.</summary>
internal static class Canaries
{
    /// <summary>So many words in a row are nobody's but their author's.</summary>
    private const int InARow = 3;
    private const int Around = 100;

    public const string Thanks = "Thank you, Grace. That saved us a whole month of guessing.";

    /// <summary>
    /// Every free text of the good ask and of thanks, and every few words in a row of each: parts of a text are its words too.
    /// </summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        .. AskTemplate.Fields
            .Where(field => field.Kind is FieldKind.Line or FieldKind.Paragraph)
            .Select(field => field.Read(Asks.Good)).Append(Asks.Good.Note).Append(Thanks)
            .SelectMany(Runs),
    ];

    /// <summary>Names of the people of every scene.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Ava Stone", "Stone", "Grace Okafor", "Okafor"];

    /// <summary>Nothing of these stands in a text, in whichever case; what does is shown with the words around it.</summary>
    public static void AssertNone(string text, params IEnumerable<string> canaries)
    {
        var found = from canary in canaries
                    where canary.Length > 0
                    let at = text.IndexOf(canary, StringComparison.OrdinalIgnoreCase)
                    where at >= 0
                    select $"{canary}: {text[Math.Max(0, at - Around)..Math.Min(text.Length, at + Around)]}";
        Assert.Equal("", string.Join('\n', found));
    }

    private static IEnumerable<string> Runs(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, Math.Max(0, words.Length - InARow + 1)).Select(at => string.Join(' ', words[at..(at + InARow)]));
    }
}
