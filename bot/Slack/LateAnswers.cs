using IntroBot.Chat;
using IntroBot.Platforms;

namespace IntroBot.Slack;

/// <summary>
/// Answers what was acknowledged before anybody knew who it was: Slack is asked until it says, then the request goes the way of every
/// other, and what an acknowledgement would have carried is said where the person acted. Who cannot be named in time hears that, too.
/// </summary>
internal sealed partial class LateAnswers(
    SlackRoutes routes, SlackPeople people, SlackReplies replies, WallClock wall,
    IHostApplicationLifetime program, ILogger<LateAnswers> logger)
{
    /// <summary>As long as words by a response URL are sure to arrive; it lives 30 minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(25);

    /// <summary>Too long after an act to do it: by now the person has forgotten it, or done it otherwise.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    /// <summary>
    /// True when there is nothing left to do; false when the program ends first, and the next start goes on. What is no longer ours by the
    /// time Slack says who it is, as <paramref name="isOurs"/> tells, is answered elsewhere.
    /// </summary>
    public async Task<bool> AnswerAsync(WaitingRequest waiting, string key, Func<Task<bool>> isOurs, CancellationToken token)
    {
        for (var pause = FirstPause; await TryAsync(waiting, key, isOurs, token) is { } obstacle; pause *= 2)
        {
            var wait = obstacle.Pause > pause ? obstacle.Pause : pause;
            if (wall.Now + wait > waiting.At + Patience)
            {
                Log.GivenUp(logger, waiting.Request.GetType().Name);
                await SayAsync(obstacle.Why, waiting, key, token);
                return true;
            }

            await wall.WaitAsync(wait, program.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (program.ApplicationStopping.IsCancellationRequested)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Null when it is answered.</summary>
    private async Task<Obstacle?> TryAsync(WaitingRequest waiting, string key, Func<Task<bool>> isOurs, CancellationToken token)
    {
        if (waiting.At + Stale <= wall.Now)
        {
            return new Obstacle(AdmissionCards.Unknown, Stale);
        }

        try
        {
            if (await people.GetToKnowAsync(waiting.Team, waiting.User, token) is { } pause)
            {
                return new Obstacle(AdmissionCards.Unknown, pause);
            }

            if (!await isOurs())
            {
                return null;
            }

            switch (await routes.AnswerAsync(waiting.Request, mayAsk: true, token))
            {
                case SlackAnswer.NotYet:
                    return new Obstacle(AdmissionCards.Unknown, TimeSpan.Zero);
                case SlackAnswer.Json { Card: { } card }:
                    await SayAsync(card, waiting, key, token);
                    return null;
                default:
                    return null;
            }
        }
        catch (SlackUnreachableException)
        {
            return new Obstacle(AdmissionCards.Unknown, TimeSpan.Zero);
        }
#pragma warning disable CA1031 // Slack delivers it no more, so that whatever went wrong is tried again here, and told in the end.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, waiting.Request.GetType().Name, failure.GetType().Name);
            return new Obstacle(AdmissionCards.Broken, TimeSpan.Zero);
        }
    }

    private Task SayAsync(Card card, WaitingRequest waiting, string key, CancellationToken token) =>
        replies.SayLateAsync(card, waiting.Team, waiting.User, waiting.ResponseUrl(), key, token);

    /// <summary>What stands in the way, and how long Slack wants to be left alone.</summary>
    private sealed record Obstacle(Card Why, TimeSpan Pause);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A request of Slack's that was set aside could not be answered ({Request}): {Failure}")]
        public static partial void Failed(ILogger logger, string request, string failure);

        [LoggerMessage(2, LogLevel.Information, "A request of Slack's that was set aside is given up ({Request})")]
        public static partial void GivenUp(ILogger logger, string request);
    }
}
