namespace IntroBot.Slack.BlockKit;

/// <summary>Draws the parts of a card as blocks, one each and in their order; a part without words is left out.</summary>
internal static class BlockKitParts
{
    /// <summary>Parts as far as they fit; the last block tells how many did not.</summary>
    public static IEnumerable<Block> Of(IEnumerable<CardPart> parts, int mostBlocks, int mostLength)
    {
        var drawn = parts.Select(Of).OfType<Block>().ToArray();
        return drawn.Length <= mostBlocks && BlockKitJson.LengthOf(drawn) <= mostLength
            ? drawn
            : Cut(drawn, mostBlocks - 1, mostLength - BlockKitJson.LengthOf(More(drawn.Length)));
    }

    public static Block More(int count) => Remark(Words.Of($"… and {count} more."));

    private static IEnumerable<Block> Cut(Block[] drawn, int mostBlocks, int mostLength)
    {
        var kept = 0;
        while (kept < mostBlocks && (mostLength -= BlockKitJson.LengthOf(drawn[kept])) >= 0)
        {
            kept++;
        }

        return drawn.Take(kept).Append(More(drawn.Length - kept));
    }

    private static Block? Of(CardPart part) => part switch
    {
        CardPart.Text text when RichTextWords.IsBlank(text.Words) => null,
        CardPart.Text text => Section(RichTextWords.Of(text.Words, BlockKitLimits.Text)),
        CardPart.Facts facts => facts.Items.IsEmpty ? null : Section(FactLines.Of(facts)),
        CardPart.Quote quote => Of(quote),
        CardPart.Context context when RichTextWords.IsBlank(context.Words) => null,
        CardPart.Context context => Remark(context.Words),
        CardPart.Divider => new Block.Divider(),
        CardPart.ChatLink door => Section(RichTextWords.Of(door.Words, BlockKitLimits.Text)),
        _ => throw new UnreachableException(),
    };

    private static Block.RichText? Of(CardPart.Quote quote)
    {
        var words = VisibleText.Clean(quote.Words).Trim();
        return words.Length == 0
            ? null
            : new Block.RichText([new RichTextPart.Quote([.. RichTextWords.Typed(VisibleText.Shorten(words, BlockKitLimits.Text))])]);
    }

    private static Block.RichText Section(ImmutableArray<RichTextElement> elements) => new([new RichTextPart.Section(elements)]);

    private static Block.Context Remark(Words words) => new([PlainTextObject.Lines(PlainText.Of(words), BlockKitLimits.Text)]);
}
