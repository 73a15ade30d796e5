using IntroBot.Conversation;
using IntroBot.Platforms;

namespace IntroBot.Teams.Inbound;

/// <summary>
/// Words in the bot's own chat, and where it was mentioned or chosen from a menu; answered privately wherever others read along.
/// </summary>
internal sealed class TeamsMessages(
    Admission admission, MessageReader hearing, Dispatcher dispatcher,
    TeamsReplies replies, TeamsActions actions, TeamsHomeRefresher homes, RefusalSender doorstep)
{
    private const int MaxTextLength = 12_000;

    public async Task<InvokeResponse> HearAsync(Activity activity, CancellationToken token)
    {
        if (string.IsNullOrEmpty(activity.Text) && activity.Value is not null)
        {
            // The button of a client that knows no Action.Execute says its data without a word.
            return await actions.AnswerAsync(activity, token);
        }

        switch (await admission.AdmitAsync(activity, token))
        {
            case AdmissionResult<Actor>.Admitted { Actor: var actor }:
                return await AnswerAsync(activity, actor, TargetOf(activity), token);
            case AdmissionResult<Actor>.Refused closed:
                await doorstep.SayAsync(activity, closed.Why, token);
                return InvokeResponse.Ok;
            case AdmissionResult<Actor>.Unidentified:
                await doorstep.SayAsync(activity, AdmissionCards.Unknown, token);
                return InvokeResponse.Ok;
            default:
                return InvokeResponse.Ok;
        }
    }

    private async Task<InvokeResponse> AnswerAsync(Activity activity, Actor actor, ReplyTarget target, CancellationToken token)
    {
        if (activity.Text is { Length: > MaxTextLength })
        {
            return await replies.SayAsync(AdmissionCards.TooLong, actor, target, actor.KeyOf(activity), token);
        }

        // Elsewhere the home has a place of its own; here it is a message that others have pushed up.
        if (target is ReplyTarget.Chat
            && CommandParser.Parse(activity.Text ?? "", []) is SpokenCommand.Understood { Command: var command }
                && command == CommandTable.Home)
        {
            await homes.BringDownAsync(ActivityKey.Of(activity)!, token);
            return InvokeResponse.Ok;
        }

        var said = await hearing.ReadAsync(activity, actor, target, token);
        return await replies.ShowAsync(await dispatcher.DispatchAsync(said, token), actor, target, said.IdempotencyKey, token);
    }

    private static ReplyTarget TargetOf(Activity activity) =>
        activity.Conversation?.ConversationType is "personal" || ConversationReference.Of(activity) is not { } place
            ? new ReplyTarget.Chat()
            : new ReplyTarget.Mention(place, activity.Recipient?.IsTargeted is true ? null : activity.Id);
}
