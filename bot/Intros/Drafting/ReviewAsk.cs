using IntroBot.Coaching;

namespace IntroBot.Intros.Drafting;

/// <summary>The review of a drafted note with the coach's hints and the promises, in form or chat; then the ask is sent.</summary>
public sealed class ReviewAsk(IIntroStore intros, DraftCoach coach, TimeProvider clock)
{
    /// <summary>Opens the note of a draft that was answered in the chat, and records the hints shown.</summary>
    public async Task<Reply> OpenAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var own = await coach.OwnAsync(pressed.From, token);
        var shown = await intros.ChangeAsync(
            own, pressed, pressed.Value, $"ev:{pressed.IdempotencyKey}",
            intro => DraftDecisions.Write(intro, pressed.From, draft => coach.Shown(draft, own), clock.GetUtcNow()), token);
        return shown.Reply(draft => Form(draft, own));
    }

    /// <summary>Stores the note and the promises, and sends; a new hint is shown once before.</summary>
    public async Task<Reply> SubmitAsync(Interaction.FormSubmitted sent, CancellationToken token)
    {
        var (ask, wrong) = Validate(sent);
        var own = await coach.OwnAsync(sent.From, token);
        var decided = await intros.ChangeAsync(own, sent, sent.State, $"ev:{sent.IdempotencyKey}", Decide, token);
        return decided.Reply(intro => intro switch
        {
            { Stage: not IntroStage.Draft } => new Reply.Say(AskCards.Sent(intro)),
            _ when Errors(intro) is { Count: > 0 } errors => new Reply.FieldErrors(AskForms.Review(intro, Shown(intro, own)), errors),
            _ when Missing(intro, sent.From) is { Length: > 0 } missing => new Reply.Say(AskCards.Unfinished(intro, missing)),
            _ => Form(intro, own),
        });

        Decision<Intro> Decide(Intro? intro) => intro?.AskedAt is not null && intro.Asker.Ref == sent.From.Ref
            ? Step.Unchanged
            : DraftDecisions.Write(intro, sent.From, draft => draft with { Ask = Reviewed(draft.Ask) }, clock.GetUtcNow()).Then(SendOrKeep);

        Ask Reviewed(Ask drafted) =>
            drafted with { Note = ask.Note.Length > 0 ? ask.Note : drafted.Note, Promised = ask.Promised };

        // The note is stored even if something prevents sending.
        Decision<Intro> SendOrKeep(Intro draft)
        {
            if (Errors(draft).Count > 0 || Missing(draft, sent.From).Length > 0)
            {
                return Step.Keep(draft);
            }

            return coach.Review(draft, own).Any(hint => !draft.Drafting.Seen.Contains(hint.Rule))
                ? Step.Keep(coach.Shown(draft, own))
                : DraftDecisions.Send(draft, sent.From, clock.GetUtcNow());
        }

        ImmutableDictionary<string, string> Errors(Intro draft) => wrong.Count > 0
            ? wrong
            : coach.Review(draft, own).FirstOrDefault(hint => hint.Blocks) is { } blocking
                ? wrong.Add(AskTemplate.Note, blocking.Why)
                : wrong;
    }

    /// <summary>Sends a draft written in the chat; pressing the button is the promise.</summary>
    public async Task<Reply> SendAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var own = await coach.OwnAsync(pressed.From, token);
        var key = ButtonValue.IdempotencyKey(IntroOperations.Send, pressed.From);
        return await intros.ChangeAsync(own, pressed, pressed.Value, key, Decide, token) switch
        {
            Change<Intro>.Done { State: { Stage: IntroStage.Draft } blocked } =>
                new Reply.Say(AskCards.Review(blocked, coach.Review(blocked, own))),
            Change<Intro>.Refused { Why: Refusal.NotNow, State: { Stage: IntroStage.Draft } unfinished } =>
                new Reply.Say(AskCards.Unfinished(unfinished, Missing(unfinished, pressed.From))),
            var change => change.Reply(sent => new Reply.Say(AskCards.Sent(sent))),
        };

        Decision<Intro> Decide(Intro? intro) =>
            intro is { Stage: IntroStage.Draft } && intro.Asker.Ref == pressed.From.Ref && coach.Review(intro, own).Any(hint => hint.Blocks)
                ? Step.Unchanged
                : DraftDecisions.Send(intro, pressed.From, clock.GetUtcNow());
    }

    /// <summary>A form that is shown again has the hints it had: what is new is shown when nothing else stands in the way.</summary>
    private ImmutableArray<Hint> Shown(Intro draft, ImmutableArray<Intro> own) =>
        [.. coach.Review(draft, own).Where(hint => draft.Drafting.Seen.Contains(hint.Rule))];

    private Reply.OpenForm Form(Intro draft, ImmutableArray<Intro> own) => new(AskForms.Review(draft, coach.Review(draft, own)));

    private ImmutableArray<AskField> Missing(Intro draft, Person asker) => AskTemplate.Missing(draft.Ask, coach.Today(asker));

    /// <summary>The answers of the form, and their errors.</summary>
    private (Ask Ask, ImmutableDictionary<string, string> Wrong) Validate(Interaction.FormSubmitted sent)
    {
        var (ask, wrong) = (new Ask(), ImmutableDictionary<string, string>.Empty);
        foreach (var field in AskTemplate.Review)
        {
            switch (field.Write(ask, sent.Answers.Text(field.Id), coach.Today(sent.From)))
            {
                case FieldAnswer.Taken taken:
                    ask = taken.Ask;
                    break;
                case FieldAnswer.Wrong wrongAnswer:
                    wrong = wrong.Add(field.Id, wrongAnswer.Sentence);
                    break;
            }
        }

        return (ask, wrong);
    }
}
