using IntroBot.Platforms;
using IntroBot.Slack.Inbound;

namespace IntroBot.Slack;

/// <summary>
/// Slack's way to the bot and back: a request becomes an interaction, the reply becomes the acknowledgement and what follows it. The
/// acknowledgement waits for the commit and for nothing that can come after it: where Slack has to say first who acts, the request itself
/// is what is committed.
/// </summary>
internal sealed partial class SlackAdapter(
    SlackRoutes routes, SlackApologies apologies, RecentAnswers<SlackAnswer> recent, SeenDeliveries seen,
    ILogger<SlackAdapter> logger)
{
    /// <summary>Answers a verified request; never throws.</summary>
    public async Task<SlackAnswer> AnswerAsync(SlackRequest request, CancellationToken token)
    {
        try
        {
            return request switch
            {
                // A trigger is made for one act of one person, so that the same trigger again is the same act.
                SlackRequest.Typed { Command.TriggerId: { Length: > 0 } id } =>
                    await recent.OnceAsync(id, () => AnswerAsync(request, id, token)),
                SlackRequest.Acted { Payload.TriggerId: { Length: > 0 } id } =>
                    await recent.OnceAsync(id, () => AnswerAsync(request, id, token)),
                SlackRequest.Happened { Envelope: var envelope } when SlackEvents.MayRepeat(envelope) =>
                    await routes.AnswerAsync(request, mayAsk: false, token),
                SlackRequest.Happened happened when EventKey.Of(happened.Envelope) is { } key =>
                    await OnceAsync(happened, key, token),
                SlackRequest.Happened => new SlackAnswer.BadRequest(),
                SlackRequest.Typed or SlackRequest.Acted or SlackRequest.Verification or SlackRequest.Other =>
                    await routes.AnswerAsync(request, mayAsk: false, token),
                _ => throw new UnreachableException(),
            };
        }
#pragma warning disable CA1031 // Whatever went wrong here, the person hears a sentence, and Slack delivers an event again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, request.GetType().Name, ExceptionSummary.Of(failure));
            return await apologies.AnswerAsync(request, AdmissionCards.Broken, token);
        }
    }

    /// <summary>The same words are one act, by whichever of their two names they come again.</summary>
    private Task<SlackAnswer> OnceAsync(SlackRequest.Happened happened, EventKey key, CancellationToken token)
    {
        var team = happened.Envelope.InstalledTeam;
        return key.ClientId is { } client ? recent.OnceAsync($"{team} {key.Owner.User} {client}", ByMessageAsync) : ByMessageAsync();

        Task<SlackAnswer> ByMessageAsync() => recent.OnceAsync($"{team} {key.Id}", () => AnswerAsync(happened, key, token));
    }

    /// <summary>
    /// An event that was dealt with by any instance is known by the row of its key: that of the answer to a message, or else its own.
    /// </summary>
    private async Task<SlackAnswer> AnswerAsync(SlackRequest.Happened happened, EventKey key, CancellationToken token)
    {
        if (await seen.HasAsync(key.Owner, key.Row, SlackStoreNames.Seen, SlackIds.KeyOf(happened.Envelope.EventId!), token))
        {
            return new SlackAnswer.Empty();
        }

        var answer = await AnswerAsync(happened, key.Id, token);
        if (answer is SlackAnswer.Empty && !key.IsAnswered)
        {
            await seen.AddAsync(key.Owner, key.Row, token);
        }

        return answer;
    }

    private async Task<SlackAnswer> AnswerAsync(SlackRequest request, string id, CancellationToken token) =>
        await routes.AnswerOrDeferAsync(request, id, token) is var answer and not SlackAnswer.Unidentified
            ? answer
            : await apologies.AnswerAsync(request, AdmissionCards.Unknown, token);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A request of Slack's could not be answered ({Request}): {Failure}")]
        public static partial void Failed(ILogger logger, string request, string failure);
    }
}
