using System.Net.WebSockets;
using IntroBot.Tests.Slack.Double.Actions;

namespace IntroBot.Tests.Slack.Double.Deliveries;

public sealed class FakeSlackSocketTests : FakeSlackTests
{
    [Fact]
    public async Task A_ticket_opens_one_socket_which_says_hello()
    {
        var url = await UrlAsync();
        using var socket = await ConnectAsync(url);
        var hello = await ReadAsync(socket);

        Assert.Equal(
            ("hello", 1, Slack.App.Id), (hello.Text("type"), hello.Number("num_connections"), hello["connection_info"].Text("app_id")));
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(url));
    }

    [Fact]
    public async Task Without_socket_mode_there_is_no_address()
    {
        Assert.Equal("socket_mode_disabled", (await CallWithAsync(Slack.App.AppToken, "apps.connections.open")).Text("error"));
        Assert.Equal("not_allowed_token_type", await ErrorAsync("apps.connections.open"));
    }

    [Fact]
    public async Task A_command_goes_over_the_socket_and_its_acknowledgement_is_the_answer()
    {
        using var socket = await ReadyAsync();
        var typing = Ava.TypesAsync("/intro", "help");
        var envelope = await ReadAsync(socket);
        await WriteAsync(socket, $$"""{"envelope_id":"{{envelope.Text("envelope_id")}}","payload":{"text":"Only you"} }""");
        await typing;

        Assert.Equal(
            ("slash_commands", "/intro", true),
            (envelope.Text("type"), envelope["payload"].Text("command"), envelope.Flag("accepts_response_payload")));
        Assert.Equal("Only you", Ava.Ephemerals.Single().Text);
        Assert.Empty(App.Received);
    }

    [Fact]
    public async Task A_form_is_answered_over_the_socket()
    {
        Ava.Modals = [new FakeSlackView(Ava, "V1", null).Show(Modal("Form"))];
        using var socket = await ReadyAsync();
        var sending = Ava.SubmitsAsync();
        var envelope = await ReadAsync(socket);
        await WriteAsync(socket, $$"""{"envelope_id":"{{envelope.Text("envelope_id")}}","payload":{"response_action":"clear"} }""");
        await sending;

        Assert.Equal(("interactive", "view_submission"), (envelope.Text("type"), envelope["payload"].Text("type")));
        Assert.Empty(Ava.Modals);
    }

    [Fact]
    public async Task An_event_comes_again_with_its_attempt()
    {
        using var socket = await ReadyAsync();
        var saying = Ava.SaysAsync("hello");
        var first = await AcknowledgedAsync(socket);
        var again = (await saying).RedeliverAsync(1, "timeout");
        var second = await AcknowledgedAsync(socket);
        await again;

        Assert.Equal(("events_api", false, 0), (first.Text("type"), first.Flag("accepts_response_payload"), first.Number("retry_attempt")));
        Assert.Equal((1, "timeout"), (second.Number("retry_attempt"), second.Text("retry_reason")));
        Assert.Equal(first["payload"].Text("event_id"), second["payload"].Text("event_id"));
        Assert.NotEqual(first.Text("envelope_id"), second.Text("envelope_id"));
    }

    [Fact]
    public async Task What_nobody_acknowledges_fails_the_act()
    {
        Slack.AnswerTime = TimeSpan.FromMilliseconds(1);
        using var socket = await ReadyAsync();

        await Assert.ThrowsAsync<FakeSlackUserErrorException>(() => Ava.SaysAsync("hello"));
        Slack.Sockets.Cut();
        await Slack.Sockets.ConnectedAsync(0);
        var error = await Assert.ThrowsAsync<FakeSlackUserErrorException>(() => Ava.SaysAsync("hello"));
        Assert.Contains("no socket", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_letter_goes_to_one_of_several_sockets()
    {
        using var first = await ReadyAsync();
        using var second = await ReadyAsync();
        var (one, two) = (AcknowledgedAsync(first), AcknowledgedAsync(second));
        await Ava.SaysAsync("one");
        await Ava.SaysAsync("two");

        Assert.Equal(
            ["one", "two"],
            new[] { await one, await two }.Select(envelope => envelope["payload"]!["event"].Text("text")).Order(StringComparer.Ordinal));
    }

    [Theory, InlineData("warning"), InlineData("refresh_requested")]
    public async Task A_socket_is_warned_before_it_ends(string reason)
    {
        using var socket = await ReadyAsync();
        await Slack.Sockets.DisconnectAsync(reason);
        var told = await ReadAsync(socket);
        var saying = Ava.SaysAsync("still here");
        await AcknowledgedAsync(socket);
        await saying;

        Assert.Equal(("disconnect", reason), (told.Text("type"), told.Text("reason")));
    }

    [Fact]
    public async Task Socket_mode_can_be_turned_off()
    {
        using var socket = await ReadyAsync();
        await Slack.Sockets.DisconnectAsync("link_disabled");
        Assert.Equal("link_disabled", (await ReadAsync(socket)).Text("reason"));
        await Ava.SaysAsync("hello");

        Assert.Single(App.Received);
    }

    private async Task<Uri> UrlAsync()
    {
        Slack.App.SocketMode = true;
        return new Uri((await CallWithAsync(Slack.App.AppToken, "apps.connections.open")).Text("url"));
    }

    private async Task<ClientWebSocket> ReadyAsync()
    {
        var socket = await ConnectAsync(await UrlAsync());
        await ReadAsync(socket);
        return socket;
    }

    private static async Task<ClientWebSocket> ConnectAsync(Uri url)
    {
        var socket = new ClientWebSocket();
        try
        {
            await socket.ConnectAsync(url, CancellationToken.None);
            return socket;
        }
        catch (WebSocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<JsonObject> AcknowledgedAsync(ClientWebSocket socket)
    {
        var envelope = await ReadAsync(socket);
        await WriteAsync(socket, $$"""{"envelope_id":"{{envelope.Text("envelope_id")}}"}""");
        return envelope;
    }

    private static async Task<JsonObject> ReadAsync(ClientWebSocket socket)
    {
        var (buffer, text) = (new byte[4096], new MemoryStream());
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, CancellationToken.None);
            text.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return (JsonObject)JsonNode.Parse(Encoding.UTF8.GetString(text.ToArray()))!;
    }

    private static Task WriteAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
