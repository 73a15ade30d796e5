namespace IntroBot.Stewards;

/// <summary>
/// How the bot works in one workspace. With <paramref name="OffersInChannel"/> offers are sent to the channel
/// <paramref name="GiversChannel"/>, by the platform's id; without it they go to each giver by message, and the channel is only remembered.
/// </summary>
public sealed record WorkspaceSettings(
    [property: JsonPropertyName("OffersInChannel")] bool OffersInChannel,
    [property: JsonPropertyName("GiversChannel")] string GiversChannel) : Aggregate
{
    /// <summary>The settings of a workspace without stored ones.</summary>
    public static WorkspaceSettings Default { get; } = new(OffersInChannel: false, "");

    /// <summary>The channel in which offers are made; empty when they go by message.</summary>
    public string OfferChannel => OffersInChannel ? GiversChannel : "";
}
