using IntroBot.Tests.Slack.Double.Deliveries;

namespace IntroBot.Tests.Slack.Double.Actions;

public sealed class FakeSlackEventTests : FakeSlackTests
{
    [Fact]
    public async Task A_message_to_the_app_is_told_with_its_envelope()
    {
        var told = await Ava.SaysAsync("ask <b> & @Ben");
        var what = told.Payload["event"];

        Assert.Equal(
            ("event_callback", Acme.Id, Slack.App.Id),
            (told.Payload.Text("type"), told.Payload.Text("team_id"), told.Payload.Text("api_app_id")));
        Assert.Equal(Acme.Id, told.Payload["authorizations"]![0].Text("team_id"));
        Assert.Equal(
            ("message", "im", Ava.Chat.Id, Ava.Id),
            (what.Text("type"), what.Text("channel_type"), what.Text("channel"), what.Text("user")));
        Assert.Equal($"ask &lt;b&gt; &amp; <@{Ben.Id}>", what.Text("text"));
        Assert.NotEmpty(what.Text("client_msg_id"));
    }

    [Fact]
    public async Task Every_event_has_an_id_of_its_own_and_keeps_it_when_it_comes_again()
    {
        var (first, second) = (await Ava.SaysAsync("one"), await Ava.SaysAsync("two"));
        var again = await first.RedeliverAsync(1, "http_timeout");

        Assert.NotEqual(first.Payload.Text("event_id"), second.Payload.Text("event_id"));
        Assert.Equal(first.Payload.Text("event_id"), again.Payload.Text("event_id"));
        Assert.Equal("1", App.Received.Last().Headers["x-slack-retry-num"].ToString());
    }

    [Fact]
    public async Task A_mention_names_the_app()
    {
        var told = await Ava.MentionsAsync(General, "help");

        Assert.Equal(("app_mention", $"<@{Acme.Bot.Id}> help"), (told.Payload["event"].Text("type"), told.Payload["event"].Text("text")));
    }

    [Fact]
    public async Task The_Home_comes_with_its_view_once_something_was_published()
    {
        var before = await Ava.OpensHomeAsync();
        await OkAsync("views.publish", ("user_id", Ava.Id), ("view", HomeView()));
        var after = await Ava.OpensHomeAsync();

        Assert.Null(before.Payload["event"]!["view"]);
        Assert.Equal(Ava.Home!.Hash, after.Payload["event"]!["view"].Text("hash"));
        Assert.Equal("messages", (await Ava.OpensHomeAsync("messages")).Payload["event"].Text("tab"));
    }

    [Fact]
    public async Task Edits_and_echoes_are_noise()
    {
        await Ava.SaysAsync("one");
        var edited = await Ava.EditsAsync(Ava.Chat.Last, "two");
        var deleted = await Ava.DeletesAsync(Ava.Chat.Last);
        var own = await PostedAsync(Ava.Chat, "from the app");
        var echo = await own.EchoAsync();

        Assert.Equal(
            ("message_changed", "two"), (edited.Payload["event"].Text("subtype"), edited.Payload["event"]!["message"].Text("text")));
        Assert.Equal("message_deleted", deleted.Payload["event"].Text("subtype"));
        Assert.Equal((Acme.BotId, ""), (echo.Payload["event"].Text("bot_id"), echo.Payload["event"].Text("subtype")));
        Assert.Equal(Acme.Bot.Id, (await own.EchoUpdateAsync()).Payload["event"]!["message"].Text("user"));
    }

    [Fact]
    public async Task People_leave_become_guests_and_join()
    {
        var left = await Ava.LeavesAsync();
        var guest = await Ben.BecomesGuestAsync();
        var joined = await Acme.JoinsAsync(Acme.AddPerson("Cleo New"));

        Assert.True(left.Payload["event"]!["user"].Flag("deleted"));
        Assert.True(guest.Payload["event"]!["user"].Flag("is_restricted"));
        Assert.Equal("team_join", joined.Payload["event"].Text("type"));
    }

    [Theory, InlineData(true, "tokens_revoked app_uninstalled"), InlineData(false, "app_uninstalled tokens_revoked")]
    public async Task An_uninstalled_app_is_told_twice_in_either_order(bool revokedFirst, string order)
    {
        var told = await Acme.UninstallsAsync(revokedFirst);

        Assert.Equal(order, string.Join(' ', told.Select(each => each.Payload["event"].Text("type"))));
        Assert.Equal("account_inactive", await ErrorAsync("auth.test"));
    }

    [Fact]
    public async Task Events_need_a_subscription_and_a_scope()
    {
        Slack.App.Events.Remove("app_mention");
        Acme.Tokens[^1].Scopes = Acme.Tokens[^1].Scopes.Remove("im:history");

        await Assert.ThrowsAsync<FakeSlackUserErrorException>(() => Ava.MentionsAsync(General, "help"));
        await Assert.ThrowsAsync<FakeSlackUserErrorException>(() => Ava.SaysAsync("hello"));
        Slack.App.MessagesEnabled = false;
        await Assert.ThrowsAsync<FakeSlackUserErrorException>(() => Ava.SaysAsync("hello"));
    }

    [Fact]
    public async Task An_invitation_to_a_channel_is_told()
    {
        var elsewhere = Acme.AddChannel("elsewhere", Ava);
        var told = await Ava.InvitesAppAsync(elsewhere);

        Assert.True(elsewhere.HasBot);
        Assert.Equal((Acme.Bot.Id, Ava.Id), (told.Payload["event"].Text("user"), told.Payload["event"].Text("inviter")));
    }

    [Fact]
    public async Task A_request_URL_answers_the_challenge()
    {
        App.Answer = body => (200, TestJson.Parsed(body).Text("challenge"));
        await Slack.VerifiesUrlAsync();
        App.Answer = _ => (200, "hello");

        await Assert.ThrowsAsync<FakeSlackUserErrorException>(() => Slack.VerifiesUrlAsync());
    }

    [Fact]
    public async Task The_check_of_the_certificate_is_not_signed()
    {
        var told = await Slack.ChecksSslAsync(("payload", "{}"));

        Assert.True(told.IsSuccess);
        Assert.Equal("ssl_check=1&token=verification&payload=%7B%7D", App.Received.Single().Body);
        Assert.False(App.Received.Single().Headers.ContainsKey(FakeSlackSignature.Header));
    }
}
