using IntroBot.Platforms;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams;

/// <summary>
/// Teams' way to the bot and back: an activity becomes an interaction, the reply becomes the answer and what follows it. The answer waits
/// for the commit and for nothing that can come after it.
/// </summary>
internal sealed partial class BotFrameworkAdapter(
    TeamsRoutes routes, RecentAnswers<InvokeResponse> recent, SeenDeliveries seen, ILogger<BotFrameworkAdapter> logger)
{
    /// <summary>Answers an activity whose token was found genuine; never throws, and never fails for a kind it does not know.</summary>
    public async Task<InvokeResponse> AnswerAsync(Activity activity, CancellationToken token)
    {
        try
        {
            return ActivityKey.Of(activity) is { } key
                ? await OnceAsync(activity, key, token)
                : activity.Type is "invoke" ? InvokeResponse.BadRequest : InvokeResponse.Ok;
        }
#pragma warning disable CA1031 // Whatever went wrong here, the person hears a sentence, and Teams may deliver a message again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, activity.Type is "invoke" ? "invoke" : "activity", ExceptionSummary.Of(failure));
            return RefusalSender.InAnswer(activity, AdmissionCards.Broken) ?? InvokeResponse.Failed;
        }
    }

    private async Task<InvokeResponse> OnceAsync(Activity activity, ActivityKey key, CancellationToken token) => activity.Type switch
    {
        "invoke" when TeamsActions.IsLook(activity) => await routes.LookAsync(activity, token),

        // What an invoke leads to has rows of its own, by which it is known again: those of decisions, or of answers elsewhere.
        "invoke" => await recent.OnceAsync(key.Id, () => InvokedAsync(activity, token)),
        "message" => await recent.OnceAsync(
            key.Id, async () => await IsSeenAsync(key, token) ? InvokeResponse.Ok : await routes.HearAsync(activity, token)),
        "conversationUpdate" or "installationUpdate" => await recent.OnceAsync(key.Id, () => HearNewsAsync(activity, key, token)),
        _ => InvokeResponse.Ok,
    };

    private async Task<InvokeResponse> HearNewsAsync(Activity activity, ActivityKey key, CancellationToken token)
    {
        if (!MembershipEvents.IsNews(activity) || await IsSeenAsync(key, token))
        {
            return InvokeResponse.Ok;
        }

        var answer = await routes.WelcomeAsync(activity, token);
        await seen.AddAsync(key.Owner, key.Row, token);
        return answer;
    }

    private Task<bool> IsSeenAsync(ActivityKey key, CancellationToken token) =>
        seen.HasAsync(key.Owner, key.Row, TeamsStoreNames.Seen, key.Id, token);

    private Task<InvokeResponse> InvokedAsync(Activity activity, CancellationToken token)
    {
        Redelivery.Watch();
        return routes.InvokeAsync(activity, token);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "An {Kind} of Teams could not be answered: {Failure}")]
        public static partial void Failed(ILogger logger, string kind, string failure);
    }
}
