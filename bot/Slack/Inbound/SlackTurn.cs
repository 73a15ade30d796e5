using IntroBot.Conversation;
using IntroBot.Platforms;

namespace IntroBot.Slack.Inbound;

/// <summary>
/// One act of one person, from admission to the answer; the same for commands, buttons, forms and messages.
/// </summary>
internal sealed class SlackTurn(
    Admission admission, Dispatcher dispatcher, SlackReplies replies, SlackChats chats, SlackHomeRefresher homes)
{
    public async Task<SlackAnswer> RunAsync(SlackAct act, Func<Actor, Task<TurnStep>> read, CancellationToken token)
    {
        var admitted = await admission.AdmitAsync(act.Team, act.User, act.Enterprise, act.MayAsk, token);
        if (act.Chat is { } chat && admitted is AdmissionResult<Actor>.Admitted or AdmissionResult<Actor>.Refused)
        {
            var who = admitted is AdmissionResult<Actor>.Admitted known ? known.Actor.User : new SlackUserRef(act.Team!, act.User!);
            await chats.LearnAsync(who, chat, token);
        }

        return admitted switch
        {
            AdmissionResult<Actor>.Admitted { Actor: var actor } => await AnswerAsync(act, actor, await read(actor), token),
            AdmissionResult<Actor>.Refused { Why: var why } =>
                await replies.SayAsync(why, new SlackUserRef(act.Team!, act.User!), await act.Target(), act.Key, token),
            AdmissionResult<Actor>.Unidentified => new SlackAnswer.Unidentified(act.Team!, act.User!),
            AdmissionResult<Actor>.Ignored => act.Ignored,
            _ => throw new UnreachableException(),
        };
    }

    private async Task<SlackAnswer> AnswerAsync(SlackAct act, Actor actor, TurnStep step, CancellationToken token)
    {
        switch (step)
        {
            case TurnStep.Dispatch { Interaction: var interaction }:
                var reply = await dispatcher.DispatchAsync(interaction with { IsSteward = actor.IsSteward }, token);
                var answer = await replies.ShowAsync(reply, actor, await act.Target(), interaction.IdempotencyKey, token);
                homes.Refresh(actor.Team, actor.Id);
                return answer;
            case TurnStep.Refuse { Why: var why }:
                return await replies.SayAsync(why, actor.User, await act.Target(), act.Key, token);
            case TurnStep.Unidentified:
                return new SlackAnswer.Unidentified(actor.Team, actor.Id);
            case TurnStep.Handled:
                return new SlackAnswer.Empty();
            default:
                throw new UnreachableException();
        }
    }
}

/// <summary>Who acted where, as Slack's request says.</summary>
/// <param name="Team">Where the app is installed.</param>
/// <param name="User">Who acted.</param>
/// <param name="Enterprise">The organization of several workspaces it comes from, where there is one.</param>
/// <param name="Key">Slack's own id of the act.</param>
/// <param name="MayAsk">Whether Slack may be asked who acts, which no acknowledgement waits for.</param>
internal sealed record SlackAct(string? Team, string? User, string? Enterprise, string Key, bool MayAsk)
{
    /// <summary>Where the answer goes; looked up only when there is one.</summary>
    public required Func<Task<ReplyTarget>> Target { get; init; }

    /// <summary>The person's own chat with the bot, where the request tells which channel that is.</summary>
    public string? Chat { get; init; }

    /// <summary>The answer to an act of a bot, or of no person at all.</summary>
    public SlackAnswer Ignored { get; init; } = new SlackAnswer.BadRequest();

    public static SlackAct Of(InteractionPayload payload, bool mayAsk, Func<Task<ReplyTarget>> target) =>
        new(payload.InstalledTeam, payload.User?.Id, payload.Enterprise?.Id, payload.TriggerId!, mayAsk) { Target = target };
}
