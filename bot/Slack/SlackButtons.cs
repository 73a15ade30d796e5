using IntroBot.Chat;
using IntroBot.Platforms;

namespace IntroBot.Slack;

/// <summary>
/// Clicks, on messages, in modals and at home. Anyone who sees a message can click, also people of other workspaces; whether they may act
/// is decided by the story, and whether they are at home here before that.
/// </summary>
internal sealed class SlackButtons(Admission admission, Dispatcher dispatcher, SlackReplies replies, SlackChats chats, SlackHomes homes)
{
    private const string Button = "button";
    private const int LongestValue = 2000;

    public async Task<SlackAnswer> AnswerAsync(InteractionPayload payload, bool mayAsk, CancellationToken token)
    {
        if (payload is not { TriggerId: { Length: > 0 } trigger, Actions: [{ ActionId: { } actionId } action, ..] }
            || action.Value is { Length: > LongestValue })
        {
            return new SlackAnswer.Senseless();
        }

        if (action.Type is not (null or Button))
        {
            // An input that tells of every change: what it holds is read when the form is sent in.
            return new SlackAnswer.Empty();
        }

        switch (await admission.AdmitAsync(payload.InstalledTeam, payload.User?.Id, payload.User?.TeamId, mayAsk, token))
        {
            case Entry<Actor>.Open { Actor: var actor }:
                var pressed = new Interaction.ButtonPressed(
                    actor.Person, actor.KeyOf(trigger), BlockKitActions.ActionOf(actionId), action.Value ?? "")
                {
                    BySteward = actor.LooksAfter,
                    Typed = payload.View?.State?.Values is { } values ? StateValues.Read(values) : FormAnswers.Empty,
                };
                var reply = await dispatcher.DispatchAsync(pressed, token);
                var answer = await replies.ShowAsync(reply, actor, await SpotOfAsync(payload, token), pressed.Key, token);
                homes.Refresh(actor.Team, actor.Id);
                return answer;
            case Entry<Actor>.Closed closed:
                return await SayAsync(closed.Why, payload, token);
            case Entry<Actor>.NotNow:
                return new SlackAnswer.NotYet(payload.InstalledTeam!, payload.User!.Id!);
            default:
                return new SlackAnswer.Senseless();
        }
    }

    /// <summary>Says something to whoever pressed, where they pressed.</summary>
    public async Task<SlackAnswer> SayAsync(Card card, InteractionPayload payload, CancellationToken token) =>
        payload is { InstalledTeam: { } team, User.Id: { } user, TriggerId: { } trigger }
            ? await replies.SayAsync(card, team, user, await SpotOfAsync(payload, token), trigger, token)
            : new SlackAnswer.Empty();

    private async Task<Spot> SpotOfAsync(InteractionPayload payload, CancellationToken token) => payload.View switch
    {
        { Type: "home" } => new Spot.Home(payload.TriggerId!),
        { Id: { } view } => new Spot.Modal(view),
        _ => new Spot.Message(
            payload.TriggerId!, payload.ResponseUrl, payload.Container is not { IsEphemeral: true } && await IsChatAsync(payload, token)),
    };

    private Task<bool> IsChatAsync(InteractionPayload payload, CancellationToken token) =>
        chats.IsChatAsync(payload.InstalledTeam!, payload.User!.Id!, payload.Container?.ChannelId ?? payload.Channel?.Id, token);
}
