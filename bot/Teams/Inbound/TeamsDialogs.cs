using IntroBot.Chat.Interactions;
using IntroBot.Conversation;
using IntroBot.Platforms;
using IntroBot.Teams.AdaptiveCards;

namespace IntroBot.Teams.Inbound;

/// <summary>
/// The ask as a dialog, from the box in which people write to each other: nobody else sees that it was opened;
/// <see href="https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/define-action-command"/>.
/// </summary>
internal sealed class TeamsDialogs(Admission admission, Dispatcher dispatcher, TeamsReplies replies, TeamsForms forms)
{
    /// <summary>The one command, as the manifest names it.</summary>
    public const string Command = "intro";

    public async Task<InvokeResponse> OpenAsync(Activity activity, CancellationToken token) =>
        await WithActorAsync(activity, async (actor, id) =>
        {
            var typed = new Interaction.CommandTyped(actor.Person, actor.KeyOf(id), "", []) { IsSteward = actor.IsSteward };
            return await replies.ShowAsync(
                await dispatcher.DispatchAsync(typed, token), actor, new ReplyTarget.Dialog(), typed.IdempotencyKey, token);
        }, token);

    public async Task<InvokeResponse> AnswerAsync(Activity activity, CancellationToken token) =>
        await WithActorAsync(activity, async (actor, id) =>
        {
            var data = activity.Value is { } value ? value.Field("data") : default;
            var carried = CarriedData.Read(data);
            if (carried is { Form: { } form })
            {
                return await forms.SubmitAsync(
                    actor, new ReplyTarget.Dialog(), id, form, carried.State ?? "", AdaptiveAnswers.Read(data), token);
            }

            if (carried is not { Action: { } action })
            {
                return InvokeResponse.Ok;
            }

            var pressed = new Interaction.ButtonPressed(actor.Person, actor.KeyOf(id), action, carried.Value ?? "")
            {
                IsSteward = actor.IsSteward,
                Typed = AdaptiveAnswers.Read(data),
            };
            return await replies.ShowAsync(
                await dispatcher.DispatchAsync(pressed, token), actor, new ReplyTarget.Dialog(), pressed.IdempotencyKey, token);
        }, token);

    private async Task<InvokeResponse> WithActorAsync(
        Activity activity, Func<Actor, string, Task<InvokeResponse>> act, CancellationToken token)
    {
        switch (await admission.AdmitAsync(activity, token))
        {
            case AdmissionResult<Actor>.Admitted { Actor: var actor } when ActivityKey.Of(activity) is { Id: var id }:
                return await act(actor, id);
            case AdmissionResult<Actor>.Refused closed:
                return InvokeResponse.LastWord(TeamsReplies.WordOf(closed.Why));
            case AdmissionResult<Actor>.Unidentified:
                return InvokeResponse.LastWord(TeamsReplies.WordOf(AdmissionCards.Unknown));
            default:
                return InvokeResponse.BadRequest;
        }
    }
}
