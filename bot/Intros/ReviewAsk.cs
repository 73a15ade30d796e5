using System.Collections.Immutable;
using IntroBot.Chat;
using IntroBot.Coaching;
using IntroBot.Decisions;

namespace IntroBot.Intros;

/// <summary>The drafted note with the coach's hints and the promises, from the form or from the chat; then the ask is sent.</summary>
public sealed class ReviewAsk(IIntroStore intros, DraftCoach coach, TimeProvider clock)
{
    /// <summary>Opens the note of a draft whose fields were answered in the chat.</summary>
    public async Task<Reply> OpenAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var id = ButtonValue.Read(pressed.Value).Intro;
        var draft = await intros.FindAsync(pressed.From.Ref.Workspace, id, token);
        return draft switch
        {
            null => new Reply.Say(RefusalCards.Of(Refusal.NotFound)),
            _ when draft.Asker.Ref != pressed.From.Ref => new Reply.Say(RefusalCards.Of(Refusal.NotYours)),
            { Stage: not IntroStage.Draft } => new Reply.Say(RefusalCards.Of(Refusal.NotNow)),
            _ => await ShowAsync(draft, pressed.Key, token),
        };
    }

    /// <summary>Shows the note with the hints, and remembers which were shown.</summary>
    public async Task<Reply> ShowAsync(Intro draft, string key, CancellationToken token)
    {
        var hints = await coach.ReadAsync(draft, token);
        var shown = await intros.ChangeAsync(
            draft.Workspace,
            draft.Id,
            $"review:{key}",
            intro => DraftDecisions.Write(
                intro,
                draft.Asker,
                each => each with { Drafting = each.Drafting with { Seen = [.. each.Drafting.Seen.Union(hints.Select(hint => hint.Rule))] } },
                clock.GetUtcNow()),
            token);
        return shown.Reply(each => new Reply.OpenForm(AskForms.Review(each, hints)));
    }

    /// <summary>Takes in the note and the promises, and sends; a hint not seen before is shown once first.</summary>
    public async Task<Reply> SubmitAsync(Interaction.FormSubmitted sent, CancellationToken token)
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
            sent, draft => draft with { Ask = draft.Ask with { Note = ask.Note.Length > 0 ? ask.Note : draft.Ask.Note, Promised = ask.Promised } }, token);
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
            ? await ShowAsync(kept, sent.Key, token)
            : await SendAsync(sent, kept, token);
    }

    /// <summary>Sends a draft written in the chat; the button's label is the promise.</summary>
    public async Task<Reply> SendAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var id = ButtonValue.Read(pressed.Value).Intro;
        var draft = await intros.FindAsync(pressed.From.Ref.Workspace, id, token);
        if (draft is null)
        {
            return new Reply.Say(RefusalCards.Of(Refusal.NotFound));
        }

        var hints = await coach.ReadAsync(draft, token);
        return draft.Stage == IntroStage.Draft && draft.Asker.Ref == pressed.From.Ref && hints.Any(hint => hint.Blocks)
            ? new Reply.Say(AskCards.Review(draft, hints))
            : await SendAsync(pressed, draft, token);
    }

    private async Task<Reply> SendAsync(Interaction from, Intro draft, CancellationToken token)
    {
        var change = await intros.ChangeAsync(
            draft.Workspace, draft.Id, ButtonValue.Act("send", from.From), intro => DraftDecisions.Send(intro, from.From, clock.GetUtcNow()), token);
        return change is Change<Intro>.Refused { Why: Refusal.NotNow, State: { Stage: IntroStage.Draft } unfinished }
            ? new Reply.Say(AskCards.Unfinished(unfinished, AskTemplate.Missing(unfinished.Ask, coach.Today(from.From))))
            : change.Reply(sent => new Reply.Say(AskCards.Sent(sent)));
    }

    private Task<Change<Intro>> WriteAsync(Interaction.FormSubmitted sent, Func<Intro, Intro> change, CancellationToken token) => intros.ChangeAsync(
        sent.From.Ref.Workspace,
        ButtonValue.Read(sent.State).Intro,
        $"ev:{sent.Key}",
        intro => DraftDecisions.Write(intro, sent.From, change, clock.GetUtcNow()),
        token);
}
