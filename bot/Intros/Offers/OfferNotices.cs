using IntroBot.Givers;

namespace IntroBot.Intros.Offers;

/// <summary>The notices and effects of an offer, with ids that never repeat.</summary>
internal static class OfferNotices
{
    public static string OfferId(Offer offer) => $"offer.{offer.Id}";

    public static Outgoing.Notice Offer(Offer offer, DateTimeOffset now) => new(
        OfferId(offer), NoticeKind.Offer, DestinationOf(offer), offer.Id.Value, WakingHours.Next(now, offer.Giver.TimeZone, offer.Quiet));

    public static Outgoing.Notice Reminder(Offer offer, DateTimeOffset now) => new(
        ReminderId(offer), NoticeKind.OfferReminder, Directly(offer), offer.Id.Value,
        WakingHours.Next(now, offer.Giver.TimeZone, offer.Quiet));

    /// <summary>For an offer that ended: replaces its card and its reminder, and frees the giver's slot.</summary>
    public static ImmutableArray<Outgoing> Over(Offer ended) => ended.Reminded
        ? [CardOver(ended, OfferId(ended), DestinationOf(ended)), CardOver(ended, ReminderId(ended), Directly(ended)), Free(ended)]
        : [CardOver(ended, OfferId(ended), DestinationOf(ended)), Free(ended)];

    public static Outgoing.FindGiver SearchOn(Offer after) => new($"find.{after.Id}");

    private static Outgoing.Notice CardOver(Offer offer, string card, Destination where) => new(
        $"over.{card}", NoticeKind.OfferOver, where, offer.Id.Value, Replaces: card);

    private static string ReminderId(Offer offer) => $"reminder.{offer.Id}";

    /// <summary>Frees the giver's slot for the next offer.</summary>
    public static Outgoing.FreeSlot Free(Offer offer) => new(
        $"free.{offer.Id}", offer.Giver.Ref, offer.Id, Reached: offer.DeliveredAt is not null, offer.DeliveredAt,
        offer.Status switch
        {
            OfferStatus.Accepted or OfferStatus.Declined => SlotEnd.Answered,
            OfferStatus.Expired => SlotEnd.Expired,
            OfferStatus.Proposed or OfferStatus.Skipped or OfferStatus.Open or OfferStatus.Released => SlotEnd.Released,
        });

    private static Destination DestinationOf(Offer offer) =>
        offer.IsInChannel ? new Destination.GiversChannel(offer.Channel, offer.Giver.Ref) : Directly(offer);

    /// <summary>The reminder goes to the giver only, wherever the offer was posted.</summary>
    private static Destination.Direct Directly(Offer offer) => new(offer.Giver.Ref);
}
