using System.Collections.Immutable;
using IntroBot.Chat;
using IntroBot.Coaching;
using IntroBot.Decisions;
using IntroBot.Givers;

namespace IntroBot.Intros;

/// <summary>The fields of the ask as a form; the note follows in <see cref="ReviewAsk"/>.</summary>
public sealed class AskByForm(IIntroStore intros, ReviewAsk review, DraftCoach coach, SuggestTags suggest, TimeProvider clock)
{
    /// <summary>Opens the fields of a draft, from the chat or back from the note, which is kept as it was left.</summary>
    public async Task<Reply> OpenAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var today = coach.Today(pressed.From);
        var written = await WriteAsync(
            pressed,
            pressed.Value,
            draft => draft with { Ask = Fill(draft.Ask, Typed(pressed.Typed), pressed.Typed, today), Drafting = draft.Drafting with { Field = "" } },
            token);
        var suggestions = await suggest.MostListedAsync(pressed.From.Ref.Workspace, token);
        return written.Reply(draft => new Reply.OpenForm(AskForms.Fields(draft, suggestions)));
    }

    /// <summary>Takes in the fields: whatever is right is kept at once, whatever is not gets a word beside it.</summary>
    public async Task<Reply> SubmitAsync(Interaction.FormSubmitted sent, CancellationToken token)
    {
        var today = coach.Today(sent.From);
        var errors = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var field in AskTemplate.Fields)
        {
            if (field.Write(new Ask(), Answer(sent.Answers, field), today) is FieldAnswer.Wrong wrong)
            {
                errors[field.Id] = wrong.Sentence;
            }
        }

        var written = await WriteAsync(sent, sent.State, draft => Redraft(draft with { Ask = Fill(draft.Ask, AskTemplate.Fields, sent.Answers, today) }), token);
        if (written is not Change<Intro>.Done { State: var kept } || errors.Count > 0)
        {
            return written.Reply(_ => new Reply.FieldErrors(errors.ToImmutable()));
        }

        var blocking = (await coach.ReadAsync(kept, token)).Where(hint => hint.Blocks && hint.Field != AskTemplate.Note).ToArray();
        return blocking.Length > 0
            ? new Reply.FieldErrors(blocking.DistinctBy(hint => hint.Field).ToImmutableDictionary(hint => hint.Field, hint => hint.Why))
            : await review.ShowAsync(kept, sent.Key, token);
    }

    private Task<Change<Intro>> WriteAsync(Interaction from, string value, Func<Intro, Intro> change, CancellationToken token) => intros.ChangeAsync(
        from.From.Ref.Workspace,
        ButtonValue.Read(value).Intro,
        $"ev:{from.Key}",
        intro => DraftDecisions.Write(intro, from.From, change, clock.GetUtcNow()),
        token);

    /// <summary>The ask with every answer in it that stands; the others are left as they were.</summary>
    internal static Ask Fill(Ask ask, IEnumerable<AskField> fields, FormAnswers answers, DateOnly today) => fields.Aggregate(
        ask, (filled, field) => field.Write(filled, Answer(answers, field), today) is FieldAnswer.Taken taken ? taken.Ask : filled);

    /// <summary>The fields somebody had before them when they chose another way.</summary>
    internal static IEnumerable<AskField> Typed(FormAnswers answers) => AskTemplate.Fields.Concat(AskTemplate.Review).Where(field => answers.Has(field.Id));

    private static string Answer(FormAnswers answers, AskField field) =>
        field.Kind == FieldKind.Tags ? string.Join(',', answers.Tags(field.Id)) : answers.Text(field.Id);

    /// <summary>Drafts the note anew as long as its owner has not made it their own.</summary>
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
