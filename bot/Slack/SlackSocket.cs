using System.Buffers;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json;

namespace IntroBot.Slack;

/// <summary>
/// Socket Mode, for programs that Slack cannot reach: the same requests by a socket that we open. When Slack is about to close one, the next
/// is open first; <see href="https://docs.slack.dev/apis/events-api/using-socket-mode"/>.
/// </summary>
internal sealed partial class SlackSocket(SlackOptions options, SlackClient client, SlackAdapter adapter, SlackClock wall, ILogger<SlackSocket> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    /// <summary>What no further attempt mends.</summary>
    private static readonly string[] Final = ["not_authed", SlackErrors.InvalidAuth, "account_inactive", "user_removed_from_team", "team_disabled", "not_allowed_token_type", "missing_scope"];

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
                    var replaced = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
                    var listening = ListenAsync(connected.Socket, replaced, stoppingToken);
                    draining.RemoveAll(task => task.IsCompleted);
                    draining.Add(listening);
                    if (await replaced.Task || wall.Now - since > LongestPause)
                    {
                        pause = FirstPause;
                        break;
                    }

                    // A socket that is closed as soon as it is open is no reason to hurry.
                    await PauseAsync(pause, stoppingToken);
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
        try
        {
            var bearer = new AuthenticationHeaderValue("Bearer", options.AppToken);
            switch (await client.CallAsync("apps.connections.open", "", bearer, new Dictionary<string, string>(), SlackApiJson.Default.ConnectionResponse, token))
            {
                case SlackResult<ConnectionResponse>.Done { Value.Url: { } url } when IsTrusted(url, out var address):
                    var socket = new ClientWebSocket { Options = { KeepAliveInterval = Heartbeat, KeepAliveTimeout = Heartbeat } };
                    await socket.ConnectAsync(address, token);
                    return new Attempt.Connected(socket);
                case SlackResult<ConnectionResponse>.Refused refused when Final.Contains(refused.Error):
                    return new Attempt.Hopeless(refused.Error);
                case SlackResult<ConnectionResponse>.Later later:
                    return new Attempt.Failed(later.After);
                default:
                    return new Attempt.Failed(FirstPause);
            }
        }
        catch (Exception lost) when (lost is WebSocketException or HttpRequestException or IOException or OperationCanceledException)
        {
            return new Attempt.Failed(FirstPause);
        }
    }

    /// <summary>Tickets are secrets: they travel encrypted, or on this machine.</summary>
    private bool IsTrusted(string url, out Uri address) => Uri.TryCreate(url, UriKind.Absolute, out address!)
        && (address.Scheme == Uri.UriSchemeWss || (address.Scheme == Uri.UriSchemeWs && address.IsLoopback && options.Api.IsLoopback));

    /// <summary>Hears one socket to its end; <paramref name="replaced"/> tells when the next should open, and whether Slack asked for it.</summary>
    private async Task ListenAsync(ClientWebSocket socket, TaskCompletionSource<bool> replaced, CancellationToken stopping)
    {
        using var one = new SemaphoreSlim(1);
        var answering = new List<Task>();
        try
        {
            while (socket.State == WebSocketState.Open && await ReceiveAsync(socket, stopping) is { } text)
            {
                switch (Read(text))
                {
                    case { Type: "disconnect", Reason: "link_disabled" }:
                        Log.Disabled(logger);
                        return;
                    case { Type: "disconnect" }:
                        replaced.TrySetResult(true);
                        break;
                    case { EnvelopeId: { } } envelope:
                        answering.RemoveAll(task => task.IsCompleted);
                        answering.Add(AnswerAsync(socket, one, envelope));
                        break;
                }
            }
        }
        catch (Exception lost) when (lost is WebSocketException or IOException or OperationCanceledException)
        {
            Log.Lost(logger, lost.GetType().Name);
        }
        finally
        {
            await Task.WhenAll(answering);
            socket.Dispose();
            replaced.TrySetResult(false);
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

    private static async Task<byte[]?> ReceiveAsync(ClientWebSocket socket, CancellationToken token)
    {
        var message = new ArrayBufferWriter<byte>();
        while (true)
        {
            var part = await socket.ReceiveAsync(message.GetMemory(8192), token);
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

        [LoggerMessage(3, LogLevel.Error, "Socket Mode is switched off in the settings of the Slack app: switch it on, or configure request URLs and Slack:SigningSecret.")]
        public static partial void Disabled(ILogger logger);
    }
}
