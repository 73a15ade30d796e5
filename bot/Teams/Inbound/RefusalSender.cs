using IntroBot.Teams.Connector;

namespace IntroBot.Teams.Inbound;

/// <summary>Tells a person who is not admitted why not, where they acted and to them alone.</summary>
internal sealed class RefusalSender(TeamsAnswers answers)
{
    /// <summary>The answer that a card or a dialog shows by itself; null for an activity that shows none.</summary>
    public static InvokeResponse? InAnswer(Activity activity, Card why) => activity switch
    {
        { Type: "invoke", Name: TeamsActions.Name } => InvokeResponse.Word(TeamsReplies.WordOf(why)),
        { Type: "invoke" } => InvokeResponse.LastWord(VisibleText.CleanLine(PlainText.Of(why))),
        _ => null,
    };

    public async Task<InvokeResponse> RefuseAsync(Activity activity, Card why, CancellationToken token)
    {
        if (InAnswer(activity, why) is { } answer)
        {
            return answer;
        }

        if (activity is { Type: "message" } && ConversationReference.Of(activity) is { } place && ActivityKey.Of(activity) is { } key)
        {
            var isAlone = activity.Kind == ConversationKind.Personal;
            var words = OutboundActivity.Of(why) with
            {
                Recipient = isAlone ? null : new ChannelAccount { Id = activity.From!.Id, IsTargeted = true },
            };
            await answers.SayAtAsync(key.Owner, place, to: null, isTargeted: !isAlone, words, key.Marker, token);
        }

        return InvokeResponse.Ok;
    }
}
