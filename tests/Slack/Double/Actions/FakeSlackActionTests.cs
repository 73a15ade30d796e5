using System.Web;
using IntroBot.Tests.Slack.Double.Deliveries;

namespace IntroBot.Tests.Slack.Double.Actions;

public sealed class FakeSlackActionTests : FakeSlackTests
{
    [Fact]
    public void A_request_is_signed_as_the_documents_of_Slack_show_it()
    {
        const string Body =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
            + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

        Assert.Equal(
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
            FakeSlackSignature.Of("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", Encoding.UTF8.GetBytes(Body)));
    }

    [Fact]
    public async Task A_command_arrives_signed_with_mentions_as_ids()
    {
        await Ava.TypesAsync("/intro", "ask @Ben Okri about <b> & #general", General);
        var (headers, body) = Assert.Single(App.Received);
        var fields = HttpUtility.ParseQueryString(body);

        Assert.Equal($"ask <@{Ben.Id}> about <b> & <#{General.Id}|general>", fields["text"]);
        Assert.Equal(
            (Ava.Id, Acme.Id, General.Id, "/intro"), (fields["user_id"], fields["team_id"], fields["channel_id"], fields["command"]));
        Assert.Equal(
            FakeSlackSignature.Of(
                Slack.App.SigningSecret, headers[FakeSlackSignature.TimestampHeader].ToString(), Encoding.UTF8.GetBytes(body)),
            headers[FakeSlackSignature.Header].ToString());
    }

    [Fact]
    public async Task The_answer_to_a_command_shows_to_the_one_who_typed_it()
    {
        App.Answer = _ => (200, """{"response_type":"ephemeral","text":"Only you"}""");
        await Ava.TypesAsync("/intro", "help", General);
        App.Answer = _ => (200, """{"response_type":"in_channel","text":"All of you"}""");
        await Ava.TypesAsync("/intro", "help", General);
        App.Answer = _ => (200, "plain");
        await Ava.TypesAsync("/intro", "help", General);

        Assert.Equal(["Only you", "plain"], Ava.Ephemerals.Select(message => message.Text));
        Assert.Equal("All of you", General.Last.Text);
    }

