using IntroBot.Intros;
using IntroBot.Intros.Offers;

namespace IntroBot.Conversation.PlainWords;

/// <summary>The offer that waits for a person's yes or no in their chat.</summary>
public sealed record OpenQuestion(Intro Intro, Offer Offer)
{
    /// <summary>The open offer among a person's intros; null where nothing waits for them.</summary>
    public static OpenQuestion? Of(IEnumerable<Intro> own, Person person) => own
        .Select(intro => intro.OfferAwaiting(person) is { } offer ? new OpenQuestion(intro, offer) : null)
        .FirstOrDefault(question => question is not null);

    /// <summary>Whether it was asked after the question of a draft.</summary>
    public bool IsAfter(Intro draft) => Offer.DeliveredAt > draft.Drafting.TouchedAt;
}
