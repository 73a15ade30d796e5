using IntroBot.Platforms;
using IntroBot.Slack.BlockKit;

namespace IntroBot.Slack.Inbound;

/// <summary>
/// Clicks, on messages, in modals and at home. Anyone who sees a message can click, also people of other workspaces; whether they may act
/// is decided by the story, and whether they are at home here before that.
/// </summary>
internal sealed class SlackButtons(SlackTurn turn, SlackReplies replies, SlackChats chats)
{
    private const string Button = "button";
    private const int MaxValueLength = 2000;

    public async Task<SlackAnswer> AnswerAsync(InteractionPayload payload, bool mayAsk, CancellationToken token)
    {
        if (payload is not { TriggerId: { Length: > 0 } trigger, Actions: [{ ActionId: { } actionId } action, ..] }
            || action.Value is { Length: > MaxValueLength })
        {
            return new SlackAnswer.BadRequest();
        }

        if (action.Type is not (null or Button))
        {
            // An input that tells of every change: what it holds is read when the form is sent in.
            return new SlackAnswer.Empty();
        }

        return await turn.RunAsync(
            SlackAct.Of(payload, mayAsk, () => TargetOfAsync(payload, token)),
            actor => Task.FromResult<TurnStep>(new TurnStep.Dispatch(
                new Interaction.ButtonPressed(actor.Person, actor.KeyOf(trigger), BlockKitActions.ActionOf(actionId), action.Value ?? "")
                {
                    Typed = payload.View?.State?.Values is { } values ? StateValues.Read(values) : FormAnswers.Empty,
                })),
            token);
    }

    /// <summary>Shows a card to the person who pressed, where they pressed.</summary>
    public async Task<SlackAnswer> SayAsync(Card card, InteractionPayload payload, CancellationToken token) =>
        payload is { InstalledTeam: { } team, User.Id: { } user, TriggerId: { } trigger }
            ? await replies.SayAsync(card, new SlackUserRef(team, user), await TargetOfAsync(payload, token), trigger, token)
            : new SlackAnswer.Empty();

    private async Task<ReplyTarget> TargetOfAsync(InteractionPayload payload, CancellationToken token) => payload.View switch
    {
        { Type: "home" } => new ReplyTarget.Home(payload.TriggerId!),
        { Id: { } view } => new ReplyTarget.Modal(view),
        _ => new ReplyTarget.Message(
            payload.TriggerId!, payload.ResponseUrl, payload.Container is not { IsEphemeral: true } && await IsChatAsync(payload, token),
            SlackIds.Ts(payload.Container?.ThreadTs)),
    };

    private Task<bool> IsChatAsync(InteractionPayload payload, CancellationToken token) =>
        chats.IsChatAsync(
            new SlackUserRef(payload.InstalledTeam!, payload.User!.Id!), payload.Container?.ChannelId ?? payload.Channel?.Id, token);
}
