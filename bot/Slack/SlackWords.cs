using IntroBot.Slack.BlockKit;

namespace IntroBot.Slack;

/// <summary>A card as Slack takes it: blocks to look at, and text for notifications and screen readers.</summary>
internal sealed record SlackWords(
    [property: JsonPropertyName("Text")] string Text,
    [property: JsonPropertyName("Blocks")] string Blocks)
{
    public static SlackWords Of(Card card) => new(BlockKitCards.Text(card), BlockKitJson.Write(BlockKitCards.Of(card)));
}
