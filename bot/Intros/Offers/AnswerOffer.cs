namespace IntroBot.Intros.Offers;

/// <summary>Handles a giver's answer to an offer.</summary>
public sealed class AnswerOffer(IIntroStore intros, TimeProvider clock)
{
    public Task<Reply> AcceptAsync(Interaction.ButtonPressed pressed, CancellationToken token) =>
        AnswerAsync(
            pressed, IntroOperations.Accept, (intro, offer) => OfferDecisions.Accept(intro, offer, pressed.From, clock.GetUtcNow()), token);

    public Task<Reply> DeclineAsync(Interaction.ButtonPressed pressed, CancellationToken token) =>
        AnswerAsync(
            pressed, IntroOperations.Decline,
            (intro, offer) => OfferDecisions.Decline(intro, offer, pressed.From, andPause: false, clock.GetUtcNow()), token);

    public Task<Reply> DeclineAndPauseAsync(Interaction.ButtonPressed pressed, CancellationToken token) =>
        AnswerAsync(
            pressed, IntroOperations.DeclineAndPause,
            (intro, offer) => OfferDecisions.Decline(intro, offer, pressed.From, andPause: true, clock.GetUtcNow()), token);

    /// <summary>Shows an offer in the channel to its giver, with the buttons; it changes no state.</summary>
    public async Task<Reply> ShowAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var value = ButtonValue.Read(pressed.Value);
        var intro = await intros.FindAsync(pressed.From.Ref.Workspace, value.Intro, token);
        return intro?.Find(value.Offer) switch
        {
            null => new Reply.Say(RefusalCards.Of(Refusal.NotFound)),
            { Giver: var giver } when giver.Ref != pressed.From.Ref => new Reply.Say(RefusalCards.Of(Refusal.NotYours)),
            { Status: OfferStatus.Open } offer => new Reply.Replace(OfferCards.InChannel(intro, offer)),
            var offer => new Reply.Replace(OfferCards.OverInChannel(offer)),
        };
    }

    private async Task<Reply> AnswerAsync(
        Interaction.ButtonPressed pressed, string verb, Func<Intro?, OfferId, Decision<Intro>> decide, CancellationToken token)
    {
        var value = ButtonValue.Read(pressed.Value);
        var change = await intros.ChangeAsync(
            pressed.From.Ref.Workspace, value.Intro, ButtonValue.IdempotencyKey($"act:{value.Offer}:{verb}", pressed.From),
            intro => decide(intro, value.Offer), token);
        return change.Reply(intro => intro.Find(value.Offer) switch
        {
            null => new Reply.Say(RefusalCards.Of(Refusal.NotFound)),
            // The card in the channel changes by its notice, which does not reveal what this giver answered.
            { } offer when value.IsPublic => new Reply.Say(OfferCards.Over(intro, offer)),
            { } offer => new Reply.Replace(OfferCards.Over(intro, offer)),
        });
    }
}
