using IntroBot.Slack.Inbound;

namespace IntroBot.Slack;

/// <summary>
/// Answers a request, or sets it aside where Slack has to say first who acts, so that no acknowledgement waits for that.
/// </summary>
internal sealed class DeferringRouter(SlackRoutes routes, DeferredRequests deferred, SlackApologies apologies)
{
    /// <summary>Answers a request that cannot be set aside.</summary>
    public Task<SlackAnswer> AnswerAsync(SlackRequest request, CancellationToken token) =>
        routes.AnswerAsync(request, mayAsk: false, token);

    /// <summary>
    /// A request of somebody unknown is set aside and thereby seen; one that cannot be set aside keeps Slack waiting, for a moment.
    /// </summary>
    public async Task<SlackAnswer> AnswerAsync(SlackRequest request, string id, CancellationToken token)
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
        return answer is SlackAnswer.Unidentified ? await apologies.AnswerAsync(request, AdmissionCards.Unknown, token) : answer;
    }
}
