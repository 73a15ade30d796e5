using IntroBot.Chat.Interactions;
using IntroBot.Coaching;
using IntroBot.Coaching.English.Text;
using IntroBot.Decisions;
using IntroBot.Givers;

namespace IntroBot.Intros.Drafting;

/// <summary>Begins an ask, or takes up the draft that waits; one draft a person.</summary>
public sealed class StartAsk(IIntroStore intros, SuggestTags suggest, TimeProvider clock)
{
    /// <summary>Opens the form on a new draft, or asks what to do with one half written.</summary>
    public async Task<Reply> StartAsync(Interaction from, string who, CancellationToken token)
    {
        var draft = await DraftOfAsync(from.From, token);
        if (draft is not null && !draft.IsBlank())
        {
            return new Reply.Say(AskCards.DraftWaits(draft));
        }

        var suggestions = await suggest.MostListedAsync(from.From.Ref.Workspace, token);
        return (await BeginAsync(from, draft, field: "", FirstWords(who).Who, token))
            .Reply(started => new Reply.OpenForm(AskForms.Fields(started, suggestions)));
    }

    /// <summary>Begins in the chat with the first words as the answer to the first question.</summary>
    public async Task<Reply> StartInChatAsync(Interaction from, string words, CancellationToken token)
    {
        var draft = await DraftOfAsync(from.From, token);
        if (draft is not null && !draft.IsBlank())
        {
            return new Reply.Say(AskCards.DraftWaits(draft));
        }

        var (who, mend) = FirstWords(words);
        var next = AskTemplate.Fields[mend is null ? 1 : 0];
        return (await BeginAsync(from, draft, next.Id, who, token))
            .Reply(started => new Reply.Converse(AskCards.Question(started, next, mend)));
    }

    /// <summary>Discards the draft that waits and begins a new one.</summary>
    public async Task<Reply> StartAfreshAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var old = ButtonValue.Read(pressed.Value).Intro;
        await intros.ChangeAsync(
            pressed.From.Ref.Workspace, old, ButtonValue.IdempotencyKey("discard", pressed.From),
            intro => DraftDecisions.Discard(intro, pressed.From, clock.GetUtcNow()), token);
        return await StartAsync(pressed, "", token);
    }

    public async Task<Reply> DiscardAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var id = ButtonValue.Read(pressed.Value).Intro;
        var change = await intros.ChangeAsync(
            pressed.From.Ref.Workspace, id, ButtonValue.IdempotencyKey("discard", pressed.From),
            intro => DraftDecisions.Discard(intro, pressed.From, clock.GetUtcNow()), token);
        return change.Reply(_ => new Reply.Replace(AskCards.Discarded));
    }

    public async Task<Intro?> DraftOfAsync(Person asker, CancellationToken token) =>
        (await intros.OfAsync(asker.Ref, token)).FirstOrDefault(intro => intro.Stage == IntroStage.Draft && intro.Asker.Ref == asker.Ref);

    private async Task<Change<Intro>> BeginAsync(Interaction from, Intro? blank, string field, string who, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        if (blank is not null)
        {
            return await intros.ChangeAsync(
                blank,
                $"ev:{from.IdempotencyKey}",
                intro => DraftDecisions.Write(
                    intro, from.From,
                    each => each with { Ask = each.Ask with { Who = who }, Drafting = each.Drafting with { Field = field } }, now),
                token);
        }

        var id = IntroIds.From(from.From.Ref, from.IdempotencyKey);
        return await intros.BeginAsync(
            from.From.Ref, id, $"ev:{from.IdempotencyKey}",
            existing => DraftDecisions.Start(existing, id, from.From, field, new Ask { Who = who }, now), now, token);
    }

    /// <summary>The first words as the answer to the first question, or what is wrong with them as that.</summary>
    private static (string Who, string? Mend) FirstWords(string words) =>
        AskTemplate.Fields[0].Write(new Ask(), LeadIn.Without(words), DateOnly.MinValue) switch
        {
            FieldAnswer.Taken taken => (taken.Ask.Who, null),
            FieldAnswer.Wrong wrong => ("", wrong.Sentence),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
