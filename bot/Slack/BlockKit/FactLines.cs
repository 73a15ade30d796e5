namespace IntroBot.Slack.BlockKit;

/// <summary>Draws facts below one another: a bold label, what there is to know under it, and air before the next.</summary>
internal static class FactLines
{
    private static readonly RichTextElement LineBreak = new RichTextElement.Run("\n");
    private static readonly RichTextElement Air = new RichTextElement.Run("\n\n");

    public static ImmutableArray<RichTextElement> Of(CardPart.Facts facts)
    {
        var lines = ImmutableArray.CreateBuilder<RichTextElement>();
        var left = BlockKitLimits.Text - 20;
        foreach (var (place, fact) in facts.Items.Index())
        {
            if (left <= BlockKitLimits.FactLabel)
            {
                lines.AddRange(Air, new RichTextElement.Run($"… and {facts.Items.Length - place} more."));
                break;
            }

            ImmutableArray<RichTextElement> drawn = [.. place == 0 ? [] : new[] { Air }, .. Of(fact, left - BlockKitLimits.FactLabel)];
            lines.AddRange(drawn);
            left -= drawn.Sum(RichTextWords.LengthOf);
        }

        return lines.ToImmutable();
    }

    private static ImmutableArray<RichTextElement> Of(Fact fact, int most)
    {
        var label = VisibleText.Shorten(VisibleText.CleanLine(fact.Label), BlockKitLimits.FactLabel - 3);
        ImmutableArray<RichTextElement> words = RichTextWords.IsBlank(fact.Words)
            ? [new RichTextElement.Run("–")]
            : RichTextWords.Of(fact.Words, most);
        return string.IsNullOrWhiteSpace(label) ? words : [new RichTextElement.Run(label, RichTextStyle.Strong), LineBreak, .. words];
    }
}
