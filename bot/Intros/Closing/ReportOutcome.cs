using IntroBot.Givers;

namespace IntroBot.Intros.Closing;

/// <summary>Handles the asker's outcome and thanks.</summary>
public sealed class ReportOutcome(IIntroStore intros, IGiverStore givers, TimeProvider clock)
{
    public Task<Reply> MetAsync(Interaction.ButtonPressed pressed, CancellationToken token) => ReportAsync(pressed, Outcome.Met, token);

    public Task<Reply> NeverRepliedAsync(Interaction.ButtonPressed pressed, CancellationToken token) =>
        ReportAsync(pressed, Outcome.NeverReplied, token);

    public Task<Reply> WentNowhereAsync(Interaction.ButtonPressed pressed, CancellationToken token) =>
        ReportAsync(pressed, Outcome.WentNowhere, token);

    public async Task<Reply> NotYetAsync(Interaction.ButtonPressed pressed, CancellationToken token) =>
        (await ChangeAsync(
            pressed, pressed.Value, $"{IntroOperations.NotYet}:{pressed.IdempotencyKey}", intro =>
                LoopDecisions.NotYet(intro, pressed.From, clock.GetUtcNow()), token))
            .Reply(intro => new Reply.Replace(LoopCards.NotYet(intro)));

    /// <summary>Opens the thank-you again for an outcome already told.</summary>
    public Task<Reply> OpenThanksAsync(Interaction.ButtonPressed pressed, CancellationToken token) =>
        OpenThanksAsync(pressed.From, pressed.Value, token);

    private async Task<Reply> OpenThanksAsync(Person asker, string value, CancellationToken token)
    {
        var intro = await intros.FindAsync(asker.Ref.Workspace, ButtonValue.Read(value).Intro, token);
        return intro switch
        {
            null => new Reply.Say(RefusalCards.Of(Refusal.NotFound)),
            _ when intro.Asker.Ref != asker.Ref => new Reply.Say(RefusalCards.Of(Refusal.NotYours)),
            { Stage: IntroStage.Connected, Outcome: not null } => new Reply.OpenForm(LoopCards.ThanksForm(intro)),
            { Stage: IntroStage.Closed, Accepted: not null } => new Reply.Say(LoopCards.Closed(intro)),
            _ => new Reply.Say(RefusalCards.Of(Refusal.NotNow)),
        };
    }

    public async Task<Reply> SubmitThanksAsync(Interaction.FormSubmitted sent, CancellationToken token)
    {
        var thanks = sent.Answers.Text(LoopCards.ThanksField);
        var worth = sent.Answers.Text(LoopCards.WorthField);
        var errors = ImmutableDictionary<string, string>.Empty;
        if (thanks.Length is < LoopCards.MinThanksLength or > LoopCards.MaxThanksLength)
        {
            errors = errors.Add(
                LoopCards.ThanksField,
                thanks.Length < LoopCards.MinThanksLength
                    ? "A word or two, please; it is the whole reward."
                    : $"At most {LoopCards.MaxThanksLength} characters, please; this has {thanks.Length}.");
        }

        if (worth.Length > LoopCards.MaxWorthLength)
        {
            errors = errors.Add(LoopCards.WorthField, $"At most {LoopCards.MaxWorthLength} characters, please; this has {worth.Length}.");
        }

        if (errors.Count > 0)
        {
            return (await OpenThanksAsync(sent.From, sent.State, token)).WithErrors(errors);
        }

        var change = await ChangeAsync(
            sent, sent.State, IntroOperations.Thanks,
            intro => LoopDecisions.SayThanks(intro, sent.From, worth, thanks, clock.GetUtcNow()), token);
        var gives = await givers.FindAsync(sent.From.Ref, token) is { OptedIn: true };
        return change.Reply(intro => new Reply.Say(gives ? LoopCards.Closed(intro) : LoopCards.ClosedWithInvitation(intro)));
    }

    private async Task<Reply> ReportAsync(Interaction.ButtonPressed pressed, Outcome outcome, CancellationToken token) =>
        (await ChangeAsync(
            pressed, pressed.Value, $"{IntroOperations.Told}:{OutcomeNames.Of(outcome)}:{pressed.IdempotencyKey}",
            intro => LoopDecisions.Report(intro, pressed.From, outcome, clock.GetUtcNow()), token))
            .Reply(intro => new Reply.OpenForm(LoopCards.ThanksForm(intro)));

    private Task<Change<Intro>> ChangeAsync(
        Interaction from, string value, string operation, Func<Intro?, Decision<Intro>> decide, CancellationToken token) =>
        intros.ChangeAsync(
            from.From.Ref.Workspace, ButtonValue.Read(value).Intro, ButtonValue.IdempotencyKey(operation, from.From), decide, token);
}
