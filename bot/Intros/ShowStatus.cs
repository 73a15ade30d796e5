using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;
using IntroBot.Coaching;
using IntroBot.Givers;
using IntroBot.Intros.Offers;
using IntroBot.Stewards;

namespace IntroBot.Intros;

/// <summary>Shows a person their asks, the offers that wait for them, and what they offer: at home, or as one card.</summary>
public sealed class ShowStatus(IIntroStore intros, IGiverStore givers, TimeProvider clock)
{
    private const int MaxRecent = 3;
    private const int MaxOfWho = 30;

    public async Task<Reply> HomeAsync(Interaction.HomeOpened opened, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        var all = await intros.OfAsync(opened.From.Ref, token);
        var asks = all.Where(intro => intro.Asker.Ref == opened.From.Ref).ToArray();
        var giver = await givers.FindAsync(opened.From.Ref, token);
        return new Reply.ShowHome(
        [
            Card.Titled($"Ask for an introduction")
                .Say($"I am IntroBot, and I bring people together, gently: one clear ask, to one willing person at a time.")
                .With(new CardButton(ActionIds.Ask, "", "Write an ask", ButtonStyle.Primary)),
            .. all.Select(intro => Waiting(intro, opened.From) is { } offer ? OfferCards.Offer(intro, offer, now) : null).OfType<Card>(),
            .. asks.Where(intro => intro.IsOpen && !IsBlank(intro)).Select(intro => StatusCards.Ask(intro, now)),
            .. Earlier(asks),
            giver is { OptedIn: true } ? GiverCards.Profile(giver) : GiverCards.NotAGiver,
            .. opened.IsSteward ? [SettingsCards.ForStewards] : Array.Empty<Card>(),
        ]);
    }

    public async Task<Reply> StatusAsync(Interaction from, CancellationToken token)
    {
        var all = await intros.OfAsync(from.From.Ref, token);
        var asks = all.Where(intro => intro.Asker.Ref == from.From.Ref && intro.IsOpen).ToArray();
        var waiting = all.Select(intro => (Intro: intro, Offer: Waiting(intro, from.From))).FirstOrDefault(each => each.Offer is not null);
        if (asks.Length == 0 && waiting.Offer is null)
        {
            return new Reply.Say(Card.Titled($"Nothing is open").Say($"You have no open ask, and nobody waits for your answer.")
                .With(new CardButton(ActionIds.Ask, "", "Write an ask")));
        }

        if (asks.Length == 0)
        {
            return new Reply.Say(OfferCards.Offer(waiting.Intro, waiting.Offer!, clock.GetUtcNow()));
        }

        var card = Card.Titled($"Where things stand").Know(asks.Select(Line));
        return new Reply.Say(waiting.Offer is null
            ? card.With(asks.Where(CanWithdraw).Select(Withdraw))
            : card
                .Say($"{waiting.Intro.Asker} hopes for your answer; "
                    + $"you find it at home and {(waiting.Offer.IsInChannel ? "in the givers’ channel" : "above in our chat")}.")
                .With(asks.Where(CanWithdraw).Select(Withdraw)));
    }

    /// <summary>Lets an asker pick which ask to take back.</summary>
    public async Task<Reply> WithdrawAsync(Interaction from, CancellationToken token)
    {
        var asks = (await intros.OfAsync(from.From.Ref, token))
            .Where(intro => intro.Asker.Ref == from.From.Ref && CanWithdraw(intro)).ToArray();
        return new Reply.Say(asks.Length == 0
            ? Card.Titled($"There is nothing to withdraw").Say($"You have no ask under way.")
            : Card.Titled($"Which ask shall I take back?").Know(asks.Select(Line)).With(asks.Select(Withdraw)));
    }

    private static Fact Line(Intro intro) => Fact.Of(intro.Ask.Who.Length > 0 ? intro.Ask.Who : "An ask", $"{StatusCards.Line(intro)}");

    private static bool CanWithdraw(Intro intro) =>
        intro.Stage is IntroStage.Asked or IntroStage.Searching or IntroStage.Offered or IntroStage.Unmatched;

    private static CardButton Withdraw(Intro intro) =>
        new(ActionIds.Withdraw, ButtonValue.Of(intro), $"Withdraw: {VisibleText.Shorten(intro.Ask.Who, MaxOfWho)}", ButtonStyle.Danger);

    /// <summary>A form was opened, and nothing is written yet.</summary>
    private static bool IsBlank(Intro intro) =>
        intro.Stage == IntroStage.Draft && AskTemplate.Fields.All(field => field.Read(intro.Ask).Length == 0);

    private static Offer? Waiting(Intro intro, Person giver) =>
        intro.Current is { Status: OfferStatus.Open, DeliveredAt: not null } offer && offer.Giver.Ref == giver.Ref ? offer : null;

    private static IEnumerable<Card> Earlier(Intro[] asks)
    {
        var over = asks.Where(intro => !intro.IsOpen && intro.AskedAt is not null).Take(MaxRecent).ToArray();
        return over.Length == 0 ? [] : [Card.Titled($"Earlier asks").Know(over.Select(Line))];
    }
}
