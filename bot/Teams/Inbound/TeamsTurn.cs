using IntroBot.Conversation;
using IntroBot.Platforms;

namespace IntroBot.Teams.Inbound;

/// <summary>One act of one person, from admission to the answer; the same for messages, buttons, forms and dialogs.</summary>
internal sealed class TeamsTurn(Admission admission, Dispatcher dispatcher, TeamsReplies replies, RefusalSender refusals)
{
    public async Task<InvokeResponse> RunAsync(Activity activity, Func<Actor, Task<TeamsAct>> read, CancellationToken token) =>
        await admission.AdmitAsync(activity, token) switch
        {
            AdmissionResult<Actor>.Admitted { Actor: var actor } => await AnswerAsync(activity, actor, await read(actor), token),
            AdmissionResult<Actor>.Refused { Why: var why } => await refusals.RefuseAsync(activity, why, token),
            AdmissionResult<Actor>.Unidentified => await refusals.RefuseAsync(activity, AdmissionCards.Unknown, token),
            AdmissionResult<Actor>.Ignored => activity.Type is "invoke" ? InvokeResponse.BadRequest : InvokeResponse.Ok,
            _ => throw new UnreachableException(),
        };

    private async Task<InvokeResponse> AnswerAsync(Activity activity, Actor actor, TeamsAct act, CancellationToken token)
    {
        switch (act.Step)
        {
            case TurnStep.Dispatch { Interaction: var read }:
                var interaction = read with { IsSteward = actor.IsSteward };
                return await replies.ShowAsync(
                    await dispatcher.DispatchAsync(interaction, token), interaction, actor, act.Target, token);
            case TurnStep.Refuse { Why: var why }:
                return await replies.SayAsync(why, actor, act.Target, actor.KeyOf(activity), token);
            case TurnStep.Unidentified:
                return await refusals.RefuseAsync(activity, AdmissionCards.Unknown, token);
            case TurnStep.Handled:
                return InvokeResponse.Ok;
            default:
                throw new UnreachableException();
        }
    }
}

/// <summary>What an act comes to, and where its answer goes.</summary>
internal sealed record TeamsAct(TurnStep Step, ReplyTarget Target);
