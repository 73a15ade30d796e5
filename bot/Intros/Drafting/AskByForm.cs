using IntroBot.Coaching;
using IntroBot.Givers;

namespace IntroBot.Intros.Drafting;

/// <summary>The fields of an ask as a form; the note follows in <see cref="ReviewAsk"/>.</summary>
public sealed class AskByForm(IIntroStore intros, DraftCoach coach, SuggestTags suggest, TimeProvider clock)
{
    /// <summary>Opens the fields of a draft, from the chat or back from the note, which stays as it was.</summary>
    public async Task<Reply> OpenAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var today = coach.Today(pressed.From);
        var written = await intros.ChangeAsync(
            pressed.From.Ref.Workspace,
            ButtonValue.Read(pressed.Value).Intro,
            $"ev:{pressed.IdempotencyKey}",
            intro => DraftDecisions.Write(
                intro,
                pressed.From,
                draft => draft with
                {
                    Ask = Fill(draft.Ask, Typed(pressed.Typed), pressed.Typed, today),
                    Drafting = draft.Drafting with { Field = "" },
                },
                clock.GetUtcNow()),
            token);
        var suggestions = await suggest.MostListedAsync(pressed.From.Ref.Workspace, token);
        return written.Reply(draft => new Reply.OpenForm(AskForms.Fields(draft, suggestions)));
    }

    /// <summary>Stores the valid fields at once and shows an error beside the others. Then opens the note with its hints.</summary>
    public async Task<Reply> SubmitAsync(Interaction.FormSubmitted sent, CancellationToken token)
    {
        var today = coach.Today(sent.From);
        var wrong = Wrong(sent.Answers, today);
        var own = await coach.OwnAsync(sent.From, token);
        var written = await intros.ChangeAsync(
            own,
            sent,
            sent.State,
            $"ev:{sent.IdempotencyKey}",
            intro => DraftDecisions.Write(
                intro, sent.From,
                draft => Taken(Redraft(draft with { Ask = Fill(draft.Ask, AskTemplate.Fields, sent.Answers, today) })), clock.GetUtcNow()),
            token);
        return written is Change<Intro>.Done { State: var stopped } && Errors(stopped) is { Count: > 0 } errors
            ? new Reply.FieldErrors(AskForms.Fields(stopped, await suggest.MostListedAsync(stopped.Workspace, token)), errors)
            : written.Reply(draft => new Reply.OpenForm(AskForms.Review(draft, coach.Review(draft, own))));

        Intro Taken(Intro draft) => Errors(draft).Count > 0 ? draft : coach.Shown(draft, own);
        ImmutableDictionary<string, string> Errors(Intro draft) => wrong.Count > 0 ? wrong : Blocked(coach.Review(draft, own));
    }

    private static ImmutableDictionary<string, string> Wrong(FormAnswers answers, DateOnly today) => AskTemplate.Fields
        .Select(field => (field.Id, Answer: field.Write(new Ask(), Answer(answers, field), today)))
        .Where(each => each.Answer is FieldAnswer.Wrong)
        .ToImmutableDictionary(each => each.Id, each => ((FieldAnswer.Wrong)each.Answer).Sentence);

    private static ImmutableDictionary<string, string> Blocked(ImmutableArray<Hint> hints) => hints
        .Where(hint => hint.Blocks && hint.Field != AskTemplate.Note)
        .DistinctBy(hint => hint.Field)
        .ToImmutableDictionary(hint => hint.Field, hint => hint.Why);

    /// <summary>The ask with every valid answer; invalid ones leave their field unchanged.</summary>
    internal static Ask Fill(Ask ask, IEnumerable<AskField> fields, FormAnswers answers, DateOnly today) => fields.Aggregate(
        ask, (filled, field) => field.Write(filled, Answer(answers, field), today) is FieldAnswer.Taken taken ? taken.Ask : filled);

    /// <summary>The fields of the form that a person left by its second button.</summary>
    internal static IEnumerable<AskField> Typed(FormAnswers answers) =>
        AskTemplate.Fields.Concat(AskTemplate.Review).Where(field => answers.Has(field.Id));

    private static string Answer(FormAnswers answers, AskField field) =>
        field.Kind == FieldKind.Tags ? string.Join(',', answers.Tags(field.Id)) : answers.Text(field.Id);

    /// <summary>Drafts the note again unless the asker has edited it.</summary>
    internal static Intro Redraft(Intro draft)
    {
        if (draft.Ask.Note.Length > 0 && draft.Ask.Note != draft.Drafting.Drafted)
        {
            return draft;
        }

        var note = NoteDraft.Of(draft.Ask, draft.Asker.Name);
        return draft with { Ask = draft.Ask with { Note = note }, Drafting = draft.Drafting with { Drafted = note } };
    }
}
