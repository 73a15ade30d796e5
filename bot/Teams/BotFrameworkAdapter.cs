using IntroBot.Platforms;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams;

/// <summary>
/// Teams' way to the bot and back: an activity becomes an interaction, the reply becomes the answer and what follows it. The answer waits
/// for the commit and for nothing that can come after it.
/// </summary>
internal sealed partial class BotFrameworkAdapter(
    TeamsMessages messages, TeamsActions actions, TeamsDialogs dialogs, MembershipEvents arrivals,
    Deliveries<InvokeResponse> deliveries, ILogger<BotFrameworkAdapter> logger)
{
    /// <summary>Answers an activity whose token was found genuine; never throws, and never fails for a kind it does not know.</summary>
    public async Task<InvokeResponse> AnswerAsync(Activity activity, CancellationToken token)
    {
        try
        {
            return activity is { Id: { Length: > 0 } id, Conversation.Id: { Length: > 0 } conversation }
                ? await OnceAsync(activity, $"{conversation} {id}", token)
                : activity.Type is "invoke" ? InvokeResponse.BadRequest : InvokeResponse.Ok;
        }
#pragma warning disable CA1031 // Whatever went wrong here, the person hears a sentence, and Teams may deliver a message again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, activity.Type is "invoke" ? "invoke" : "activity", failure.GetType().Name);
            return activity switch
            {
                { Type: "invoke", Name: TeamsActions.Name } => InvokeResponse.Word(TeamsReplies.WordOf(AdmissionCards.Broken)),
                { Type: "invoke" } => InvokeResponse.LastWord(TeamsReplies.WordOf(AdmissionCards.Broken)),
                _ => InvokeResponse.Failed,
            };
        }
    }

    /// <summary>An id is unique in its conversation only.</summary>
    private async Task<InvokeResponse> OnceAsync(Activity activity, string id, CancellationToken token) => activity.Type switch
    {
        "invoke" when TeamsActions.IsLook(activity) => await actions.LookAsync(activity, token),
        "invoke" => await deliveries.OnceForGoodAsync(
            id, () => InvokedAsync(activity, token), token, activity.Name is TeamsActions.Name ? TeamsReplies.Done : InvokeResponse.Ok),
        "message" => await deliveries.OnceForGoodAsync(id, () => messages.HearAsync(activity, token), token),
        "conversationUpdate" or "installationUpdate" =>
            await deliveries.OnceForGoodAsync(id, () => arrivals.AnswerAsync(activity, token), token),
        _ => InvokeResponse.Ok,
    };

    private async Task<InvokeResponse> InvokedAsync(Activity activity, CancellationToken token) => activity.Name switch
    {
        TeamsActions.Name => await actions.AnswerAsync(activity, token),
        "composeExtension/fetchTask" => await dialogs.OpenAsync(activity, token),
        "composeExtension/submitAction" or "task/submit" => await dialogs.AnswerAsync(activity, token),
        _ => InvokeResponse.NotImplemented,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "An {Kind} of Teams could not be answered: {Failure}")]
        public static partial void Failed(ILogger logger, string kind, string failure);
    }
}
