using System.Buffers;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json;
using IntroBot.Platforms;

namespace IntroBot.Slack;

/// <summary>
/// Socket Mode, for programs that Slack cannot reach: the same requests by a socket that we open. When Slack is about to close one, the next
/// is open first; <see href="https://docs.slack.dev/apis/events-api/using-socket-mode"/>.
/// </summary>
internal sealed partial class SlackSocket(SlackOptions options, SlackClient client, SlackAdapter adapter, WallClock wall, ILogger<SlackSocket> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    /// <summary>What no further attempt mends.</summary>
    private static readonly string[] Final =
    [
        "not_authed", SlackErrors.InvalidAuth, "account_inactive", "token_revoked", "user_removed_from_team", "team_disabled", "not_allowed_token_type", "missing_scope",
    ];

    /// <summary>Whether it was told already that Slack opens no socket; told anew when one was open in between.</summary>
    private bool told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        var draining = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            switch (await ConnectAsync(stoppingToken))
            {
                case Attempt.Connected connected:
                    var since = wall.Now;
                    var next = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
                    draining.RemoveAll(task => task.IsCompleted);
                    draining.Add(ListenAsync(connected.Socket, next, stoppingToken));
                    var isAsked = await next.Task;
                    if (wall.Now - since > LongestPause)
                    {
                        pause = FirstPause;
                        break;
                    }

                    // The first time Slack asks, the next socket opens at once; sockets that end as soon as they are open are no reason to hurry.
                    await PauseAsync(isAsked && pause == FirstPause ? TimeSpan.Zero : pause, stoppingToken);
                    pause = Longer(pause);
                    break;
                case Attempt.Hopeless hopeless:
                    Log.Hopeless(logger, hopeless.Error);
                    return;
                case Attempt.Failed failed:
                    await PauseAsync(failed.After > pause ? failed.After : pause, stoppingToken);
                    pause = Longer(pause);
                    break;
            }
        }

        await Task.WhenAll(draining);
    }

    private async Task<Attempt> ConnectAsync(CancellationToken token)
    {
        var bearer = new AuthenticationHeaderValue("Bearer", options.AppToken);
        try
        {
            switch (await client.CallAsync("apps.connections.open", "", bearer, new Dictionary<string, string>(), SlackApiJson.Default.ConnectionResponse, token))
            {
                case CallResult<ConnectionResponse>.Done { Value.Url: { } url } when IsTrusted(url, out var address):
                    return await OpenAsync(address, token);
                case CallResult<ConnectionResponse>.Refused refused when Final.Contains(refused.Error):
                    return new Attempt.Hopeless(refused.Error);
                case CallResult<ConnectionResponse>.Refused refused:
                    TellOnce(refused.Error);
                    return new Attempt.Failed(FirstPause);
                case CallResult<ConnectionResponse>.Later later:
                    return new Attempt.Failed(later.After);
                default:
                    return new Attempt.Failed(FirstPause);
            }
        }
        catch (OperationCanceledException)
        {
            return new Attempt.Failed(FirstPause);
        }
    }

    private async Task<Attempt> OpenAsync(Uri address, CancellationToken token)
    {
        var socket = new ClientWebSocket { Options = { KeepAliveInterval = Heartbeat, KeepAliveTimeout = Heartbeat } };
        using var patience = new CancellationTokenSource(SlackClient.Patience, wall.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, token);
        try
        {
            await socket.ConnectAsync(address, both.Token);
            told = false;
            return new Attempt.Connected(socket);
        }
        catch (Exception lost) when (lost is WebSocketException or HttpRequestException or IOException or OperationCanceledException)
        {
            socket.Dispose();
            if (!token.IsCancellationRequested)
            {
                Log.Lost(logger, lost.GetType().Name);
            }

            return new Attempt.Failed(FirstPause);
        }
    }

    /// <summary>Tickets are secrets: they travel encrypted, or on this machine.</summary>
    private bool IsTrusted(string url, out Uri address) => Uri.TryCreate(url, UriKind.Absolute, out address!)
        && (address.Scheme == Uri.UriSchemeWss || (address.Scheme == Uri.UriSchemeWs && address.IsLoopback && options.Api.IsLoopback));

    /// <summary>Hears one socket to its end; <paramref name="next"/> tells when the next should open, and whether Slack asked for it.</summary>
    private async Task ListenAsync(ClientWebSocket socket, TaskCompletionSource<bool> next, CancellationToken stopping)
    {
        using var one = new SemaphoreSlim(1);
        var answering = new List<Task>();
        try
        {
            while (await ReceiveAsync(socket, stopping) is { } text)
            {
                switch (Read(text))
                {
                    case { Type: "disconnect", Reason: "link_disabled" }:
                        TellOnce("link_disabled");
                        return;
                    case { Type: "disconnect" }:
                        next.TrySetResult(true);
                        break;
                    case { EnvelopeId: { } } envelope:
                        answering.RemoveAll(task => task.IsCompleted);
                        answering.Add(AnswerAsync(socket, one, envelope));
                        break;
                }
            }
        }
        catch (Exception lost) when (lost is WebSocketException or IOException)
        {
            Log.Lost(logger, lost.GetType().Name);
        }
        finally
        {
            // Whoever waits for the next socket need not wait for the last answers of this one.
            next.TrySetResult(false);
            await Task.WhenAll(answering);
            socket.Dispose();
        }
    }

    private async Task AnswerAsync(ClientWebSocket socket, SemaphoreSlim one, SocketEnvelope envelope)
    {
        var answer = SocketRequests.Read(envelope) is { } request ? await adapter.AnswerAsync(request, CancellationToken.None) : new SlackAnswer.Senseless();
        if (answer is SlackAnswer.Failed)
        {
            // Without an acknowledgement Slack delivers it again.
            return;
        }

        var acknowledgement = SocketRequests.Acknowledge(envelope, answer);
        await one.WaitAsync();
        try
        {
            await socket.SendAsync(acknowledgement, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception lost) when (lost is WebSocketException or IOException or InvalidOperationException or ObjectDisposedException)
        {
            Log.Lost(logger, lost.GetType().Name);
        }
        finally
        {
            one.Release();
        }
    }

    private static SocketEnvelope? Read(byte[] text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, SocketJson.Default.SocketEnvelope);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Null when the socket is at its end, or we are; stopping leaves it open, so that what was heard is still acknowledged.</summary>
    private static async Task<byte[]?> ReceiveAsync(ClientWebSocket socket, CancellationToken stopping)
    {
        var message = new ArrayBufferWriter<byte>();
        while (true)
        {
            var receiving = socket.ReceiveAsync(message.GetMemory(8192), CancellationToken.None).AsTask();
            await ((Task)receiving).WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!receiving.IsCompleted)
            {
                return null;
            }

            var part = await receiving;
            if (part.MessageType == WebSocketMessageType.Close || message.WrittenCount > SlackEndpoint.MostBytes)
            {
                return null;
            }

            message.Advance(part.Count);
            if (part.EndOfMessage)
            {
                return message.WrittenSpan.ToArray();
            }
        }
    }

    private void TellOnce(string reason)
    {
        if (!told)
        {
            told = true;
            Log.Disabled(logger, reason);
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    private Task PauseAsync(TimeSpan pause, CancellationToken token) => Task.Delay(pause, wall.Time, token).ContinueWith(_ => { }, TaskScheduler.Default);

    /// <summary>What an attempt to open a socket led to.</summary>
    private abstract record Attempt
    {
        public sealed record Connected(ClientWebSocket Socket) : Attempt;

        public sealed record Failed(TimeSpan After) : Attempt;

        public sealed record Hopeless(string Error) : Attempt;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Slack does not take Slack:AppToken ({Error}): check it under Basic Information, App-Level Tokens, and start again.")]
        public static partial void Hopeless(ILogger logger, string error);

        [LoggerMessage(2, LogLevel.Warning, "A socket to Slack was lost and is opened again: {Failure}")]
        public static partial void Lost(ILogger logger, string failure);

        [LoggerMessage(3, LogLevel.Error, "Slack opens no socket ({Reason}): switch Socket Mode on in the settings of the Slack app, or configure request URLs and Slack:SigningSecret. I keep trying.")]
        public static partial void Disabled(ILogger logger, string reason);
    }
}
