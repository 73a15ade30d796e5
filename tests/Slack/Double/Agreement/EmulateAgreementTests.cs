namespace IntroBot.Tests.Slack.Double.Agreement;

/// <summary>The double and an emulator that others wrote answer the same calls alike, so neither is wrong alone.</summary>
public sealed class EmulateAgreementTests(Emulate emulate) : IClassFixture<Emulate>, IAsyncLifetime
{
    private const string Marker = """{"event_type":"intro","event_payload":{"key":"k1"}}""";
    private const string Section = """[{"type":"section","text":{"type":"mrkdwn","text":"Hello"}}]""";
    private const string Home = $$"""{"type":"home","blocks":{{Section}}}""";
    private const string Modal = $$"""
        {"type":"modal","callback_id":"form","private_metadata":"7","title":{"type":"plain_text","text":"Form"},
         "submit":{"type":"plain_text","text":"Send"},"blocks":{{Section}}}
        """;

    private static readonly string[] ViewFields =
    [
        "view.id", "view.type", "view.hash", "view.callback_id", "view.private_metadata", "view.external_id", "view.root_view_id",
        "view.state.values", "view.app_id", "view.bot_id",
    ];

    private readonly HttpClient client = new();
    private FakeSlack? slack;
    private ComparedSlack[] sides = [];

    public async ValueTask InitializeAsync()
    {
        slack = await FakeSlack.StartAsync();
        sides = [ComparedSlack.Of(slack, client), await ComparedSlack.OfAsync(emulate, client)];
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await slack!.DisposeAsync();
    }

    [Fact]
    public Task Who_the_app_is() => AgreeAsync(side => side.AskAsync("auth.test"), "team_id", "team", "user_id", "user", "bot_id", "url");

    [Fact]
    public Task Who_a_person_is() => AgreeAsync(
        side => side.AskAsync("users.info", ("user", side.Ava)),
        "user.id", "user.team_id", "user.name", "user.deleted", "user.is_bot",
        "user.is_admin", "user.profile.real_name", "user.profile.display_name");

    [Fact]
    public Task A_person_who_is_not_there() => AgreeAsync(side => side.AskAsync("users.info", ("user", "U404")));

    [Fact]
    public Task A_conversation_with_one() => AgreeAsync(side => side.AskAsync("conversations.open", ("users", side.Ben)), "channel.id");

    [Fact]
    public Task A_conversation_with_one_again() => AgreeAsync(async side =>
    {
        var first = await side.AskAsync("conversations.open", ("users", side.Ava));
        var second = await side.AskAsync("conversations.open", ("users", side.Ava));
        Assert.Equal(
            first.GetProperty("channel").GetProperty("id").GetString(), second.GetProperty("channel").GetProperty("id").GetString());
        return second;
    }, "channel.id", "already_open");

    [Fact]
    public Task A_conversation_with_two_in_any_order() => AgreeAsync(async side =>
    {
        var first = await side.AskAsync("conversations.open", ("users", $"{side.Ava},{side.Ben}"));
        var second = await side.AskAsync("conversations.open", ("users", $"{side.Ben},{side.Ava}"));
        Assert.Equal(
            first.GetProperty("channel").GetProperty("id").GetString(), second.GetProperty("channel").GetProperty("id").GetString());
        return second;
    }, "channel.id", "already_open");

    [Theory, InlineData("U404"), InlineData("U1,U2,U3,U4,U5,U6,U7,U8,U9")]
    public Task A_conversation_that_cannot_be(string users) => AgreeAsync(side => side.AskAsync("conversations.open", ("users", users)));

    [Fact]
    public Task A_conversation_with_nobody() => AgreeAsync(side => side.AskAsync("conversations.open"));

    [Fact]
    public Task A_message() => AgreeAsync(
        side => side.AskAsync("chat.postMessage", ("channel", side.Channel), ("text", "Hello"), ("blocks", Section)),
        "channel", "ts", "message.text", "message.user", "message.ts", "message.blocks");

