using IntroBot.Platforms;

namespace IntroBot.Slack.SocketMode;

/// <summary>
/// Socket Mode, for programs that Slack cannot reach: the same requests by a socket that we open. When Slack is about to close one, the
/// next is open first; <see href="https://docs.slack.dev/apis/events-api/using-socket-mode"/>.
/// </summary>
internal sealed partial class SlackSocket(
    SocketOpener opener, SlackAdapter adapter, [SystemClock] TimeProvider clock, ILogger<SlackSocket> logger)
    : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(1);

    /// <summary>Whether it was told already that Slack opens no socket; told anew when one was open in between.</summary>
    private bool told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        var draining = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            switch (await opener.TryAsync(stoppingToken))
            {
                case SocketAttempt.Connected connected:
                    told = false;
                    var since = clock.GetUtcNow();
                    var connection = new SocketConnection(connected.Socket, adapter, logger);
                    draining.RemoveAll(task => task.IsCompleted);
                    draining.Add(connection.HearAsync(stoppingToken));
                    var end = await connection.NextAsync();
                    if (end is SocketEnd.Disabled)
                    {
                        TellOnce("link_disabled");
                    }

                    if (clock.GetUtcNow() - since > MaxPause)
                    {
                        pause = FirstPause;
                        break;
                    }

                    // The first time Slack asks, the next socket opens at once;
                    // sockets that end as soon as they are open are no reason to hurry.
                    await PauseAsync(end is SocketEnd.Asked && pause == FirstPause ? TimeSpan.Zero : pause, stoppingToken);
                    pause = Longer(pause);
                    break;
                case SocketAttempt.Hopeless hopeless:
                    Log.Hopeless(logger, hopeless.Error);
                    return;
                case SocketAttempt.Refused refused:
                    TellOnce(refused.Error);
                    await PauseAsync(pause, stoppingToken);
                    pause = Longer(pause);
                    break;
                case SocketAttempt.Failed failed:
                    await PauseAsync(failed.After > pause ? failed.After : pause, stoppingToken);
                    pause = Longer(pause);
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        await Task.WhenAll(draining);
    }

    private void TellOnce(string reason)
    {
        if (!told)
        {
            told = true;
            Log.Disabled(logger, reason);
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < MaxPause ? pause * 2 : MaxPause;

    private Task PauseAsync(TimeSpan pause, CancellationToken token) =>
        Task.Delay(pause, clock, token).ContinueWith(_ => { }, TaskScheduler.Default);

    private static partial class Log
    {
        [LoggerMessage(
            1, LogLevel.Error,
            "Slack does not take Slack:AppToken ({Error}): check it under Basic Information, App-Level Tokens, and start again.")]
        public static partial void Hopeless(ILogger logger, string error);

        [LoggerMessage(
            2, LogLevel.Error,
            "Slack opens no socket ({Reason}): switch Socket Mode on in the settings of the Slack app, "
                + "or configure request URLs and Slack:SigningSecret. I keep trying.")]
        public static partial void Disabled(ILogger logger, string reason);
    }
}
