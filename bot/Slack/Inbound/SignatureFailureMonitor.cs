using IntroBot.Platforms;

namespace IntroBot.Slack.Inbound;

/// <summary>
/// What refused requests tell an operator: why they are refused, that the clock is off, or that the secret is another one. Forgers can
/// bring about one line a reason and one question to Slack a minute.
/// </summary>
internal sealed partial class SignatureFailureMonitor(
    SlackTime time, RefusedRequests<SignatureFailure> refused, ILogger<SignatureFailureMonitor> logger)
{
    private int isSettled;

    /// <summary>A request was genuine, so that the secret is right.</summary>
    public void Genuine() => isSettled = 1;

    public void Refused(SignatureFailure failure)
    {
        refused.Add(failure);
        switch (failure)
        {
            case SignatureFailure.SignatureMissing or SignatureFailure.SignatureMalformed:
                break;
            case SignatureFailure.TimestampExpired:
                time.Ask();
                break;
            case SignatureFailure.SignatureMismatch:
                if (Interlocked.Exchange(ref isSettled, 1) == 0)
                {
                    Log.AnotherSecret(logger);
                }

                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "A request was not signed with Slack:SigningSecret: "
                + "copy it again from Basic Information of your Slack app if Slack gets no answer.")]
        public static partial void AnotherSecret(ILogger logger);
    }
}