    [Fact]
    public Task A_message_to_nowhere() => AgreeAsync(side => side.AskAsync("chat.postMessage", ("channel", "C404"), ("text", "Hello")));

    [Fact]
    public Task A_message_that_says_nothing() => AgreeAsync(side => side.AskAsync("chat.postMessage", ("channel", side.Channel)));

    [Fact]
    public Task A_changed_message_loses_its_blocks() => AgreeAsync(async side =>
    {
        var posted = await side.AskAsync("chat.postMessage", ("channel", side.Channel), ("text", "Hello"), ("blocks", Section));
        var changed = await side.AskAsync(
            "chat.update", ("channel", side.Channel), ("ts", posted.GetProperty("ts").GetString()!), ("text", "Done"));
        Assert.False(changed.GetProperty("message").TryGetProperty("blocks", out _));
        return changed;
    }, "channel", "ts", "text", "message.text", "message.edited.user");

    [Fact]
    public Task A_change_of_what_is_not_there() =>
        AgreeAsync(side => side.AskAsync("chat.update", ("channel", side.Channel), ("ts", "1.000001"), ("text", "Done")));

    [Fact]
    public Task A_change_to_nothing() => AgreeAsync(async side =>
    {
        var posted = await side.AskAsync("chat.postMessage", ("channel", side.Channel), ("text", "Hello"));
        return await side.AskAsync("chat.update", ("channel", side.Channel), ("ts", posted.GetProperty("ts").GetString()!));
    });

    [Fact]
    public Task A_deleted_message_is_gone() => AgreeAsync(async side =>
    {
        var posted = await side.AskAsync("chat.postMessage", ("channel", side.Channel), ("text", "Hello"));
        var ts = posted.GetProperty("ts").GetString()!;
        await side.AskAsync("chat.delete", ("channel", side.Channel), ("ts", ts));
        return await side.AskAsync("chat.delete", ("channel", side.Channel), ("ts", ts));
    });

    [Fact]
    public Task An_ephemeral_message() => AgreeAsync(
        side => side.AskAsync("chat.postEphemeral", ("channel", side.Channel), ("user", side.Ava), ("text", "Only you")), "message_ts");

    [Fact]
    public Task A_history_with_markers() => AgreeAsync(
        async side =>
        {
            var chat = (await side.AskAsync("conversations.open", ("users", side.Ava)))
                .GetProperty("channel")
                .GetProperty("id")
                .GetString()!;
            await side.AskAsync("chat.postMessage", ("channel", chat), ("text", "Hello"), ("metadata", Marker));
            return await side.AskAsync("conversations.history", ("channel", chat), ("include_all_metadata", "true"), ("limit", "1"));
        },
        "messages.0.ts", "messages.0.text", "messages.0.user", "messages.0.metadata.event_type",
        "messages.0.metadata.event_payload.key", "has_more", "response_metadata.next_cursor");

    [Fact]
    public Task A_published_Home() => AgreeAsync(async side =>
    {
        var first = await side.AskAsync("views.publish", ("user_id", side.Ava), ("view", Home));
        return await side.AskAsync(
            "views.publish", ("user_id", side.Ava), ("view", Home), ("hash", first.GetProperty("view").GetProperty("hash").GetString()!));
    }, ViewFields);

    [Fact]
    public Task A_Home_that_changed_meanwhile() => AgreeAsync(async side =>
    {
        var first = await side.AskAsync("views.publish", ("user_id", side.Ben), ("view", Home));
        await side.AskAsync("views.publish", ("user_id", side.Ben), ("view", Home));
        return await side.AskAsync(
            "views.publish", ("user_id", side.Ben), ("view", Home), ("hash", first.GetProperty("view").GetProperty("hash").GetString()!));
    });

    [Fact]
    public Task A_Home_of_nobody() => AgreeAsync(side => side.AskAsync("views.publish", ("user_id", "U404"), ("view", Home)));

