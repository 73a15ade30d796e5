using System.Net;
using IntroBot.Tests.Slack.Double.Actions;

namespace IntroBot.Tests.Slack.Double.WebApi;

public sealed class FakeSlackMessageTests : FakeSlackTests
{
    [Fact]
    public async Task A_token_says_whose_it_is()
    {
        var answer = await OkAsync("auth.test");

        Assert.Equal((Acme.Id, Acme.Bot.Id, Acme.BotId), (answer.Text("team_id"), answer.Text("user_id"), answer.Text("bot_id")));
    }

    [Theory, InlineData("", "not_authed"), InlineData("xoxb-made-up", "invalid_auth")]
    public async Task Nobody_calls_without_a_token(string token, string error) =>
        Assert.Equal(error, (await CallWithAsync(token, "auth.test")).Text("error"));

    [Fact]
    public async Task A_revoked_token_is_dead()
    {
        await OkAsync("auth.revoke");

        Assert.Equal("token_revoked", await ErrorAsync("auth.test"));
    }

    [Fact]
    public async Task An_app_level_token_is_for_connections_alone() =>
        Assert.Equal("not_allowed_token_type", (await CallWithAsync(Slack.App.AppToken, "auth.test")).Text("error"));

    [Fact]
    public async Task An_unknown_method_is_an_answer_of_Slack()
    {
        using var answer = await SendAsync(Acme.Token, "chat.shout");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("unknown_method", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, InlineData("users.info", "invalid_post_type"), InlineData("chat.postMessage", "")]
    public async Task Only_methods_that_write_take_JSON(string method, string error)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Slack.Address, $"api/{method}"))
        {
            Content = new StringContent(
                $$"""{"channel":"{{General.Id}}","user":"{{Ava.Id}}","text":"hello"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new("Bearer", Acme.Token);
        using var answer = await Client.SendAsync(request);

        Assert.Equal(error, TestJson.Parsed(await answer.Content.ReadAsStringAsync()).Text("error"));
    }

    [Fact]
    public async Task A_missing_scope_is_named()
    {
        Acme.Tokens[^1].Scopes = ["commands"];
        var answer = await CallAsync("chat.postMessage", ("channel", General.Id), ("text", "hello"));

        Assert.Equal(("missing_scope", "chat:write", "commands"), (answer.Text("error"), answer.Text("needed"), answer.Text("provided")));
    }

    [Fact]
    public async Task Every_message_has_a_time_of_its_own()
    {
        var (first, second) = (await PostedAsync(General, "one"), await PostedAsync(General, "two"));

        Assert.Equal(("1795428000.000000", "1795428000.000001"), (first.Ts, second.Ts));
        Assert.Equal(["one", "two"], General.Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task The_app_writes_only_where_it_is()
    {
        var (elsewhere, secret) = (Acme.AddChannel("elsewhere", Ava), Acme.AddPrivateChannel("secret", Ava));
        var old = Acme.AddChannel("old", Acme.Bot);
        old.IsArchived = true;

        Assert.Equal("not_in_channel", await ErrorAsync("chat.postMessage", ("channel", elsewhere.Id), ("text", "x")));
        Assert.Equal("not_in_channel", await ErrorAsync("chat.postMessage", ("channel", secret.Id), ("text", "x")));
        Assert.Equal("channel_not_found", await ErrorAsync("chat.postMessage", ("channel", "C404"), ("text", "x")));
        Assert.Equal("is_archived", await ErrorAsync("chat.postMessage", ("channel", old.Id), ("text", "x")));
    }

    [Fact]
    public async Task A_message_says_something()
    {
        Assert.Equal("no_text", await ErrorAsync("chat.postMessage", ("channel", General.Id)));
        Assert.Equal("invalid_blocks_format", await ErrorAsync("chat.postMessage", ("channel", General.Id), ("blocks", "{")));
    }

    [Fact]
    public async Task An_update_of_text_takes_the_blocks_away()
    {
        var message = await PostedAsync(General, "A question", Buttons("Yes"));
        await OkAsync("chat.update", ("channel", General.Id), ("ts", message.Ts), ("text", "Answered"));

        Assert.Equal("Answered", message.Text);
        Assert.Empty(message.Blocks);
        Assert.True(message.IsEdited);
    }

    [Fact]
    public async Task An_update_is_of_an_own_message_and_short()
    {
        var own = await PostedAsync(General, "mine");
        await Ava.MentionsAsync(General, "hers");

        Assert.Equal("message_not_found", await ErrorAsync("chat.update", ("channel", General.Id), ("ts", "1.000000"), ("text", "x")));
        Assert.Equal(
            "cant_update_message", await ErrorAsync("chat.update", ("channel", General.Id), ("ts", General.Last.Ts), ("text", "x")));
        Assert.Equal(
            "msg_too_long", await ErrorAsync("chat.update", ("channel", General.Id), ("ts", own.Ts), ("text", new string('x', 4001))));
        Assert.Equal("channel_not_found", await ErrorAsync("chat.update", ("channel", Ava.Id), ("ts", own.Ts), ("text", "x")));
    }

    [Fact]
    public async Task A_deleted_message_is_gone()
    {
        var message = await PostedAsync(General, "oops");
        await OkAsync("chat.delete", ("channel", General.Id), ("ts", message.Ts));

        Assert.Empty(General.Messages);
        Assert.Equal("message_not_found", await ErrorAsync("chat.delete", ("channel", General.Id), ("ts", message.Ts)));
    }

    [Fact]
    public async Task An_ephemeral_message_is_for_one_who_is_there_and_cannot_be_updated()
    {
        var outsider = Acme.AddPerson("Olu Out");
        var shown = await OkAsync("chat.postEphemeral", ("channel", General.Id), ("user", Ava.Id), ("text", "only you"));

        Assert.Equal("only you", Assert.Single(Ava.Ephemerals).Text);
        Assert.Empty(General.Messages);
        Assert.Equal(
            "user_not_in_channel", await ErrorAsync("chat.postEphemeral", ("channel", General.Id), ("user", outsider.Id), ("text", "x")));
        Assert.Equal(
            "message_not_found", await ErrorAsync("chat.update", ("channel", General.Id), ("ts", shown.Text("message_ts")), ("text", "x")));
    }

    [Fact]
    public async Task The_marker_of_a_message_shows_only_to_who_asks_for_it()
    {
        const string Marker = """{"event_type":"intro","event_payload":{"key":"k1"}}""";
        await OkAsync("chat.postMessage", ("channel", Ava.Chat.Id), ("text", "hello"), ("metadata", Marker));
        var (without, with) = (await OkAsync("conversations.history", ("channel", Ava.Chat.Id)),
            await OkAsync("conversations.history", ("channel", Ava.Chat.Id), ("include_all_metadata", "true")));

        Assert.Null(without["messages"]![0]!["metadata"]!["event_payload"]);
        Assert.Equal("k1", with["messages"]![0]!["metadata"]!["event_payload"].Text("key"));
    }

    [Fact]
    public async Task History_is_newest_first_and_comes_in_pages()
    {
        var messages = new[]
        {
            await PostedAsync(Ava.Chat, "one"),
            await PostedAsync(Ava.Chat, "two"),
            await PostedAsync(Ava.Chat, "three"),
        };
        var first = await OkAsync("conversations.history", ("channel", Ava.Chat.Id), ("limit", "2"));
        var second = await OkAsync(
            "conversations.history", ("channel", Ava.Chat.Id), ("limit", "2"), ("cursor", first["response_metadata"].Text("next_cursor")));
        var since = await OkAsync("conversations.history", ("channel", Ava.Chat.Id), ("oldest", messages[1].Ts));

        Assert.Equal(["three", "two"], first.Objects("messages").Select(message => message.Text("text")));
        Assert.Equal(["one"], second.Objects("messages").Select(message => message.Text("text")));
        Assert.Equal(["three"], since.Objects("messages").Select(message => message.Text("text")));
    }

    [Fact]
    public async Task A_channel_takes_one_message_a_second_when_told_so()
    {
        Slack.LimitsMessages = true;
        await PostedAsync(General, "one");
        using var refused = await SendAsync(Acme.Token, "chat.postMessage", ("channel", General.Id), ("text", "two"));
        Clock.Advance(TimeSpan.FromSeconds(1));
        await PostedAsync(General, "three");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
        Assert.Equal(["one", "three"], General.Messages.Select(message => message.Text));
    }
}
