using IntroBot.Conversation;
using IntroBot.Platforms;
using IntroBot.Slack.BlockKit;

namespace IntroBot.Slack.Inbound;

/// <summary>Modals sent in, and the menus in them; <see href="https://docs.slack.dev/surfaces/modals"/>.</summary>
internal sealed class SlackForms(SlackTurn turn, Admission admission, Dispatcher dispatcher)
{
    private const int MaxTypedLength = 200;

    public async Task<SlackAnswer> AnswerAsync(InteractionPayload payload, CancellationToken token)
    {
        if (payload is not { TriggerId: { Length: > 0 } trigger, View: { CallbackId: { Length: > 0 } form } view })
        {
            return new SlackAnswer.BadRequest();
        }

        var answers = view.State?.Values is { } values ? StateValues.Read(values) : FormAnswers.Empty;
        var answer = await turn.RunAsync(
            SlackAct.Of(payload, mayAsk: true, () => Task.FromResult<ReplyTarget>(new ReplyTarget.Submission())),
            actor => Task.FromResult<TurnStep>(new TurnStep.Dispatch(
                new Interaction.FormSubmitted(actor.Person, actor.KeyOf(trigger), form, view.PrivateMetadata ?? "", answers))),
            token);
        return answer is SlackAnswer.Unidentified ? Apologize(payload) : answer;
    }

    /// <summary>Options for the words typed in a menu; a stranger finds it empty.</summary>
    public async Task<SlackAnswer> SuggestAsync(InteractionPayload payload, CancellationToken token)
    {
        var typed = payload.Value ?? "";
        var entry = await admission.AdmitAsync(payload.InstalledTeam, payload.User?.Id, payload.Enterprise?.Id, mayAsk: true, token);
        if (entry is AdmissionResult<Actor>.Ignored || payload.BlockId is not { } input)
        {
            return new SlackAnswer.BadRequest();
        }

        var reply = entry is AdmissionResult<Actor>.Admitted { Actor: var actor } && typed.Length <= MaxTypedLength
            ? await dispatcher.DispatchAsync(
                new Interaction.OptionsAsked(actor.Person, actor.KeyOf(payload.TriggerId ?? "options"), input, typed), token)
            : new Reply.Nothing();
        return SlackAnswer.Of(BlockKitOptions.Suggest(reply is Reply.Options options ? options.Values : []));
    }

    /// <summary>Keeps the modal open, so that nothing typed in it is lost.</summary>
    public static SlackAnswer Apologize(InteractionPayload payload) => FirstInput(payload) is { } input
        ? SlackAnswer.Of(ViewAction.Wrong(ImmutableDictionary<string, string>.Empty.Add(
            input, "That did not work, and it is my fault. Please send it again in a minute.")))
        : SlackAnswer.Of(ViewAction.Update(BlockKitViews.Card(AdmissionCards.Broken)));

    private static string? FirstInput(InteractionPayload payload) =>
        payload.View?.State?.Values is { ValueKind: JsonValueKind.Object } values
            ? StateValues.Blocks(values).FirstOrDefault()
            : null;
}
