using IntroBot.Coaching;

namespace IntroBot.Intros.Drafting;

/// <summary>The ask field by field in the chat: answer, back, skip or cancel; every answer is stored at once.</summary>
public sealed class AskInChat(IIntroStore intros, DraftCoach coach, TimeProvider clock)
{
    /// <summary>The state after the last field, in which the note is reviewed and sent.</summary>
    private const string AtReview = "review";

    /// <summary>Continues a draft in the chat at the first open field, with what was typed in the form.</summary>
    public async Task<Reply> OpenAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var today = coach.Today(pressed.From);
        return await MoveAsync(pressed, ButtonValue.Read(pressed.Value).Intro, draft => ToFirstOpen(Filled(draft)), token);

        Intro Filled(Intro draft) => draft with { Ask = AskByForm.Fill(draft.Ask, AskByForm.Typed(pressed.Typed), pressed.Typed, today) };
        Intro ToFirstOpen(Intro draft) => At(draft, FirstOpen(draft));
    }

    public async Task<Reply> BackAsync(Interaction.ButtonPressed pressed, CancellationToken token) =>
        await MoveAsync(pressed, ButtonValue.Read(pressed.Value).Intro, draft => At(draft, Before(draft.Drafting.Field)), token);

    /// <summary>Skips the field of the button; a button of an outdated card skips nothing.</summary>
    public async Task<Reply> SkipAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var value = ButtonValue.Read(pressed.Value);
        return await MoveAsync(pressed, value.Intro, draft => draft.Drafting.Field == value.Rest ? Skip(draft) : draft, token);
    }

    public async Task<Reply> ChooseAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var value = ButtonValue.Read(pressed.Value);
        return await MoveAsync(
            pressed, value.Intro,
            draft => draft.Drafting.Field == AskTemplate.PurposeId && Answer(draft, value.Rest) is FieldAnswer.Taken taken
                ? Next(draft, taken.Ask)
                : draft,
            token);
    }

    /// <summary>Handles a plain message as the answer to the awaited field, or as a navigation command.</summary>
    public async Task<Reply> AnswerAsync(Interaction.MessageSent message, Intro draft, CancellationToken token)
    {
        var text = message.Text.Trim();
        return text.ToLowerInvariant() switch
        {
            "back" => await MoveAsync(message, draft.Id, each => At(each, Before(each.Drafting.Field)), token),
            "skip" => await MoveAsync(message, draft.Id, Skip, token),
            "cancel" => await CancelAsync(message, draft.Id, token),
            _ when draft.Drafting.Field == AtReview => await ShowAsync(draft, token),
            _ => await StoreAnswerAsync(message, draft, text, token),
        };
    }

    /// <summary>Whether words could be the answer that a draft awaits.</summary>
    public bool CouldAnswer(Intro draft, string text) => Answer(draft, text) is FieldAnswer.Taken;

    /// <summary>Takes words that could have been a command as the answer; of a field that is awaited no more, nothing.</summary>
    public async Task<Reply> UseAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var value = ButtonValue.Read(pressed.Value);
        var (field, text) = value.Rest.Split('|', 2) is [var name, var words] ? (name, words) : ("", "");
        return await intros.FindAsync(pressed.From.Ref.Workspace, value.Intro, token) switch
        {
            { } draft when draft.Asker.Ref == pressed.From.Ref && draft.Stage == IntroStage.Draft => draft.Drafting.Field == field
                ? await StoreAnswerAsync(pressed, draft, text, token)
                : await ShowAsync(draft, token),
            _ => new Reply.Say(RefusalCards.Of(Refusal.NotFound)),
        };
    }

    private async Task<Reply> StoreAnswerAsync(Interaction message, Intro draft, string text, CancellationToken token) =>
        Answer(draft, text) switch
        {
            FieldAnswer.Wrong wrong =>
                new Reply.Converse(AskCards.Question(draft, AskTemplate.Field(draft.Drafting.Field), wrong.Sentence)),
            FieldAnswer.Taken => await MoveAsync(
                message, draft.Id, each => Answer(each, text) is FieldAnswer.Taken taken ? Next(each, taken.Ask) : each, token),
            _ => throw new UnreachableException(),
        };

    private async Task<Reply> CancelAsync(Interaction.MessageSent message, IntroId id, CancellationToken token) =>
        (await intros.ChangeAsync(
            message.From.Ref.Workspace, id, ButtonValue.IdempotencyKey(IntroOperations.Discard, message.From),
            intro => DraftDecisions.Discard(intro, message.From, clock.GetUtcNow()), token))
            .Reply(_ => new Reply.Say(AskCards.Discarded));

    private async Task<Reply> MoveAsync(Interaction from, IntroId id, Func<Intro, Intro> move, CancellationToken token)
    {
        var change = await intros.ChangeAsync(
            from.From.Ref.Workspace, id, $"ev:{from.IdempotencyKey}", intro =>
                DraftDecisions.Write(intro, from.From, move, clock.GetUtcNow()), token);
        return change is Change<Intro>.Done done ? await ShowAsync(done.State, token) : change.Reply(_ => new Reply.Nothing());
    }

    private async Task<Reply> ShowAsync(Intro draft, CancellationToken token) => draft.Drafting.Field switch
    {
        AtReview => new Reply.Converse(AskCards.Review(draft, await coach.ReviewAsync(draft, token))),
        "" => new Reply.Say(AskCards.DraftWaits(draft)),
        var field => new Reply.Converse(AskCards.Question(draft, AskTemplate.Field(field))),
    };

    private FieldAnswer Answer(Intro draft, string text) => draft.Drafting.Field is "" or AtReview
        ? new FieldAnswer.Wrong("")
        : AskTemplate.Field(draft.Drafting.Field).Write(draft.Ask, text, coach.Today(draft.Asker));

    private static Intro Next(Intro draft, Ask ask) => At(draft with { Ask = ask }, After(draft.Drafting.Field));

    private static Intro Skip(Intro draft)
    {
        var field = AskTemplate.Fields.FirstOrDefault(each => each.Id == draft.Drafting.Field);
        return field is not null && (!field.Required || field.Read(draft.Ask).Length > 0) ? At(draft, After(field.Id)) : draft;
    }

    private static Intro At(Intro draft, string field)
    {
        var moved = draft with { Drafting = draft.Drafting with { Field = field } };
        return field == AtReview ? AskByForm.Redraft(moved) : moved;
    }

    private string FirstOpen(Intro draft) =>
        AskTemplate.Missing(draft.Ask, coach.Today(draft.Asker)).FirstOrDefault()?.Id ?? AtReview;

    private static string After(string field) =>
        Position(field) is var at && at + 1 < AskTemplate.Fields.Length ? AskTemplate.Fields[at + 1].Id : AtReview;

    private static string Before(string field) =>
        AskTemplate.Fields[Math.Max(0, (field == AtReview ? AskTemplate.Fields.Length : Position(field)) - 1)].Id;

    private static int Position(string field) => AskTemplate.Fields.Select(each => each.Id).ToList().IndexOf(field);
}
