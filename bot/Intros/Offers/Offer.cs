using IntroBot.Givers;

namespace IntroBot.Intros.Offers;

/// <summary>
/// An offer of one intro to one giver. <paramref name="Because"/> are the giver's own words that matched; <paramref name="Quiet"/> are
/// their quiet hours and days off when the offer was made; <paramref name="Channel"/> is the channel it is posted in, empty when it goes
/// by message.
/// </summary>
public sealed record Offer(
    [property: JsonPropertyName("Id")] OfferId Id,
    [property: JsonPropertyName("Giver")] Person Giver,
    [property: JsonPropertyName("Status")] OfferStatus Status,
    [property: JsonPropertyName("Because")] ImmutableArray<string> Because,
    [property: JsonPropertyName("Quiet")] QuietTimes Quiet,
    [property: JsonPropertyName("MadeAt")] DateTimeOffset MadeAt,
    [property: JsonPropertyName("DeliveredAt")] DateTimeOffset? DeliveredAt = null,
    [property: JsonPropertyName("ExpiresAt")] DateTimeOffset? ExpiresAt = null,
    [property: JsonPropertyName("Reminded")] bool Reminded = false,
    [property: JsonPropertyName("Channel")] string Channel = "")
{
    public bool IsInChannel => Channel.Length > 0;
}

/// <summary>The status of an offer.</summary>
public enum OfferStatus
{
    /// <summary>Proposed; the giver's slot is not taken yet.</summary>
    [JsonStringEnumMemberName("Proposed")]
    Proposed,

    /// <summary>Not sent, because the giver's protection forbade it.</summary>
    [JsonStringEnumMemberName("Skipped")]
    Skipped,

    /// <summary>Being sent, or awaiting the giver's answer.</summary>
    [JsonStringEnumMemberName("Open")]
    Open,
    [JsonStringEnumMemberName("Accepted")]
    Accepted,
    [JsonStringEnumMemberName("Declined")]
    Declined,
    [JsonStringEnumMemberName("Expired")]
    Expired,

    /// <summary>The giver paused or stopped, or the asker withdrew.</summary>
    [JsonStringEnumMemberName("Released")]
    Released,
}
