using IntroBot.Platforms;

namespace IntroBot.Slack.Inbound;

/// <summary>
/// Asks Slack for the time where a request seems to come from another one. The date of Slack's own answer tells whose clock is right, and
/// it cannot be forged: the call observers read it.
/// </summary>
internal sealed class SlackTime(HttpClient http, SlackOptions options, [SystemClock] TimeProvider clock, BackgroundTasks background)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private DateTimeOffset askedAt = DateTimeOffset.MinValue;

    /// <summary>Asks at most once a minute.</summary>
    public void Ask()
    {
        lock (gate)
        {
            if (askedAt + Interval > clock.GetUtcNow())
            {
                return;
            }

            askedAt = clock.GetUtcNow();
        }

        background.Run("ask Slack for the time", async token =>
        {
            using var question = new HttpRequestMessage(HttpMethod.Head, new Uri(options.Api, "api.test"));
            using var answer = await http.SendAsync(question, token);
        });
    }
}
