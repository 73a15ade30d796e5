using IntroBot.Slack.BlockKit;

namespace IntroBot.Slack;

/// <summary>A card as Slack takes it: blocks to look at, and text for notifications and screen readers.</summary>
internal sealed record SlackWords(
    [property: JsonPropertyName("Text")] string Text,
    [property: JsonPropertyName("Blocks")] string Blocks)
{
    /// <summary>The first message of the thread they are said in; null outside of threads.</summary>
    [JsonIgnore]
    public string? Thread { get; init; }

    public static SlackWords Of(Card card) => new(BlockKitCards.Text(card), BlockKitJson.Write(BlockKitCards.Of(card)));
}
