using IntroBot.Intros.Offers;

namespace IntroBot.Intros;

/// <summary>Shows a person's open asks and the offer that awaits their answer in one card.</summary>
public sealed class ShowStatus(IIntroStore intros, TimeProvider clock)
{
    private const int MaxOfWho = 30;

    public async Task<Reply> StatusAsync(Interaction from, CancellationToken token)
    {
        var all = await intros.OfAsync(from.From.Ref, token);
        var asks = all.Where(intro => intro.Asker.Ref == from.From.Ref && intro.IsOpen).ToArray();
        var awaiting = all.Select(intro => (Intro: intro, Offer: intro.OfferAwaiting(from.From))).FirstOrDefault(
            each => each.Offer is not null);
        if (asks.Length == 0 && awaiting.Offer is null)
        {
            return new Reply.Say(Card.Titled($"Nothing is open").Say($"You have no open ask, and nobody waits for your answer.")
                .With(new CardButton(ActionIds.Ask, "", "Write an ask")));
        }

        if (asks.Length == 0)
        {
            return new Reply.Say(OfferCards.Offer(awaiting.Intro, awaiting.Offer!, clock.GetUtcNow()));
        }

        var card = Card.Titled($"Where things stand").Know(asks.Select(StatusCards.Labelled));
        return new Reply.Say(awaiting.Offer is null
            ? card.With(asks.Where(CanWithdraw).Select(Withdraw))
            : card
                .Say($"{awaiting.Intro.Asker} hopes for your answer; "
                    + $"you find it at home and {(awaiting.Offer.IsInChannel ? "in the givers’ channel" : "above in our chat")}.")
                .With(asks.Where(CanWithdraw).Select(Withdraw)));
    }

    /// <summary>Lets an asker choose which ask to withdraw.</summary>
    public async Task<Reply> WithdrawAsync(Interaction from, CancellationToken token)
    {
        var asks = (await intros.OfAsync(from.From.Ref, token))
            .Where(intro => intro.Asker.Ref == from.From.Ref && CanWithdraw(intro)).ToArray();
        return new Reply.Say(asks.Length switch
        {
            0 => Card.Titled($"There is nothing to withdraw").Say($"You have no ask under way."),
            1 => TakeBack(asks[0]),
            _ => Card.Titled($"Which ask shall I take back?").Know(asks.Select(StatusCards.Labelled)).With(asks.Select(Withdraw)),
        });
    }

    private static Card TakeBack(Intro ask) => Card.Titled($"Take it back?")
        .Say($"Your ask: {ask.Ask.Who}. Nobody will be asked any more.")
        .With(new CardButton(ActionIds.Withdraw, ButtonValue.Of(ask), "Take it back", ButtonStyle.Danger))
        .With(new CardButton(ActionIds.Status, "", "Keep it"));

    private static bool CanWithdraw(Intro intro) =>
        intro.Stage is IntroStage.Asked or IntroStage.Searching or IntroStage.Offered or IntroStage.Unmatched;

    private static CardButton Withdraw(Intro intro) =>
        new(ActionIds.Withdraw, ButtonValue.Of(intro), $"Withdraw: {VisibleText.Shorten(intro.Ask.Who, MaxOfWho)}", ButtonStyle.Danger);
}
