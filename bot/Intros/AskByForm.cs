using System.Collections.Immutable;
using IntroBot.Chat;
using IntroBot.Coaching;
using IntroBot.Decisions;

namespace IntroBot.Intros;

/// <summary>The ask as a form: the fields, then the drafted note with the coach's hints and the promises, then it is sent.</summary>
public sealed class AskByForm(IIntroStore intros, DraftCoach coach, TimeProvider clock)
{
    /// <summary>Opens the fields of a draft, from the chat or back from the note.</summary>
    public async Task<Reply> OpenAsync(Interaction.ButtonPressed pressed, CancellationToken token) =>
        (await WriteAsync(pressed, pressed.Value, intro => intro with { Drafting = intro.Drafting with { Field = "" } }, token))
            .Reply(draft => new Reply.OpenForm(AskForms.Fields(draft)));

    /// <summary>Opens the note of a draft whose fields were answered in the chat.</summary>
    public async Task<Reply> OpenReviewAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var id = ButtonValue.Read(pressed.Value).Intro;
        var draft = await intros.FindAsync(pressed.From.Ref.Workspace, id, token);
        return draft switch
        {
            null => new Reply.Say(RefusalCards.Of(Refusal.NotFound)),
            _ when draft.Asker.Ref != pressed.From.Ref => new Reply.Say(RefusalCards.Of(Refusal.NotYours)),
            { Stage: not IntroStage.Draft } => new Reply.Say(RefusalCards.Of(Refusal.NotNow)),
            _ => await ReviewAsync(draft, $"review:{pressed.Key}", token),
        };
    }

    /// <summary>Takes in the fields: whatever is right is kept at once, whatever is not gets a word beside it.</summary>
    public async Task<Reply> SubmitFieldsAsync(Interaction.FormSubmitted sent, CancellationToken token)
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

        var written = await WriteAsync(sent, sent.State, draft => Redraft(draft with { Ask = Fill(draft.Ask, sent.Answers, today) }), token);
        if (written is not Change<Intro>.Done { State: var kept } || errors.Count > 0)
        {
            return written.Reply(_ => new Reply.FieldErrors(errors.ToImmutable()));
        }

        var blocking = (await coach.ReadAsync(kept, token)).Where(hint => hint.Blocks && hint.Field != AskTemplate.Note).ToArray();
        return blocking.Length > 0
            ? new Reply.FieldErrors(blocking.DistinctBy(hint => hint.Field).ToImmutableDictionary(hint => hint.Field, hint => hint.Why))
            : await ReviewAsync(kept, $"review:{sent.Key}", token);
    }

    /// <summary>Takes in the note and the promises, and sends; a hint not seen before is shown once first.</summary>
    public async Task<Reply> SubmitReviewAsync(Interaction.FormSubmitted sent, CancellationToken token)
    {
        var id = ButtonValue.Read(sent.State).Intro;
        if (await intros.FindAsync(sent.From.Ref.Workspace, id, token) is { Stage: not IntroStage.Draft } gone && gone.Asker.Ref == sent.From.Ref && gone.AskedAt is not null)
        {
            return new Reply.Say(AskCards.Sent(gone));
        }

        var errors = ImmutableDictionary.CreateBuilder<string, string>();
        var ask = new Ask();
        foreach (var field in AskTemplate.Review)
        {
            switch (field.Write(ask, sent.Answers.Text(field.Id), coach.Today(sent.From)))
            {
                case FieldAnswer.Taken taken:
                    ask = taken.Ask;
                    break;
                case FieldAnswer.Wrong wrong:
                    errors[field.Id] = wrong.Sentence;
                    break;
            }
        }

        var written = await WriteAsync(
            sent, sent.State, draft => draft with { Ask = draft.Ask with { Note = ask.Note.Length > 0 ? ask.Note : draft.Ask.Note, Promised = ask.Promised } }, token);
        if (written is not Change<Intro>.Done { State: var kept } || errors.Count > 0)
        {
            return written.Reply(_ => new Reply.FieldErrors(errors.ToImmutable()));
        }

        var hints = await coach.ReadAsync(kept, token);
        if (hints.FirstOrDefault(hint => hint.Blocks) is { } blocking)
        {
            return new Reply.FieldErrors(ImmutableDictionary<string, string>.Empty.Add(AskTemplate.Note, blocking.Why));
        }

        return hints.Any(hint => !kept.Drafting.Seen.Contains(hint.Rule))
            ? await ReviewAsync(kept, $"review:{sent.Key}", token)
            : await SendAsync(sent, kept.Id, token);
    }

    /// <summary>Sends a draft written in the chat; the button's label is the promise.</summary>
    public async Task<Reply> SendFromChatAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var id = ButtonValue.Read(pressed.Value).Intro;
        var draft = await intros.FindAsync(pressed.From.Ref.Workspace, id, token);
        if (draft is not { Stage: IntroStage.Draft } || draft.Asker.Ref != pressed.From.Ref)
        {
            return await SendAsync(pressed, id, token);
        }

        var complete = AskTemplate.Fields.All(field => field.Write(new Ask(), field.Read(draft.Ask), coach.Today(pressed.From)) is FieldAnswer.Taken);
        if (!complete)
        {
            return new Reply.OpenForm(AskForms.Fields(draft));
        }

        var hints = await coach.ReadAsync(draft, token);
        return hints.Any(hint => hint.Blocks)
            ? new Reply.Say(AskCards.Review(draft, hints))
            : await SendAsync(pressed, id, token);
    }

    public async Task<Reply> DiscardAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var id = ButtonValue.Read(pressed.Value).Intro;
        var change = await intros.ChangeAsync(
            pressed.From.Ref.Workspace, id, ButtonValue.Act("discard", pressed.From), intro => DraftDecisions.Discard(intro, pressed.From, clock.GetUtcNow()), token);
        return change.Reply(_ => new Reply.Replace(AskCards.Discarded));
    }

    private async Task<Reply> SendAsync(Interaction from, IntroId id, CancellationToken token) =>
        (await intros.ChangeAsync(
            from.From.Ref.Workspace, id, ButtonValue.Act("send", from.From), intro => DraftDecisions.Send(intro, from.From, clock.GetUtcNow()), token))
            .Reply(sent => new Reply.Say(AskCards.Sent(sent)));

    /// <summary>Shows the note with the hints, and remembers which were shown.</summary>
    private async Task<Reply> ReviewAsync(Intro draft, string operation, CancellationToken token)
    {
        var hints = await coach.ReadAsync(draft, token);
        var shown = await intros.ChangeAsync(
            draft.Workspace,
            draft.Id,
            operation,
            intro => DraftDecisions.Write(
                intro,
                draft.Asker,
                each => each with { Drafting = each.Drafting with { Seen = [.. each.Drafting.Seen.Union(hints.Select(hint => hint.Rule))] } },
                clock.GetUtcNow()),
            token);
        return shown.Reply(each => new Reply.OpenForm(AskForms.Review(each, hints)));
    }

    private Task<Change<Intro>> WriteAsync(Interaction from, string value, Func<Intro, Intro> change, CancellationToken token) => intros.ChangeAsync(
        from.From.Ref.Workspace,
        ButtonValue.Read(value).Intro,
        $"ev:{from.Key}",
        intro => DraftDecisions.Write(intro, from.From, change, clock.GetUtcNow()),
        token);

    private static Ask Fill(Ask ask, FormAnswers answers, DateOnly today) => AskTemplate.Fields.Aggregate(
        ask, (filled, field) => field.Write(filled, Answer(answers, field), today) is FieldAnswer.Taken taken ? taken.Ask : filled);

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
