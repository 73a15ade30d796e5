using System.Diagnostics;
using IntroBot.Chat.Cards;
using IntroBot.Platforms;
using IntroBot.Slack.Inbound;
using IntroBot.Slack.WebApi;

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
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(25);

    /// <summary>Too long after an act to do it: by now the person has forgotten it, or done it otherwise.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    /// <summary>
    /// True when there is nothing left to do; false when the program ends first, and the next start goes on, or when the request is no
    /// longer ours by the time Slack says who made it.
    /// </summary>
    public async Task<bool> AnswerAsync(WaitingRequest waiting, Claim claim, CancellationToken token)
    {
        for (var pause = FirstPause; ; pause *= 2)
        {
            switch (await TryAsync(waiting, claim, token))
            {
                case Attempt.Answered:
                    return true;
                case Attempt.NotOurs:
                    return false;
                case Attempt.Obstructed { Why: var why, Pause: var least }:
                    var wait = least > pause ? least : pause;
                    if (wall.Now + wait > waiting.At + Timeout)
                    {
                        return await GiveUpAsync(why, waiting, claim, token);
                    }

                    claim.RestFor(wait);
                    await wall.WaitAsync(wait, program.ApplicationStopping);
                    break;
                default:
                    throw new UnreachableException();
            }
        }
    }

    private async Task<bool> GiveUpAsync(Card why, WaitingRequest waiting, Claim claim, CancellationToken token)
    {
        if (!await claim.IsStillOursAsync(token))
        {
            return false;
        }

        Log.GivenUp(logger, waiting.Request.GetType().Name);
        await SayAsync(why, waiting, claim.Key, token);
        return true;
    }

    private async Task<Attempt> TryAsync(WaitingRequest waiting, Claim claim, CancellationToken token)
    {
        if (waiting.At + MaxAge <= wall.Now)
        {
            return new Attempt.Obstructed(AdmissionCards.Unknown, MaxAge);
        }

        try
        {
            if (await people.GetToKnowAsync(waiting.Team, waiting.User, token) is { } pause)
            {
                return new Attempt.Obstructed(AdmissionCards.Unknown, pause);
            }

            if (!await claim.IsStillOursAsync(token))
            {
                return new Attempt.NotOurs();
            }

            switch (await routes.AnswerAsync(waiting.Request, mayAsk: true, token))
            {
                case SlackAnswer.Unidentified:
                    return new Attempt.Obstructed(AdmissionCards.Unknown, TimeSpan.Zero);
                case SlackAnswer.Json { Card: { } card }:
                    await SayAsync(card, waiting, claim.Key, token);
                    return new Attempt.Answered();
                default:
                    return new Attempt.Answered();
            }
        }
        catch (SlackUnreachableException)
        {
            return new Attempt.Obstructed(AdmissionCards.Unknown, TimeSpan.Zero);
        }
#pragma warning disable CA1031 // Slack delivers it no more, so that whatever went wrong is tried again here, and told in the end.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, waiting.Request.GetType().Name, failure.GetType().Name);
            return new Attempt.Obstructed(AdmissionCards.Broken, TimeSpan.Zero);
        }
    }

    private Task SayAsync(Card card, WaitingRequest waiting, string key, CancellationToken token) =>
        replies.SayLateAsync(card, waiting.Team, waiting.User, waiting.ResponseUrl(), key, token);

    /// <summary>What came of asking Slack and answering.</summary>
    private abstract record Attempt
    {
        public sealed record Answered : Attempt;

        /// <summary>Another instance has the request by now.</summary>
        public sealed record NotOurs : Attempt;

        /// <summary>What stands in the way, and how long Slack wants to be left alone at least.</summary>
        public sealed record Obstructed(Card Why, TimeSpan Pause) : Attempt;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A request of Slack's that was set aside could not be answered ({Request}): {Failure}")]
        public static partial void Failed(ILogger logger, string request, string failure);

        [LoggerMessage(2, LogLevel.Information, "A request of Slack's that was set aside is given up ({Request})")]
        public static partial void GivenUp(ILogger logger, string request);
    }
}
