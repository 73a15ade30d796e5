using IntroBot.Platforms;
using IntroBot.Slack.WebApi;

namespace IntroBot.Slack;

/// <summary>
/// Keeps every home that was ever opened in step with the story: published when it is opened and after whatever its owner did or was told.
/// </summary>
internal sealed class SlackHomeRefresher(
    SlackHomeDrawing drawing, SlackApi api, IKeyValueStore store, BackgroundTasks background, [SystemClock] TimeProvider clock)
    : HomeRefresher(background, clock)
{
    /// <summary>The home is in front of its owner's eyes.</summary>
    public void Open(SlackUserRef user, string? hash) => Background.Run("publish a home", async token =>
    {
        await store.PutAsync(SlackStoreNames.Homes(user.Team), user.Id, "", token);
        await ShowNowAsync(user.Team, user.Id, () => PublishAsync(user, hash, token), token);
    });

    protected override async Task ShowAsync(string workspace, string person, CancellationToken token)
    {
        if (await store.FindAsync(SlackStoreNames.Homes(workspace), person, token) is not null)
        {
            await PublishAsync(new SlackUserRef(workspace, person), null, token);
        }
    }

    /// <summary>
    /// Another publication in between, or a crowd at Slack's door, is answered by drawing the home anew: the newest state wins.
    /// </summary>
    private async Task PublishAsync(SlackUserRef user, string? hash, CancellationToken token)
    {
        for (var tries = 1; tries <= MaxTries && await drawing.DrawAsync(user, token) is { } view; tries++)
        {
            switch (await api.PublishHomeAsync(user, view, hash, token))
            {
                case SendResult<ViewResponse>.Rejected { Code: SlackErrors.HashConflict }:
                    hash = null;
                    break;
                case SendResult<ViewResponse>.RetryAfter later when later.Delay <= MaxWait && tries < MaxTries:
                    await Task.Delay(later.Delay, Clock, Background.Stopping);
                    break;
                case SendResult<ViewResponse>.Sent or SendResult<ViewResponse>.Rejected or SendResult<ViewResponse>.RetryAfter
                    or SendResult<ViewResponse>.Unknown:
                    // The call's own log line says why a home was not shown; the next act of its owner tries again.
                    return;
                default:
                    throw new UnreachableException();
            }
        }
    }
}
