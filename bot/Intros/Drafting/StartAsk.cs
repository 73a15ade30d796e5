using IntroBot.Chat;
using IntroBot.Coaching;
using IntroBot.Coaching.English.Text;
using IntroBot.Givers;

namespace IntroBot.Intros.Drafting;

/// <summary>Starts an ask, or continues an existing draft; each person has one draft.</summary>
public sealed class StartAsk(IIntroStore intros, SuggestTags suggest, TimeProvider clock)
{
    /// <summary>Opens the form of a new draft, or asks what to do with an unfinished one.</summary>
    public async Task<Reply> StartAsync(Interaction from, string who, CancellationToken token)
    {
        var own = await intros.OfAsync(from.From.Ref, token);
        var draft = DraftIn(own, from.From);
        if (draft is not null && !draft.IsBlank())
        {
            return new Reply.Say(AskCards.DraftWaits(draft));
        }

        var suggestions = await suggest.MostListedAsync(from.From.Ref.Workspace, token);
        return (await BeginAsync(from, own, field: "", new Ask { Who = FirstWords(who).Who }, token))
            .Reply(started => new Reply.OpenForm(AskForms.Fields(started, suggestions)));
    }

    /// <summary>Starts in the chat with the words for whom, and with the topics that the sentence names.</summary>
    public async Task<Reply> StartInChatAsync(Interaction from, string words, string sentence, CancellationToken token)
    {
        var own = await intros.OfAsync(from.From.Ref, token);
        var draft = DraftIn(own, from.From);
        if (draft is not null && !draft.IsBlank())
        {
            return new Reply.Say(AskCards.DraftWaits(draft));
        }

        var (who, error) = FirstWords(words);
        var ask = new Ask { Who = who, Topics = await suggest.NamedInAsync(from.From.Ref.Workspace, sentence, token) };
        var today = TimeZones.Today(clock.GetUtcNow(), from.From.TimeZone);
        var next = error is null ? AskTemplate.Missing(ask, today)[0] : AskTemplate.Fields[0];
        return (await BeginAsync(from, own, next.Id, ask, token))
            .Reply(started => started.Stage == IntroStage.Draft
                ? new Reply.Converse(AskCards.Question(started, next, error))
                : new Reply.Nothing());
    }

    /// <summary>Discards the existing draft and starts a new one.</summary>
    public async Task<Reply> StartAfreshAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var old = ButtonValue.Read(pressed.Value).Intro;
        await intros.ChangeAsync(
            pressed.From.Ref.Workspace, old, ButtonValue.IdempotencyKey(IntroOperations.Discard, pressed.From),
            intro => DraftDecisions.Discard(intro, pressed.From, clock.GetUtcNow()), token);
        return await StartAsync(pressed, "", token);
    }

    public async Task<Reply> DiscardAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var id = ButtonValue.Read(pressed.Value).Intro;
        var change = await intros.ChangeAsync(
            pressed.From.Ref.Workspace, id, ButtonValue.IdempotencyKey(IntroOperations.Discard, pressed.From),
            intro => DraftDecisions.Discard(intro, pressed.From, clock.GetUtcNow()), token);
        return change.Reply(_ => new Reply.Replace(AskCards.Discarded));
    }

    public async Task<Intro?> DraftOfAsync(Person asker, CancellationToken token) =>
        DraftIn(await intros.OfAsync(asker.Ref, token), asker);

    private static Intro? DraftIn(ImmutableArray<Intro> own, Person asker) =>
        own.FirstOrDefault(intro => intro.Stage == IntroStage.Draft && intro.Asker.Ref == asker.Ref);

    /// <summary>Begins with the blank draft there is, or a new one; what an earlier delivery has begun stays as it is.</summary>
    private async Task<Change<Intro>> BeginAsync(
        Interaction from, ImmutableArray<Intro> own, string field, Ask ask, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        if (DraftIn(own, from.From) is { } blank)
        {
            return await intros.ChangeAsync(
                blank,
                $"ev:{from.IdempotencyKey}",
                intro => DraftDecisions.Write(
                    intro, from.From,
                    each => each with { Ask = ask, Drafting = each.Drafting with { Field = field } }, now),
                token);
        }

        var id = IntroIds.From(from.From.Ref, from.IdempotencyKey);
        if (own.FirstOrDefault(intro => intro.Id == id) is { } begun)
        {
            return new Change<Intro>.Done(begun);
        }

        return await intros.BeginAsync(
            from.From.Ref, id, $"ev:{from.IdempotencyKey}",
            existing => DraftDecisions.Start(existing, id, from.From, field, ask, now), now, token);
    }

    /// <summary>The message as the answer to the first question, or the error that it gives.</summary>
    private static (string Who, string? Error) FirstWords(string words) =>
        AskTemplate.Fields[0].Write(new Ask(), LeadIn.Without(words), DateOnly.MinValue) switch
        {
            FieldAnswer.Taken taken => (taken.Ask.Who, null),
            FieldAnswer.Wrong wrong => ("", wrong.Sentence),
            _ => throw new UnreachableException(),
        };
}
