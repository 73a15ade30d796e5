namespace IntroBot.Teams.AdaptiveCards;

/// <summary>
/// Draws runs of words line by line, each an element of its own: clients differ in what they make of a line break inside a run
/// (https://github.com/microsoft/AdaptiveCards/issues/4914 and 8921).
/// </summary>
internal static partial class AdaptiveLines
{
    private const string Close = "none";
    private const string Apart = "small";

    /// <summary>Words of the bot's or of people's as one element.</summary>
    public static AdaptiveElement Of(Words words, int most, TextStyle look) => Joined(Of(AdaptiveWords.Of(words, most, look)));

    /// <summary>Plain words as one element.</summary>
    public static AdaptiveElement Of(string words, int most, TextStyle look) =>
        Of(new Words([new WordSpan.Plain(words.Trim())]), most, look);

    /// <summary>Lines as elements; a blank one leaves some air above the next.</summary>
    public static ImmutableArray<AdaptiveElement> Of(ImmutableArray<TextRun> runs)
    {
        var lines = ImmutableArray.CreateBuilder<AdaptiveElement>();
        var air = false;
        foreach (var line in Split(runs))
        {
            if (line.All(run => string.IsNullOrWhiteSpace(run.Text)))
            {
                air = lines.Count > 0;
                continue;
            }

            if (lines.Count == AdaptiveLimits.Lines - 1)
            {
                lines.Add(new AdaptiveElement.RichText([line[0] with { Text = "…", SelectAction = null }]) { Spacing = Close });
                break;
            }

            lines.Add(new AdaptiveElement.RichText([.. line.SelectMany(WithoutFunctions)])
            {
                Spacing = lines.Count == 0 ? null : air ? Apart : Close,
            });
            air = false;
        }

        return lines.ToImmutable();
    }

    public static AdaptiveElement Joined(ImmutableArray<AdaptiveElement> lines) =>
        lines is [var only] ? only : new AdaptiveElement.Container(lines);

    private static List<List<TextRun>> Split(ImmutableArray<TextRun> runs)
    {
        List<List<TextRun>> lines = [[]];
        foreach (var run in runs)
        {
            foreach (var (place, text) in run.Text.Split('\n').Index())
            {
                if (place > 0)
                {
                    lines.Add([]);
                }

                if (text.Length > 0)
                {
                    lines[^1].Add(run with { Text = text });
                }
            }
        }

        return lines;
    }

    /// <summary>
    /// Two braces begin the one thing that is read in a run, a date in the reader's time zone
    /// (https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features); in two runs they are braces.
    /// </summary>
    private static IEnumerable<TextRun> WithoutFunctions(TextRun run) =>
        BetweenBraces().Split(run.Text).Select(piece => run with { Text = piece });

    [GeneratedRegex(@"(?<=\{)(?=\{)", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenBraces();
}
