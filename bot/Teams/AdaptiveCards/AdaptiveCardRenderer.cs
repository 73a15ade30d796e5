namespace IntroBot.Teams.AdaptiveCards;

/// <summary>Draws a card as an Adaptive Card, and as the line that stands for it in a notification.</summary>
public static class AdaptiveCardRenderer
{
    /// <summary>The card in a message.</summary>
    public static AdaptiveCard Of(Card card) => Of(card, FormLocation.InChat);

    /// <summary>
    /// The card in front of many: without its buttons, which only <paramref name="member"/> is given, by looking at it or by its gate.
    /// </summary>
    public static AdaptiveCard AtGate(Card card, string member) =>
        Of(card with { Buttons = card.Gate is { } gate ? [gate] : [] }) with { Refresh = Anew(card, member) };

    /// <summary>
    /// The same card for the one it is for, with its buttons; it has to ask anew as well, or what they see would stay as it is.
    /// </summary>
    public static AdaptiveCard ThroughGate(Card card, string member) => Of(card) with { Refresh = Anew(card, member) };

    /// <summary>
    /// Cards below one another in one message, each with its own buttons; one that does not fit as a whole is counted instead.
    /// </summary>
    public static AdaptiveCard Of(ImmutableArray<Card> cards)
    {
        var body = ImmutableArray.CreateBuilder<AdaptiveElement>();
        var left = AdaptiveLimits.CardLength - AdaptiveJson.LengthOf(new AdaptiveCard([AdaptiveParts.More(cards.Length)]));
        foreach (var (place, card) in cards.Index())
        {
            var section = new AdaptiveElement.Container(Of(card).Body)
            {
                Separator = place == 0 ? null : true,
                Spacing = place == 0 ? null : "large",
            };
            left -= AdaptiveJson.LengthOf(section);
            if (left < 0)
            {
                body.Add(AdaptiveParts.More(cards.Length - place));
                break;
            }

            body.Add(section);
        }

        return new AdaptiveCard(body.Count == 0 ? [AdaptiveTitles.Of("")] : body.ToImmutable());
    }

    /// <summary>
    /// One card in a dialog, which each of its buttons sends in.
    /// Its title stands in the bar where it fits, and above the card where it does not.
    /// </summary>
    public static TitledCard InDialog(Card card)
    {
        var title = PlainText.Of(card.Title);
        return new TitledCard(Bar(title), Of(FitsTheBar(title) ? card with { Title = new Words([]) } : card, FormLocation.InDialog));
    }

    /// <summary>The card in one plain line, for the notification that a message brings.</summary>
    public static string Summary(Card card) => AdaptiveText.Line(PlainText.Of(card with { Buttons = [] }), AdaptiveLimits.Summary);

    internal static bool FitsTheBar(string title) => VisibleText.CleanLine(title).Trim().Length is > 0 and <= AdaptiveLimits.DialogTitle;

    internal static string Bar(string title) => AdaptiveText.Line(title, AdaptiveLimits.DialogTitle);

    private static AdaptiveCard Of(Card card, FormLocation seat)
    {
        var head = Head(card);
        var buttons = AdaptiveActions.Rows(card.Buttons, seat);
        var parts = AdaptiveParts.Of(
            card.Parts, AdaptiveLimits.CardLength - AdaptiveJson.LengthOf(new AdaptiveCard([.. head, .. buttons])));
        ImmutableArray<AdaptiveElement> body = [.. head, .. parts, .. buttons];
        return new AdaptiveCard(body.IsEmpty ? [AdaptiveTitles.Of("")] : body);
    }

    private static AdaptiveRefresh? Anew(Card card, string member) =>
        card.Gate is { } gate ? new AdaptiveRefresh(AdaptiveActions.Of(gate, FormLocation.InChat).Action, [member]) : null;

    private static ImmutableArray<AdaptiveElement> Head(Card card) =>
        PlainText.Of(card.Title) is var title && AdaptiveText.IsBlank(title) ? [] : [AdaptiveTitles.Of(title)];
}
