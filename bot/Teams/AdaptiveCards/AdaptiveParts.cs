namespace IntroBot.Teams.AdaptiveCards;

/// <summary>Draws the parts of a card as elements, one each and in their order; a part without words is left out.</summary>
internal static class AdaptiveParts
{
    /// <summary>Parts as far as they fit; the last element tells how many did not.</summary>
    public static IEnumerable<AdaptiveElement> Of(IEnumerable<CardPart> parts, int mostLength)
    {
        var drawn = Drawn(parts).ToArray();
        return drawn.Sum(AdaptiveJson.LengthOf) <= Math.Max(0, mostLength)
            ? drawn
            : Cut(drawn, mostLength - AdaptiveJson.LengthOf(More(drawn.Length)));
    }

    public static AdaptiveElement More(int count) => AdaptiveLines.Of($"… and {count} more.", AdaptiveLimits.Text, TextStyle.Quiet);

    /// <summary>A thin line is a trait of the element below it; below nothing there is none.</summary>
    private static IEnumerable<AdaptiveElement> Drawn(IEnumerable<CardPart> parts)
    {
        var line = false;
        foreach (var part in parts)
        {
            if (Of(part) is { } element)
            {
                yield return line ? element with { Separator = true, Spacing = "medium" } : element;
                line = false;
            }
            else
            {
                line |= part is CardPart.Divider;
            }
        }
    }

    private static IEnumerable<AdaptiveElement> Cut(AdaptiveElement[] drawn, int mostLength)
    {
        var kept = 0;
        while ((mostLength -= AdaptiveJson.LengthOf(drawn[kept])) >= 0)
        {
            kept++;
        }

        return drawn.Take(kept).Append(More(drawn.Length - kept));
    }

    private static AdaptiveElement? Of(CardPart part) => part switch
    {
        CardPart.Text text when AdaptiveWords.IsBlank(text.Words) => null,
        CardPart.Text text => AdaptiveLines.Of(text.Words, AdaptiveLimits.Text, TextStyle.Plain),
        CardPart.Facts facts => facts.Items.IsEmpty ? null : AdaptiveFacts.Of(facts),
        CardPart.Quote quote when AdaptiveText.IsBlank(quote.Words) => null,
        CardPart.Quote quote => Of(quote),
        CardPart.Context context when AdaptiveWords.IsBlank(context.Words) => null,
        CardPart.Context context => AdaptiveLines.Of(context.Words, AdaptiveLimits.Text, TextStyle.Quiet),
        CardPart.Divider => null,
        CardPart.ChatLink { Address: { } address } door =>
            new AdaptiveElement.ActionSet([AdaptiveActions.Open(PlainText.Of(door.Words), address)]),
        CardPart.ChatLink door => AdaptiveLines.Of(door.Words, AdaptiveLimits.Text, TextStyle.Plain),
        _ => throw new UnreachableException(),
    };

    private static AdaptiveElement.Container Of(CardPart.Quote quote) => new(
        AdaptiveLines.Of(AdaptiveWords.Of(Words.Of($"{quote.Words.Trim()}"), AdaptiveLimits.Text, TextStyle.Plain)), "emphasis");
}
