namespace IntroBot.Teams.AdaptiveCards;

/// <summary>
/// Draws facts below one another: a bold label, what there is to know under it, and air before the next. The element Adaptive Cards have
/// for facts is not used, since it reads its words as Markdown.
/// </summary>
internal static class AdaptiveFacts
{
    public static AdaptiveElement Of(CardPart.Facts facts)
    {
        var elements = ImmutableArray.CreateBuilder<AdaptiveElement>();
        var left = AdaptiveLimits.Text;
        foreach (var (place, fact) in facts.Items.Index())
        {
            if (left <= AdaptiveLimits.FactLabel || place == AdaptiveLimits.Facts)
            {
                elements.Add(AdaptiveParts.More(facts.Items.Length - place));
                break;
            }

            var label = VisibleText.Shorten(VisibleText.CleanLine(fact.Label), AdaptiveLimits.FactLabel).Trim();
            var words = AdaptiveWords.IsBlank(fact.Words)
                ? [TextStyle.Plain.Draw("–")]
                : AdaptiveWords.Of(fact.Words, left - label.Length, TextStyle.Plain);
            elements.AddRange(Of(label, words));
            left -= label.Length + words.Sum(run => run.Text.Length);
        }

        return AdaptiveLines.Joined(elements.ToImmutable());
    }

    private static IEnumerable<AdaptiveElement> Of(string label, ImmutableArray<TextRun> words)
    {
        var lines = AdaptiveLines.Of(label.Length == 0 ? words : [TextStyle.Plain.Bold.Draw(label + "\n"), .. words]);
        return lines.Select((line, place) => place == 0 ? line with { Spacing = "small" } : line);
    }
}
