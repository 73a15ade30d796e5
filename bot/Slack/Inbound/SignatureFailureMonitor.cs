using IntroBot.Platforms;

namespace IntroBot.Slack.Inbound;

/// <summary>
/// What refused requests tell whoever runs the program: that its clock is off, or its secret another one. Forgers can bring about
/// one line and one question a minute.
/// </summary>
internal sealed partial class SignatureFailureMonitor(
    HttpClient http, SlackOptions options, WallClock wall, BackgroundTasks background, ILogger<SignatureFailureMonitor> logger)
{
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private DateTimeOffset askedAt = DateTimeOffset.MinValue;
    private bool isSettled;

    /// <summary>A request was genuine, so that the secret is right.</summary>
    public void Genuine() => isSettled = true;

    /// <summary>A request of now bore a signature by another secret.</summary>
    public void Forged()
    {
        lock (gate)
        {
            if (isSettled)
            {
                return;
            }

            isSettled = true;
        }

        Log.AnotherSecret(logger);
    }

    /// <summary>
    /// A request seems to come from another time. Whose clock is right, the date of Slack's own answer tells, which nobody can
    /// forge: whoever watches the wire reads it.
    /// </summary>
    public void OutOfTime()
    {
        lock (gate)
        {
            if (askedAt + BetweenQuestions > wall.Now)
            {
                return;
            }

            askedAt = wall.Now;
        }

        background.Run("ask Slack for the time", async token =>
        {
            using var question = new HttpRequestMessage(HttpMethod.Head, new Uri(options.Api, "api.test"));
            using var answer = await http.SendAsync(question, token);
        });
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
