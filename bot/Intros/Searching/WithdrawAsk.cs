using IntroBot.Coaching;
using IntroBot.Givers;
using IntroBot.Intros.Drafting;

namespace IntroBot.Intros.Searching;

/// <summary>Lets an asker withdraw, try other topics or close, as long as there is no yes.</summary>
public sealed class WithdrawAsk(IIntroStore intros, DraftCoach coach, SuggestTags suggest, TimeProvider clock)
{
    public async Task<Reply> WithdrawAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var change = await ChangeAsync(
            pressed, pressed.Value, IntroOperations.Withdraw,
            intro => SearchDecisions.Withdraw(intro, pressed.From, clock.GetUtcNow()), token);
        return change is Change<Intro>.Refused { Why: Refusal.NotNow, State.IsLoopOpen: true }
            ? new Reply.Say(Card.Titled($"Somebody said yes already")
                .Say($"Please tell them yourself in your conversation; a short word is kindest."))
            : change.Reply(_ => new Reply.Replace(AskCards.Withdrawn));
    }

    public Task<Reply> OpenOtherTopicsAsync(Interaction.ButtonPressed pressed, CancellationToken token) =>
        OpenOtherTopicsAsync(pressed.From, pressed.Value, token);

    private async Task<Reply> OpenOtherTopicsAsync(Person asker, string value, CancellationToken token)
    {
        var intro = await intros.FindAsync(asker.Ref.Workspace, ButtonValue.Read(value).Intro, token);
        return intro switch
        {
            null => new Reply.Say(RefusalCards.Of(Refusal.NotFound)),
            _ when intro.Asker.Ref != asker.Ref => new Reply.Say(RefusalCards.Of(Refusal.NotYours)),
            { Stage: not IntroStage.Unmatched } => new Reply.Say(RefusalCards.Of(Refusal.NotNow)),
            _ => new Reply.OpenForm(AskForms.OtherTopics(intro, await suggest.MostListedAsync(intro.Workspace, token))),
        };
    }

    public async Task<Reply> SubmitOtherTopicsAsync(Interaction.FormSubmitted sent, CancellationToken token)
    {
        var field = AskTemplate.Field(AskTemplate.Topics);
        var answer = field.Write(new Ask(), string.Join(',', sent.Answers.Tags(field.Id)), coach.Today(sent.From));
        if (answer is FieldAnswer.Wrong wrong)
        {
            var form = await OpenOtherTopicsAsync(sent.From, sent.State, token);
            return form.WithErrors(ImmutableDictionary<string, string>.Empty.Add(field.Id, wrong.Sentence));
        }

        var topics = ((FieldAnswer.Taken)answer).Ask.Topics;
        return (await ChangeAsync(
            sent, sent.State, $"ev:{sent.IdempotencyKey}",
            intro => SearchDecisions.TryOtherTopics(intro, sent.From, topics, clock.GetUtcNow()), token))
            .Reply(_ => new Reply.Say(AskCards.SearchingAgain));
    }

    public async Task<Reply> CloseAsync(Interaction.ButtonPressed pressed, CancellationToken token) =>
        (await ChangeAsync(
            pressed, pressed.Value, IntroOperations.CloseUnmatched,
            intro => SearchDecisions.CloseUnmatched(intro, pressed.From, clock.GetUtcNow()), token))
            .Reply(_ => new Reply.Replace(AskCards.ClosedUnmatched));

    private Task<Change<Intro>> ChangeAsync(
        Interaction from, string value, string operation, Func<Intro?, Decision<Intro>> decide, CancellationToken token) =>
        intros.ChangeAsync(
            from.From.Ref.Workspace, ButtonValue.Read(value).Intro, ButtonValue.IdempotencyKey(operation, from.From), decide, token);
}
