using IntroBot.Coaching;
using IntroBot.Givers;

namespace IntroBot.Intros.Offers;

/// <summary>The cards of an offer: each fits one phone screen and asks for one decision.</summary>
public static class OfferCards
{
    public static Card Offer(Intro intro, Offer offer, DateTimeOffset now)
    {
        var ends = offer.ExpiresAt ?? WakingHours.Add(now, OfferDecisions.OfferLife, offer.Giver.TimeZone, offer.Quiet);
        return Asked(Card.Titled($"Could you help {intro.Asker}?").Say($"You listed {Because(offer)}, so I thought of you."), intro, offer)
            .Aside($"A no is free and stays with me. If you would rather not answer, "
                + $"this moves on by itself on {new WordSpan.Moment(ends, offer.Giver.TimeZone)}.")
            .With(Answers(Value(intro, offer)));
    }

    /// <summary>
    /// The offer in the channel; the mention in its first line notifies the giver. It does not say when it ends: a card that changes
    /// earlier would reveal an answer.
    /// </summary>
    public static Card InChannel(Intro intro, Offer offer) => Asked(
            Card.Titled($"{offer.Giver}, could you help {intro.Asker}?")
                .Say($"{offer.Giver}, you listed {Because(offer)}, so I thought of you."),
            intro,
            offer)
        .Aside($"Only {offer.Giver.FirstName} can answer this. A no is free and is never shown; without an answer this moves on by itself.")
        .With(Answers(ButtonValue.OfPublic(intro, offer))) with
    {
        Gate = new CardButton(ActionIds.ShowOffer, ButtonValue.OfPublic(intro, offer), $"{offer.Giver.FirstName}, answer here"),
    };

    public static Card Reminder(Intro intro, Offer offer) => Card.Titled($"Still time to help {intro.Asker.FirstName}, or not")
        .Say($"{intro.Asker} hopes for {intro.Ask.SmallStep}")
        .Aside($"A no is just as welcome. I will not ask again about this one.")
        .With(new CardButton(ActionIds.AcceptOffer, Value(intro, offer), "Yes, connect us", ButtonStyle.Primary))
        .With(new CardButton(ActionIds.DeclineOffer, Value(intro, offer), "Not now"));

    /// <summary>Replaces an offer in the channel: a yes may be visible; decline, expiry and release look the same.</summary>
    public static Card OverInChannel(Offer offer) => offer.Status == OfferStatus.Accepted
        ? Card.Titled($"{offer.Giver} said yes").Say($"Thank you.")
        : Card.Titled($"This one has moved on").Say($"There is nothing to do.");

    /// <summary>Replaces an answered or ended offer in the giver's own chat.</summary>
    public static Card Over(Intro intro, Offer offer) => offer.Status switch
    {
        OfferStatus.Accepted => Card.Titled($"You said yes to {intro.Asker}")
            .Say($"Thank you. I am bringing the two of you together now; the first move is {intro.Asker.FirstName}’s.")
            .Aside($"I will make sure you hear how it went."),
        OfferStatus.Declined => Card.Titled($"Not this time, and that is fine")
            .Say($"I have passed on quietly. {NobodyLearns(offer)}"),
        OfferStatus.Expired => Card.Titled($"This one has moved on")
            .Say($"No answer is an answer too. {NobodyLearns(offer)}"),
        OfferStatus.Released when intro.Stage == IntroStage.Withdrawn => Card.Titled($"{intro.Asker.FirstName} no longer needs this")
            .Say($"The ask was taken back. There is nothing for you to do."),
        OfferStatus.Released or OfferStatus.Skipped or OfferStatus.Proposed or OfferStatus.Open =>
            Card.Titled($"This one has moved on").Say($"I ask somebody else. There is nothing for you to do."),
    };

    private static Card Asked(Card card, Intro intro, Offer offer) => card
        .Know(
        [
            Fact.Of("Hopes to meet", $"{intro.Ask.Who}"),
            Fact.Of("The small ask", $"{intro.Ask.SmallStep}"),
            .. Deadline(intro.Ask),
        ])
        .Quote(intro.Ask.Note);

    private static WordSpan.Bold Because(Offer offer) => new(string.Join(", ", offer.Because));

    private static IEnumerable<CardButton> Answers(string value) =>
    [
        new CardButton(ActionIds.AcceptOffer, value, "Yes, connect us", ButtonStyle.Primary),
        new CardButton(ActionIds.DeclineOffer, value, "Not now"),
        new CardButton(ActionIds.DeclineAndPause, value, "Not now, pause me 2 weeks"),
    ];

    /// <summary>In the channel everyone has seen who was asked.</summary>
    private static string NobodyLearns(Offer offer) =>
        offer.IsInChannel ? "Nobody learns what you answered, or whether." : "Nobody learns that you were asked.";

    private static string Value(Intro intro, Offer offer) => ButtonValue.Of(intro, offer.Id.Value);

    private static IEnumerable<Fact> Deadline(Ask ask)
    {
        if (ask.Deadline is { } day)
        {
            var date = day.ToString("d MMMM", System.Globalization.CultureInfo.InvariantCulture);
            var reason = ask.DeadlineReason.Length > 0 ? $": {ask.DeadlineReason}" : "";
            yield return Fact.Of("By", $"{date}{reason}");
        }
    }
}
