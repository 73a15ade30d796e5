using IntroBot.Platforms;
using IntroBot.Slack.Inbound;
using IntroBot.Slack.WebApi;

namespace IntroBot.Slack;

/// <summary>
/// Answers what was acknowledged before its author was known: Slack is asked until it says, then the request goes the way of every
/// other, and what an acknowledgement would have carried is said where the person acted. Who cannot be named in time hears that, too.
/// </summary>
internal sealed partial class LateAnswers(
    SlackRoutes routes, SlackPeople people, SlackReplies replies, [SystemClock] TimeProvider clock, ILogger<LateAnswers> logger)
    : IWorkHandler
{
    /// <summary>As long as words by a response URL are sure to arrive; it lives 30 minutes.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(25);

    /// <summary>Too long after an act to do it: by now the person has forgotten it, or done it otherwise.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    public string Kind => DeferredRequests.Kind;

    public async Task<WorkResult> RunAsync(WorkItem item, CancellationToken token)
    {
        var waiting = DeferredRequests.Read(item.Body);
        if (await TryAsync(waiting, item, token) is not var (why, least))
        {
            return new WorkResult.Done();
        }

        // Each pause is as long as all before it together.
        var waited = clock.GetUtcNow() - waiting.At;
        var pause = TimeSpan.FromTicks(Math.Max(Math.Max(least.Ticks, waited.Ticks), FirstPause.Ticks));
        if (waited + pause <= Timeout)
        {
            return new WorkResult.RetryAfter(pause);
        }

        Log.GivenUp(logger, waiting.Request.GetType().Name, item.Label, item.Attempt);
        await SayAsync(why, waiting, item.Id, token);
        return new WorkResult.Done();
    }

    /// <summary>Null when there is nothing left to do; else what stands in the way, and how long Slack wants to be left alone.</summary>
    private async Task<(Card Why, TimeSpan Pause)?> TryAsync(WaitingRequest waiting, WorkItem item, CancellationToken token)
    {
        if (waiting.At + MaxAge <= clock.GetUtcNow())
        {
            return (AdmissionCards.Unknown, MaxAge);
        }

        try
        {
            if (await people.GetToKnowAsync(new SlackUserRef(waiting.Team, waiting.User), token) is { } pause)
            {
                return (AdmissionCards.Unknown, pause);
            }

            switch (await routes.AnswerAsync(waiting.Request, mayAsk: true, token))
            {
                case SlackAnswer.Unidentified:
                    return (AdmissionCards.Unknown, TimeSpan.Zero);
                case SlackAnswer.Json { Card: { } card }:
                    await SayAsync(card, waiting, item.Id, token);
                    return null;
                case SlackAnswer.Json or SlackAnswer.Empty or SlackAnswer.Text or SlackAnswer.BadRequest or SlackAnswer.Failed:
                    return null;
                default:
                    throw new UnreachableException();
            }
        }
        catch (SlackUnreachableException)
        {
            return (AdmissionCards.Unknown, TimeSpan.Zero);
        }
#pragma warning disable CA1031 // Slack delivers it no more, so that whatever went wrong is tried again here, and told in the end.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, waiting.Request.GetType().Name, item.Label, item.Attempt, ExceptionSummary.Of(failure));
            return (AdmissionCards.Broken, TimeSpan.Zero);
        }
    }

    private async Task SayAsync(Card card, WaitingRequest waiting, string key, CancellationToken token)
    {
        var user = new SlackUserRef(waiting.Team, waiting.User);
        if (waiting.Spoken() is { } place)
        {
            await replies.SayAsync(card, user, place, key, token);
            return;
        }

        await replies.SayLateAsync(card, user, waiting.ResponseUrl(), key, token);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A deferred request failed ({Request}), retry later: {Item}, attempt {Attempt}: {Failure}")]
        public static partial void Failed(ILogger logger, string request, string item, int attempt, string failure);

        [LoggerMessage(2, LogLevel.Information, "A deferred request is given up ({Request}), no retry: {Item}, attempt {Attempt}")]
        public static partial void GivenUp(ILogger logger, string request, string item, int attempt);
    }
}
