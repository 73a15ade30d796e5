using System.Net.Http.Headers;
using System.Net.WebSockets;
using IntroBot.Platforms;
using IntroBot.Platforms.Http;
using IntroBot.Slack.WebApi;

namespace IntroBot.Slack.SocketMode;

/// <summary>Asks Slack for the address of a socket and opens it there; the address carries a ticket that is good once.</summary>
internal sealed partial class SocketOpener(SlackOptions options, SlackClient client, ILogger<SocketOpener> logger)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    private static readonly string[] Final =
    [
        "not_authed", SlackErrors.InvalidAuth, "account_inactive", "token_revoked", "user_removed_from_team", "team_disabled",
        "not_allowed_token_type", "missing_scope",
    ];

    public async Task<SocketAttempt> TryAsync(CancellationToken token)
    {
        var bearer = new AuthenticationHeaderValue("Bearer", options.AppToken);
        try
        {
            return await client.CallAsync(
                "apps.connections.open", bearer, new Dictionary<string, string>(),
                SlackApiJson.Default.ConnectionResponse, token) switch
            {
                SendResult<ConnectionResponse>.Sent { Value.Url: { } url } when IsTrusted(url, out var address) =>
                    await OpenAsync(address, token),
                SendResult<ConnectionResponse>.Rejected refused when Final.Contains(refused.Code) =>
                    new SocketAttempt.Hopeless(refused.Code),
                SendResult<ConnectionResponse>.Rejected refused => new SocketAttempt.Refused(refused.Code),
                SendResult<ConnectionResponse>.RetryAfter later => new SocketAttempt.Failed(later.Delay),
                SendResult<ConnectionResponse>.Sent or SendResult<ConnectionResponse>.Unknown => new SocketAttempt.Failed(TimeSpan.Zero),
                _ => throw new UnreachableException(),
            };
        }
        catch (OperationCanceledException)
        {
            return new SocketAttempt.Failed(TimeSpan.Zero);
        }
    }

    private async Task<SocketAttempt> OpenAsync(Uri address, CancellationToken token)
    {
        var socket = new ClientWebSocket { Options = { KeepAliveInterval = Heartbeat, KeepAliveTimeout = Heartbeat } };
        using var timeout = new CancellationTokenSource(HttpCalls.Timeout);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, token);
        try
        {
            await socket.ConnectAsync(address, both.Token);
            return new SocketAttempt.Connected(socket);
        }
        catch (Exception closed) when (closed is WebSocketException or HttpRequestException or IOException or OperationCanceledException)
        {
            socket.Dispose();
            if (!token.IsCancellationRequested)
            {
                Log.Closed(logger, ExceptionSummary.Of(closed));
            }

            return new SocketAttempt.Failed(TimeSpan.Zero);
        }
    }

    /// <summary>Tickets are secrets: they travel encrypted, or on this machine.</summary>
    private bool IsTrusted(string url, out Uri address) => Uri.TryCreate(url, UriKind.Absolute, out address!)
        && (address.Scheme == Uri.UriSchemeWss || (address.Scheme == Uri.UriSchemeWs && address.IsLoopback && options.Api.IsLoopback));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A socket to Slack did not open and is tried again: {Failure}")]
        public static partial void Closed(ILogger logger, string failure);
    }
}
