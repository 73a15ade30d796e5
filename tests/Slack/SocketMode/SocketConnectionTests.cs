using System.Net.WebSockets;
using IntroBot.Slack.SocketMode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Slack.SocketMode;

/// <summary>One socket is heard to its end, whatever it brings.</summary>
public sealed class SocketConnectionTests : IAsyncLifetime
{
    private const string Envelope =
        """{"type":"events_api","envelope_id":"e1","payload":{"type":"event_callback","event":{"type":"message"}}}""";

    private readonly RecordedLog log = new();
    private WebApplication server = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.UseWebSockets();
        server.Run(async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await socket.SendAsync(
                Encoding.UTF8.GetBytes(Envelope), WebSocketMessageType.Text, endOfMessage: true, context.RequestAborted);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", context.RequestAborted);
        });
        await server.StartAsync();
    }

    [Fact]
    public async Task An_answer_that_fails_is_logged_and_the_socket_is_given_back_all_the_same()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(server.Urls.First().Replace("http", "ws", StringComparison.Ordinal)), CancellationToken.None);
        var logger = LoggerFactory.Create(logging => logging.AddProvider(log)).CreateLogger("Sockets");

        // Without an adapter every answer fails.
        await new SocketConnection(socket, adapter: null!, logger).HearAsync(CancellationToken.None);

        Assert.Contains(nameof(NullReferenceException), Assert.Single(log.Errors), StringComparison.Ordinal);
        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        log.Dispose();
        await server.DisposeAsync();
    }
}
