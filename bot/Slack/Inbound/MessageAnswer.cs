using IntroBot.Slack.BlockKit;

namespace IntroBot.Slack.Inbound;

/// <summary>A message as the answer to a command, or to a response URL.</summary>
public sealed record MessageAnswer(string? ResponseType, string Text, ImmutableArray<Block> Blocks)
{
    public bool? ReplaceOriginal { get; init; }

    /// <summary>The thread it is said in; only a response URL takes one.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>For one pair of eyes; only the response URL can change it later.</summary>
    public static MessageAnswer Private(Card card) =>
        new("ephemeral", BlockKitCards.Text(card), BlockKitCards.Of(card)) { ReplaceOriginal = false };
}
