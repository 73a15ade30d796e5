namespace IntroBot.Slack.BlockKit;

/// <summary>Draws a card as the blocks of a message, and as the text that stands for them in a notification.</summary>
public static class BlockKitCards
{
    public static ImmutableArray<Block> Of(Card card) => Of(card, withTitle: true);

    /// <summary>
    /// The whole card in plain sentences, for notifications and screen readers. Slack reads this one as mrkdwn, so its three special
    /// characters are escaped (https://docs.slack.dev/messaging/formatting-message-text), the ampersand first.
    /// </summary>
    public static string Text(Card card)
    {
        var escaped = VisibleText.Clean(PlainText.Of(card))
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
        return string.IsNullOrWhiteSpace(escaped) ? "…" : WithoutHalfAnEntity(VisibleText.Shorten(escaped, BlockKitLimits.Fallback));
    }

    internal static ImmutableArray<Block> Of(Card card, bool withTitle)
    {
        var title = PlainText.Of(card.Title);
        Block[] head = withTitle && !string.IsNullOrWhiteSpace(VisibleText.Clean(title)) ? [Title(title)] : [];
        var buttons = BlockKitActions.Blocks(card.Buttons);
        var parts = BlockKitParts.Of(
            card.Parts,
            BlockKitLimits.MessageBlocks - head.Length - buttons.Length,
            BlockKitLimits.MessageLength - BlockKitJson.LengthOf(head) - BlockKitJson.LengthOf(buttons));
        ImmutableArray<Block> blocks = [.. head, .. parts, .. buttons];
        return blocks.IsEmpty ? [Title(title)] : blocks;
    }

    internal static Block Title(string title) => new Block.Header(PlainTextObject.Line(title, BlockKitLimits.Header));

    private static string WithoutHalfAnEntity(string escaped) => escaped.LastIndexOf('&') is var start && start > escaped.LastIndexOf(';')
        ? $"{escaped[..start]}…"
        : escaped;
}