    [Theory, InlineData(500, ""), InlineData(401, ""), InlineData(200, """{"text":""}"""), InlineData(200, """{"blocks":{}}""")]
    public async Task An_answer_Slack_would_not_show_fails_the_act(int status, string body)
    {
        App.Answer = _ => (status, body);

        await Assert.ThrowsAsync<FakeSlackUserErrorException>(() => Ava.TypesAsync("/intro"));
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_fails_the_act()
    {
        Slack.AnswerTime = TimeSpan.FromMilliseconds(1);
        App.Ready = new TaskCompletionSource().Task;

        Assert.Contains(
            "operation_timeout",
            (await Assert.ThrowsAsync<FakeSlackUserErrorException>(() => Ava.TypesAsync("/intro"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_says_what_was_pressed_where_and_by_whom()
    {
        var message = await PostedAsync(Ava.Chat, "A question", Buttons("Yes", "No"));
        var pressed = await Ava.PressesAsync("No", message);
        var payload = JsonNode.Parse(HttpUtility.ParseQueryString(App.Received.Single().Body)["payload"]!);

        Assert.Equal(
            ("act.No", "choices", "value of No"),
            (payload!["actions"]![0].Text("action_id"), payload["actions"]![0].Text("block_id"), payload["actions"]![0].Text("value")));
        Assert.Equal((message.Ts, Ava.Chat.Id), (payload["container"].Text("message_ts"), payload["container"].Text("channel_id")));
        Assert.Equal((Ava.Id, Acme.Id), (payload["user"].Text("id"), payload["user"].Text("team_id")));
        Assert.Equal("A question", payload["message"].Text("text"));
        Assert.Equal(payload.Text("trigger_id"), pressed.TriggerId);
    }

    [Fact]
    public async Task Nobody_presses_what_is_not_there_or_not_theirs()
    {
        var message = await PostedAsync(Ava.Chat, "A question", Buttons("Yes"));

        await Assert.ThrowsAsync<FakeSlackUserErrorException>(() => Ava.PressesAsync("Maybe", message));
        await Assert.ThrowsAsync<FakeSlackUserErrorException>(() => Ben.PressesAsync("Yes", message));
    }

    [Fact]
    public async Task A_press_on_an_ephemeral_message_carries_no_message()
    {
        App.Answer = _ => (200, $$"""{"text":"Choose","blocks":{{Buttons("Yes")}}}""");
        await Ava.TypesAsync("/intro", "", General);
        App.Answer = _ => (200, "");
        var pressed = await Ava.PressesAsync("Yes");

        Assert.True(pressed.Payload["container"].Flag("is_ephemeral"));
        Assert.Null(pressed.Payload["message"]);
        Assert.Equal("ok", await RespondAsync(pressed.ResponseUrl, """{"replace_original":true,"text":"Chosen"}"""));
        Assert.Equal("Chosen", Assert.Single(Ava.Ephemerals).Text);
    }

    [Fact]
    public async Task People_of_elsewhere_press_buttons_but_type_no_commands()
    {
        var foreign = Acme.AddPerson("Zoe Far", person => person.TeamId = "T404");
        General.Add(foreign);
        var pressed = await foreign.PressesAsync("Yes", await PostedAsync(General, "A question", Buttons("Yes")));

        Assert.Equal(("T404", Acme.Id), (pressed.Payload["user"].Text("team_id"), pressed.Payload["team"].Text("id")));
        await Assert.ThrowsAsync<FakeSlackUserErrorException>(() => foreign.TypesAsync("/intro", "", General));
    }

    [Fact]
    public async Task A_press_is_answered_with_nothing()
    {
        var message = await PostedAsync(Ava.Chat, "A question", Buttons("Yes"));
        App.Answer = _ => (200, "{}");

        await Assert.ThrowsAsync<FakeSlackUserErrorException>(() => Ava.PressesAsync("Yes", message));
    }

    [Fact]
    public async Task A_response_url_answers_five_times_within_half_an_hour()
    {
        var typed = await Ava.TypesAsync("/intro", "", General);
        for (var use = 1; use <= 5; use++) Assert.Equal("ok", await RespondAsync(typed.ResponseUrl, $$"""{"text":"{{use}}"}"""));
        var later = await Ava.TypesAsync("/intro", "", General);
        Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal("used_url", await RespondAsync((await UsedUpAsync()).ResponseUrl, """{"text":"6"}"""));
        Assert.Equal("expired_url", await RespondAsync(later.ResponseUrl, """{"text":"late"}"""));
        Assert.Equal(["1", "2", "3", "4", "5"], Ava.Ephemerals.Take(5).Select(message => message.Text));
    }

    [Fact]
    public async Task A_response_url_can_delete_the_message_it_came_with()
    {
        var pressed = await Ava.PressesAsync("Yes", await PostedAsync(General, "A question", Buttons("Yes")));
        await RespondAsync(pressed.ResponseUrl, """{"delete_original":"true"}""");

        Assert.Empty(General.Messages);
    }

    [Fact]
    public async Task A_response_url_reaches_channels_the_app_is_not_in()
    {
        var secret = Acme.AddPrivateChannel("secret", Ava);
        var typed = await Ava.TypesAsync("/intro", "", secret);
        await RespondAsync(typed.ResponseUrl, """{"response_type":"in_channel","text":"Hello all"}""");

        Assert.Equal("Hello all", secret.Last.Text);
    }

    [Fact]
    public async Task What_was_sent_can_be_sent_again()
    {
        var typed = await Ava.TypesAsync("/intro", "help");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var (again, replayed) = (await typed.RedeliverAsync(2), await typed.ReplayAsync());

        Assert.Equal(typed.Dispatch.Body, again.Dispatch.Body);
        Assert.Equal("2", again.Dispatch.Headers["x-slack-retry-num"]);
        Assert.NotEqual(
            typed.Dispatch.Headers[FakeSlackSignature.TimestampHeader], again.Dispatch.Headers[FakeSlackSignature.TimestampHeader]);
        Assert.Equal(typed.Dispatch.Headers[FakeSlackSignature.Header], replayed.Dispatch.Headers[FakeSlackSignature.Header]);
        Assert.Equal(3, App.Received.Count);
    }

    [Fact]
    public async Task What_was_sent_can_be_forged()
    {
        var typed = await Ava.TypesAsync("/intro", "help");
        var deliveries = new[]
        {
            await typed.TamperedAsync(body => body.Replace("help", "hell", StringComparison.Ordinal)), await typed.SignedWithAsync("guess"),
            await typed.WithHeadersAsync((FakeSlackSignature.Header, "")),
        };
        var old = await typed.StampedAsync(TimeSpan.FromMinutes(-6));

        Assert.All(App.Received.Skip(1).Take(deliveries.Length), received => Assert.NotEqual(
            FakeSlackSignature.Of(
                Slack.App.SigningSecret,
                received.Headers[FakeSlackSignature.TimestampHeader].ToString(),
                Encoding.UTF8.GetBytes(received.Body)),
            received.Headers[FakeSlackSignature.Header].ToString()));
        Assert.Equal(
            FakeSlackSignature.Timestamp(Clock.GetUtcNow().AddMinutes(-6)), old.Dispatch.Headers[FakeSlackSignature.TimestampHeader]);
    }

    private async Task<FakeSlackDelivery> UsedUpAsync()
    {
        var typed = await Ava.TypesAsync("/intro", "", General);
        for (var use = 1; use <= 5; use++) await RespondAsync(typed.ResponseUrl, """{"text":"again"}""");
        return typed;
    }
}
