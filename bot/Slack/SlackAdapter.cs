using IntroBot.Chat.Cards;
using IntroBot.Platforms;
using IntroBot.Slack.Inbound;

namespace IntroBot.Slack;

/// <summary>
/// Slack's way to the bot and back: a request becomes an interaction, the reply becomes the acknowledgement and what follows it. The
/// acknowledgement waits for the commit and for nothing that can come after it: where Slack has to say first who acts, the request itself
/// is what is committed.
/// </summary>
internal sealed partial class SlackAdapter(
    SlackRoutes routes, DeferredRequests deferred, SlackButtons buttons, RecentAnswers<SlackAnswer> recent,
    SeenDeliveries seen, ILogger<SlackAdapter> logger)
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
                    await recent.OnceAsync($"{happened.Envelope.InstalledTeam} {key.Id}", () => AnswerAsync(happened, key, token)),
                SlackRequest.Happened => new SlackAnswer.BadRequest(),
                _ => await routes.AnswerAsync(request, mayAsk: false, token),
            };
        }
#pragma warning disable CA1031 // Whatever went wrong here, the person hears a sentence, and Slack delivers an event again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, request.GetType().Name, failure.GetType().Name);
            return await ApologizeAsync(request, AdmissionCards.Broken, token);
        }
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

    /// <summary>
    /// A request of somebody unknown is set aside and thereby seen; one that cannot be set aside keeps Slack waiting, for a moment.
    /// </summary>
    private async Task<SlackAnswer> AnswerAsync(SlackRequest request, string id, CancellationToken token)
    {
        var answer = await routes.AnswerAsync(request, mayAsk: false, token);
        if (answer is not SlackAnswer.Unidentified unknown)
        {
            return answer;
        }

        if (await deferred.KeepAsync(request, unknown.Team, unknown.User, id, token))
        {
            return new SlackAnswer.Empty();
        }

        answer = await routes.AnswerAsync(request, mayAsk: true, token);
        return answer is SlackAnswer.Unidentified ? await ApologizeAsync(request, AdmissionCards.Unknown, token) : answer;
    }

    /// <summary>Events are delivered again; a person hears that it was not their fault.</summary>
    private async Task<SlackAnswer> ApologizeAsync(SlackRequest request, Card why, CancellationToken token)
    {
        try
        {
            return request switch
            {
                SlackRequest.Happened => new SlackAnswer.Failed(),
                SlackRequest.Typed => SlackAnswer.Say(why),
                SlackRequest.Acted { Payload: { Type: "view_submission" } payload } => SlackForms.Apologize(payload),
                SlackRequest.Acted { Payload: { Type: "block_actions" or "shortcut" } payload } =>
                    await buttons.SayAsync(why, payload, token),
                _ => new SlackAnswer.Empty(),
            };
        }
#pragma warning disable CA1031 // Where not even an apology can be made, Slack's own words have to do.
        catch (Exception)
#pragma warning restore CA1031
        {
            return new SlackAnswer.Empty();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A request of Slack's could not be answered ({Request}): {Failure}")]
        public static partial void Failed(ILogger logger, string request, string failure);
    }
}
