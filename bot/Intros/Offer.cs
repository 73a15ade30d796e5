using System.Collections.Immutable;
using IntroBot.Chat;
using IntroBot.Decisions;
using IntroBot.Givers;

namespace IntroBot.Intros;

/// <summary>
/// One giver being asked about one intro. <paramref name="Because"/> are the giver's own words that made the match;
/// <paramref name="Quiet"/> are their quiet hours when the offer was made; <paramref name="Channel"/> is where everybody sees it, empty
/// when it goes by message.
/// </summary>
public sealed record Offer(
    OfferId Id,
    Person Giver,
    OfferStatus Status,
    ImmutableArray<string> Because,
    QuietHours Quiet,
    DateTimeOffset MadeAt,
    DateTimeOffset? DeliveredAt = null,
    DateTimeOffset? ExpiresAt = null,
    bool Reminded = false,
    string Channel = "")
{
    public bool IsInChannel => Channel.Length > 0;
}

/// <summary>What became of an offer.</summary>
public enum OfferStatus
{
    /// <summary>Chosen; the giver's place is not yet taken.</summary>
    Proposed,

    /// <summary>The giver's promises forbade it after all; it never left.</summary>
    Skipped,

    /// <summary>On its way to the giver, or waiting for their answer.</summary>
    Open,
    Accepted,
    Declined,
    Expired,

    /// <summary>The giver stepped back from giving, or the asker from asking.</summary>
    Released,
}
