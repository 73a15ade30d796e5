using IntroBot.Conversation;
using IntroBot.Platforms;
using IntroBot.Teams.Inbound.Markup;

namespace IntroBot.Teams.Inbound;

/// <summary>
/// Words in the bot's own chat, and where it was mentioned or chosen from a menu; answered privately wherever others read along.
/// </summary>
internal sealed class TeamsMessages(TeamsTurn turn, MessageReader reader, TeamsActions actions, TeamsHomeRefresher homes)
{
    private const int MaxTextLength = 12_000;

    /// <summary>The button of a client that knows no Action.Execute sends its data as a message without text.</summary>
    public Task<InvokeResponse> HearAsync(Activity activity, CancellationToken token) =>
        string.IsNullOrEmpty(activity.Text) && activity.Value is not null
            ? actions.AnswerAsync(activity, token)
            : turn.RunAsync(activity, async actor =>
            {
                var target = TargetOf(activity);
                return new TeamsAct(await ReadAsync(activity, actor, target, token), target);
            }, token);

    private async Task<TurnStep> ReadAsync(Activity activity, Actor actor, ReplyTarget target, CancellationToken token)
    {
        var words = activity.Text is { Length: > MaxTextLength } typed ? typed : TeamsText.Read(activity);
        if (words.Length > MaxTextLength)
        {
            return new TurnStep.Refuse(AdmissionCards.TooLong);
        }

        // Elsewhere the home has a place of its own; here it is a message that others have pushed up.
        if (target is ReplyTarget.Chat
            && CommandParser.Parse(words, [], DateOnly.MinValue) is SpokenCommand.Understood { Command: var command }
            && command == CommandTable.Home)
        {
            await homes.BringDownAsync(ActivityKey.Of(activity)!, token);
            return new TurnStep.Handled();
        }

        return new TurnStep.Dispatch(await reader.ReadAsync(activity, actor, target, token));
    }

    private static ReplyTarget TargetOf(Activity activity) =>
        activity.Kind == ConversationKind.Personal || ConversationReference.Of(activity) is not { } place
            ? new ReplyTarget.Chat()
            : new ReplyTarget.Mention(place, activity.Recipient?.IsTargeted is true ? null : activity.Id);
}
