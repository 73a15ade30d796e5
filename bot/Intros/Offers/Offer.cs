using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IntroBot.Chat.Interactions;
using IntroBot.Decisions;
using IntroBot.Givers;

namespace IntroBot.Intros.Offers;

/// <summary>
/// One giver being asked about one intro. <paramref name="Because"/> are the giver's own words that made the match;
/// <paramref name="Quiet"/> are their quiet hours when the offer was made; <paramref name="Channel"/> is where everybody sees it, empty
/// when it goes by message.
/// </summary>
public sealed record Offer(
    [property: JsonPropertyName("Id")] OfferId Id,
    [property: JsonPropertyName("Giver")] Person Giver,
    [property: JsonPropertyName("Status")] OfferStatus Status,
    [property: JsonPropertyName("Because")] ImmutableArray<string> Because,
    [property: JsonPropertyName("Quiet")] QuietHours Quiet,
    [property: JsonPropertyName("MadeAt")] DateTimeOffset MadeAt,
    [property: JsonPropertyName("DeliveredAt")] DateTimeOffset? DeliveredAt = null,
    [property: JsonPropertyName("ExpiresAt")] DateTimeOffset? ExpiresAt = null,
    [property: JsonPropertyName("Reminded")] bool Reminded = false,
    [property: JsonPropertyName("Channel")] string Channel = "")
{
    public bool IsInChannel => Channel.Length > 0;
}

/// <summary>What became of an offer.</summary>
public enum OfferStatus
{
    /// <summary>Chosen; the giver's place is not yet taken.</summary>
    [JsonStringEnumMemberName("Proposed")]
    Proposed,

    /// <summary>The giver's promises forbade it after all; it never left.</summary>
    [JsonStringEnumMemberName("Skipped")]
    Skipped,

    /// <summary>On its way to the giver, or waiting for their answer.</summary>
    [JsonStringEnumMemberName("Open")]
    Open,
    [JsonStringEnumMemberName("Accepted")]
    Accepted,
    [JsonStringEnumMemberName("Declined")]
    Declined,
    [JsonStringEnumMemberName("Expired")]
    Expired,

    /// <summary>The giver stepped back from giving, or the asker from asking.</summary>
    [JsonStringEnumMemberName("Released")]
    Released,
}
