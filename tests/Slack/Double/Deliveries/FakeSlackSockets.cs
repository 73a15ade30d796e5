using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace IntroBot.Tests.Slack.Double.Deliveries;

/// <summary>Socket Mode: every dispatch goes to any one of the open sockets and waits for its acknowledgement there.</summary>
internal sealed class FakeSlackSockets(FakeSlack slack)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode?>> waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> tickets = new(StringComparer.Ordinal);
    private ImmutableList<FakeSlackSocket> open = [];
    private int next;

    /// <summary>The sockets that are open, oldest first.</summary>
    public IReadOnlyList<FakeSlackSocket> Open => open;

    /// <summary>Acknowledgements that nothing waited for.</summary>
    public ConcurrentQueue<string> Strays { get; } = new();

    /// <summary>Waits until that many sockets are open.</summary>
    public Task ConnectedAsync(int count = 1) => slack.UntilAsync(() => open.Count == count);

    /// <summary>
    /// Tells one socket, or all of them, that it will end: <c>warning</c>, <c>refresh_requested</c> or <c>link_disabled</c>.
    /// </summary>
    public async Task DisconnectAsync(string reason, FakeSlackSocket? socket = null)
    {
        if (reason == "link_disabled") slack.App.SocketMode = false;
        foreach (var each in socket is null ? open : [socket])
        {
            await each.SendAsync(
                new JsonObject { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject { ["host"] = "wss-test" } });
            if (reason == "link_disabled") await each.CloseAsync();
        }
    }

    /// <summary>Breaks all connections without a word.</summary>
    public void Cut()
    {
        foreach (var each in open) each.Cut();
    }

    internal Uri NewAddress()
    {
        var ticket = RandomNumberGenerator.GetHexString(32, lowercase: true);
        tickets[ticket] = true;
        return new UriBuilder(slack.Address) { Scheme = "ws", Path = "link/", Query = $"ticket={ticket}" }.Uri;
    }

    internal async Task AcceptAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !tickets.TryRemove(context.Request.Query["ticket"].ToString(), out _))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        using var webSocket = await context.WebSockets.AcceptWebSocketAsync();
        using var socket = new FakeSlackSocket(webSocket);
        ImmutableInterlocked.Update(ref open, all => all.Add(socket));
        await socket.SendAsync(new JsonObject
        {
            ["type"] = "hello",
            ["num_connections"] = open.Count,
            ["connection_info"] = new JsonObject { ["app_id"] = slack.App.Id },
            ["debug_info"] = new JsonObject { ["host"] = "wss-test", ["approximate_connection_time"] = 3600 },
        });
        slack.Changed();
        await foreach (var text in socket.ReadAsync()) Acknowledge(text);
        ImmutableInterlocked.Update(ref open, all => all.Remove(socket));
        slack.Changed();
    }

    internal async Task<FakeSlackDelivery> SendAsync(FakeSlackDispatch dispatch)
    {
        var all = open;
        if (all.Count == 0) return new FakeSlackDelivery(slack, dispatch, 0, "", TimeSpan.Zero) { Failure = "no socket is open" };
        var socket = all[(int)((uint)Interlocked.Increment(ref next) % all.Count)];
        var (id, start) = (Guid.NewGuid().ToString(), Stopwatch.GetTimestamp());
        var acknowledged = waiting[id] = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await socket.SendAsync(Envelope(id, dispatch));
            var payload = await acknowledged.Task.WaitAsync(slack.AnswerTime);
            var body = payload is JsonObject { Count: 0 } or null ? "" : payload.Written();
            return new FakeSlackDelivery(
                slack, dispatch, 200, dispatch.Kind == FakeSlackDispatchKind.Event ? "" : body, Stopwatch.GetElapsedTime(start));
        }
        catch (Exception exception) when (exception is TimeoutException or WebSocketException or OperationCanceledException)
        {
            return new FakeSlackDelivery(slack, dispatch, 0, "", Stopwatch.GetElapsedTime(start))
            {
                Failure = $"no acknowledgement: {exception.Message}",
            };
        }
        finally
        {
            waiting.TryRemove(id, out _);
        }
    }

    private static JsonObject Envelope(string id, FakeSlackDispatch dispatch) => new()
    {
        ["envelope_id"] = id,
        ["type"] = dispatch.Kind switch
        {
            FakeSlackDispatchKind.Event => "events_api",
            FakeSlackDispatchKind.Command => "slash_commands",
            _ => "interactive",
        },
        ["accepts_response_payload"] = dispatch.Kind != FakeSlackDispatchKind.Event,
        ["payload"] = dispatch.Payload.DeepClone(),
        ["retry_attempt"] = dispatch.Retry,
        ["retry_reason"] = dispatch.RetryReason,
    };

    private void Acknowledge(string text)
    {
        var given = TestJson.Parsed(text);
        if (waiting.TryGetValue(given.Text("envelope_id"), out var source) && source.TrySetResult(given.At("payload"))) return;
        Strays.Enqueue(text);
        slack.Changed();
    }
}

/// <summary>One connection of the app.</summary>
internal sealed class FakeSlackSocket(WebSocket socket) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    public async Task SendAsync(JsonObject message)
    {
        await turn.WaitAsync();
        try
        {
            await socket.SendAsync(
                Encoding.UTF8.GetBytes(message.Written()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Says the last word of this side; nothing is left to say where the app has ended the connection first.</summary>
    public async Task CloseAsync()
    {
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception exception) when (IsOver(exception))
        {
        }
    }

    /// <summary>Breaks the connection without a word.</summary>
    public void Cut() => socket.Abort();

    public async IAsyncEnumerable<string> ReadAsync()
    {
        var (buffer, text) = (new byte[16 * 1024], new MemoryStream());
        while (await ReceivedAsync(buffer) is { MessageType: WebSocketMessageType.Text } part)
        {
            text.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage) continue;
            yield return Encoding.UTF8.GetString(text.ToArray());
            text.SetLength(0);
        }
        if (socket.State == WebSocketState.CloseReceived) await CloseAsync();
    }

    public void Dispose() => turn.Dispose();

    private async Task<WebSocketReceiveResult?> ReceivedAsync(byte[] buffer)
    {
        try
        {
            return await socket.ReceiveAsync(buffer, CancellationToken.None);
        }
        catch (Exception exception) when (IsOver(exception))
        {
            return null;
        }
    }

    private static bool IsOver(Exception exception) => exception is WebSocketException or OperationCanceledException or IOException;
}