    [Fact]
    public Task A_modal() =>
        AgreeAsync(async side => await side.AskAsync("views.open", ("trigger_id", await side.TriggerAsync()), ("view", Modal)), ViewFields);

    [Fact]
    public Task A_modal_that_is_changed_and_changed_again_from_the_first() => AgreeAsync(async side =>
    {
        var view = (await side.AskAsync("views.open", ("trigger_id", await side.TriggerAsync()), ("view", Modal))).GetProperty("view");
        var (id, hash) = (view.GetProperty("id").GetString()!, view.GetProperty("hash").GetString()!);
        Assert.True((await side.AskAsync("views.update", ("view_id", id), ("hash", hash), ("view", Modal))).GetProperty("ok").GetBoolean());
        return await side.AskAsync("views.update", ("view_id", id), ("hash", hash), ("view", Modal));
    });

    [Fact]
    public Task A_trigger_used_twice() => AgreeAsync(async side =>
    {
        var trigger = await side.TriggerAsync();
        await side.AskAsync("views.open", ("trigger_id", trigger), ("view", Modal));
        return await side.AskAsync("views.open", ("trigger_id", trigger), ("view", Modal));
    });

    [Fact]
    public Task A_trigger_that_never_was() => AgreeAsync(side => side.AskAsync("views.open", ("trigger_id", "1.2.3"), ("view", Modal)));

    [Fact]
    public Task A_view_that_is_not_open() => AgreeAsync(side => side.AskAsync("views.update", ("view_id", "V404"), ("view", Modal)));

    [Fact]
    public Task Emulate_shows_markers_that_nobody_asked_for() => DifferAsync(async side =>
    {
        var chat = (await side.AskAsync("conversations.open", ("users", side.Ava))).GetProperty("channel").GetProperty("id").GetString()!;
        await side.AskAsync("chat.postMessage", ("channel", chat), ("text", "Hello"), ("metadata", Marker));
        var history = await side.AskAsync("conversations.history", ("channel", chat), ("limit", "1"));
        return $"{At(history, "messages.0.metadata.event_payload.key")?.ValueKind}";
    }, "", "String");

    [Fact]
    public Task Emulate_knows_no_time_zones() => DifferAsync(
        async side => $"{At(await side.AskAsync("users.info", ("user", side.Ava)), "user.tz")?.ValueKind}", "String", "");

    [Fact]
    public Task Emulate_looks_for_the_message_before_the_channel() => DifferAsync(
        async side => $"{At(await side.AskAsync("chat.update", ("channel", "C404"), ("ts", "1.000001"), ("text", "Done")), "error")}",
        "channel_not_found", "message_not_found");

    /// <summary>Both answer with the same outcome, and each of these fields is there in the same kind.</summary>
    private async Task AgreeAsync(Func<ComparedSlack, Task<JsonElement>> ask, params string[] fields)
    {
        var (ours, theirs) = (await ask(sides[0]), await ask(sides[1]));

        Assert.Equal($"{At(theirs, "ok")} {At(theirs, "error")}", $"{At(ours, "ok")} {At(ours, "error")}");
        Assert.Equal(fields.Select(field => (field, Kind(theirs, field))), fields.Select(field => (field, Kind(ours, field))));
        Assert.All(fields, field => Assert.NotNull(Kind(ours, field)));
    }

    private async Task DifferAsync(Func<ComparedSlack, Task<string>> ask, string ours, string theirs) =>
        Assert.Equal((ours, theirs), (await ask(sides[0]), await ask(sides[1])));

    private static JsonValueKind? Kind(JsonElement answer, string path) =>
        At(answer, path)?.ValueKind is var kind && kind is JsonValueKind.False ? JsonValueKind.True : kind;

    private static JsonElement? At(JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind == JsonValueKind.Array && int.TryParse(name, out var index) && index < element.GetArrayLength())
                element = element[index];
            else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element)) return null;
        }
        return element;
    }
}
