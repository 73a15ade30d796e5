using IntroBot.Tests.Slack.Double.Actions;

namespace IntroBot.Tests.Slack.Double.WebApi;

public sealed class FakeSlackViewTests : FakeSlackTests
{
    private static readonly JsonObject Text = new() { ["type"] = "plain_text_input", ["min_length"] = 3, ["max_length"] = 10 };

    private static JsonObject Form => Modal("Form", Input("why", "Why?", (JsonObject)Text.DeepClone()));

    [Fact]
    public async Task A_trigger_opens_one_modal_within_three_seconds()
    {
        var (first, second) = (await Ava.TypesAsync("/intro"), await Ava.TypesAsync("/intro"));
        await OkAsync("views.open", ("trigger_id", first.TriggerId), ("view", Form.ToJsonString()));
        Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal("Form", Ava.Modal!.Title);
        Assert.Equal(
            "exchanged_trigger_id", await ErrorAsync("views.open", ("trigger_id", first.TriggerId), ("view", Form.ToJsonString())));
        Assert.Equal("expired_trigger_id", await ErrorAsync("views.open", ("trigger_id", second.TriggerId), ("view", Form.ToJsonString())));
        Assert.Equal("invalid_trigger_id", await ErrorAsync("views.open", ("trigger_id", "1.2.3"), ("view", Form.ToJsonString())));
    }

    [Fact]
    public async Task A_view_is_of_the_right_kind_and_size()
    {
        var typed = await Ava.TypesAsync("/intro");
        var large = Modal("Form");
        large["private_metadata"] = new string('x', 250_001);

        Assert.Equal("invalid_arguments", await ErrorAsync("views.open", ("trigger_id", typed.TriggerId), ("view", HomeView())));
        Assert.Equal("invalid_arguments", await ErrorAsync("views.open", ("trigger_id", typed.TriggerId), ("view", "no view")));
        Assert.Equal("view_too_large", await ErrorAsync("views.open", ("trigger_id", typed.TriggerId), ("view", large.ToJsonString())));
        Assert.Equal("invalid_arguments", await ErrorAsync("views.publish", ("user_id", Ava.Id), ("view", Form.ToJsonString())));
    }

    [Fact]
    public async Task A_stack_of_modals_is_three_high()
    {
        await OpenedAsync(Modal("One", Actions("More")));
        foreach (var title in new[] { "Two", "Three" })
        {
            var pressed = await Ava.PressesInModalAsync("More");
            await OkAsync("views.push", ("trigger_id", pressed.TriggerId), ("view", Modal(title, Actions("More")).ToJsonString()));
        }
        var last = await Ava.PressesInModalAsync("More");

        Assert.Equal(["One", "Two", "Three"], Ava.Modals.Select(modal => modal.Title));
        Assert.Equal((Ava.Modals[0].Id, Ava.Modals[1].Id), (Ava.Modal!.RootId, Ava.Modal.PreviousId));
        Assert.Equal(
            "push_limit_reached", await ErrorAsync("views.push", ("trigger_id", last.TriggerId), ("view", Modal("Four").ToJsonString())));
    }

    [Fact]
    public async Task An_update_keeps_what_was_entered_in_fields_of_the_same_ids()
    {
        var view = await OpenedAsync(Form);
        Ava.FillsIn(("Why?", "because"));
        await OkAsync(
            "views.update", ("view_id", view.Id), ("hash", view.Hash),
            ("view", Modal("Form", Input("why", "Why, then?", (JsonObject)Text.DeepClone())).ToJsonString()));

        Assert.Equal("because", view.Json()["state"]!["values"]!["why"]!["entry"].Text("value"));
    }

    [Fact]
    public async Task A_stale_view_is_not_overwritten()
    {
        var view = await OpenedAsync(Form);
        var hash = view.Hash;
        await OkAsync("views.update", ("view_id", view.Id), ("hash", hash), ("view", Form.ToJsonString()));

        Assert.Equal(
            "hash_conflict", await ErrorAsync("views.update", ("view_id", view.Id), ("hash", hash), ("view", Form.ToJsonString())));
        await Ava.ClosesAsync();
        Assert.Equal("not_found", await ErrorAsync("views.update", ("view_id", view.Id), ("view", Form.ToJsonString())));
    }

    [Fact]
    public async Task An_external_id_is_of_one_view()
    {
        var named = Form;
        named["external_id"] = "form-1";
        await OpenedAsync(named);
        var typed = await Ben.TypesAsync("/intro");

        Assert.Equal(
            "duplicate_external_id", await ErrorAsync("views.open", ("trigger_id", typed.TriggerId), ("view", named.ToJsonString())));
        await OkAsync("views.update", ("external_id", "form-1"), ("view", named.ToJsonString()));
    }

    [Fact]
    public async Task A_Home_is_published_over_the_one_that_was_seen()
    {
        var first = await OkAsync("views.publish", ("user_id", Ava.Id), ("view", HomeView("one")));
        await OkAsync("views.publish", ("user_id", Ava.Id), ("hash", first["view"].Text("hash")), ("view", HomeView("two")));

        Assert.Equal(
            "hash_conflict",
            await ErrorAsync("views.publish", ("user_id", Ava.Id), ("hash", first["view"].Text("hash")), ("view", HomeView("three"))));
        Assert.Contains("two", Ava.Home!.ToString(), StringComparison.Ordinal);
        Slack.App.HomeEnabled = false;
        Assert.Equal("not_enabled", await ErrorAsync("views.publish", ("user_id", Ava.Id), ("view", HomeView())));
    }

    [Fact]
    public async Task A_button_on_the_Home_sends_the_view()
    {
        await OkAsync(
            "views.publish", ("user_id", Ava.Id),
            ("view", new JsonObject { ["type"] = "home", ["blocks"] = new JsonArray(Actions("Pause")) }.ToJsonString()));
        var pressed = await Ava.PressesAtHomeAsync("Pause");

        Assert.Equal((Ava.Home!.Id, Ava.Home.Hash), (pressed.Payload["container"].Text("view_id"), pressed.Payload["view"].Text("hash")));
        Assert.False(pressed.Payload.ContainsKey("response_url"));
    }

    [Theory, InlineData(""), InlineData("ab"), InlineData("much too long a text")]
    public async Task The_client_does_not_let_a_person_submit_what_the_field_forbids(string text)
    {
        await OpenedAsync(Form);
        var before = App.Received.Count;

        await Assert.ThrowsAsync<FakeSlackUserErrorException>(() => Ava.SubmitsAsync(("why", text)));
        Assert.Equal(before, App.Received.Count);
    }

    [Fact]
    public async Task A_submission_carries_what_was_entered_and_closes_the_modal()
    {
        var options = new JsonArray(Option("Design", "d"), Option("Code", "c"), Option("Money", "m"));
        await OpenedAsync(Modal(
            "Form",
            Input("why", "Why?", (JsonObject)Text.DeepClone()),
            Input("who", "Who?", new JsonObject { ["type"] = "users_select" }),
            Input(
                "topics", "Topics", new JsonObject { ["type"] = "multi_static_select", ["options"] = options, ["max_selected_items"] = 2 }),
            Input("note", "A note", new JsonObject { ["type"] = "plain_text_input" }, optional: true)));
        var sent = await Ava.SubmitsAsync(("Why?", "because"), ("who", Ben.Id), ("topics", "Design"), ("topics", "c"));
        var values = sent.Payload["view"]!["state"]!["values"]!;

        Assert.Equal("because", values["why"]!["entry"].Text("value"));
        Assert.Equal(Ben.Id, values["who"]!["entry"].Text("selected_user"));
        Assert.Equal(["d", "c"], values["topics"]!["entry"].Objects("selected_options").Select(option => option.Text("value")));
        Assert.Null(values["note"]!["entry"]!["value"]);
        Assert.Equal(("form", "7"), (sent.Payload["view"].Text("callback_id"), sent.Payload["view"].Text("private_metadata")));
        Assert.Empty(Ava.Modals);
    }

    [Fact]
    public async Task Errors_keep_the_modal_open_and_belong_to_inputs()
    {
        await OpenedAsync(Form);
        App.Answer = _ => (200, """{"response_action":"errors","errors":{"why":"Say more"}}""");
        await Ava.SubmitsAsync(("why", "because"));

        Assert.Equal("Say more", Ava.ModalErrors["why"]);
        Assert.NotNull(Ava.Modal);
        App.Answer = _ => (200, """{"response_action":"errors","errors":{"elsewhere":"Say more"}}""");
        await Assert.ThrowsAsync<FakeSlackUserErrorException>(() => Ava.SubmitsAsync(("why", "because")));
    }

    [Fact]
    public async Task A_submission_can_be_answered_with_another_view()
    {
        await OpenedAsync(Form);
        App.Answer = _ => (200, new JsonObject { ["response_action"] = "push", ["view"] = Modal("Second") }.ToJsonString());
        await Ava.SubmitsAsync(("why", "because"));
        App.Answer = _ => (200, new JsonObject { ["response_action"] = "update", ["view"] = Modal("Changed") }.ToJsonString());
        await Ava.SubmitsAsync();
        Assert.Equal(["Form", "Changed"], Ava.Modals.Select(modal => modal.Title));

        App.Answer = _ => (200, """{"response_action":"clear"}""");
        await Ava.SubmitsAsync();
        Assert.Empty(Ava.Modals);
    }

    [Theory, InlineData("{}"), InlineData(" "), InlineData("ok"), InlineData("""{"response_action":"update"}"""),
        InlineData("""{"response_action":"errors","errors":{}}""")]
    public async Task An_answer_that_a_modal_does_not_take_fails_the_act(string body)
    {
        await OpenedAsync(Form);
        App.Answer = _ => (200, body);

        await Assert.ThrowsAsync<FakeSlackUserErrorException>(() => Ava.SubmitsAsync(("why", "because")));
    }

    [Fact]
    public async Task Closing_is_told_only_to_who_asked_for_it()
    {
        await OpenedAsync(Form);
        Assert.Null(await Ava.ClosesAsync());

        var asking = Form;
        asking["notify_on_close"] = true;
        await OpenedAsync(asking);
        var closed = await Ava.ClosesAllAsync();
        Assert.Equal(("view_closed", true), (closed!.Payload.Text("type"), closed.Payload.Flag("is_cleared")));
    }

    [Fact]
    public async Task An_external_menu_offers_what_the_app_suggests()
    {
        await OpenedAsync(Modal("Form", Input("who", "Who?", new JsonObject { ["type"] = "external_select", ["min_query_length"] = 1 })));
        App.Answer = _ => (200, new JsonObject { ["options"] = new JsonArray(Option("Design", "d"), Option("Code", "c")) }.ToJsonString());
        var offered = await Ava.TypesIntoAsync("Who?", "d");
        App.Answer = _ => (200, "");
        var sent = await Ava.SubmitsAsync(("who", "Code"));

        Assert.Equal(["Design", "Code"], offered);
        Assert.Equal("c", sent.Payload["view"]!["state"]!["values"]!["who"]!["entry"]!["selected_option"].Text("value"));
    }

    [Theory, InlineData(101, 5), InlineData(1, 76)]
    public async Task An_external_menu_takes_a_hundred_short_options(int count, int length)
    {
        await OpenedAsync(Modal("Form", Input("who", "Who?", new JsonObject { ["type"] = "external_select", ["min_query_length"] = 0 })));
        App.Answer = _ => (200, new JsonObject
        {
            ["options"] = TestJson.Array(Enumerable.Range(0, count).Select(number => Option(new string('x', length), $"{number}"))),
        }.ToJsonString());

        await Assert.ThrowsAsync<FakeSlackUserErrorException>(() => Ava.TypesIntoAsync("who", ""));
    }

    private static JsonObject Actions(string label) => (JsonObject)JsonNode.Parse(Buttons(label))![0]!.DeepClone();

    private static JsonObject Option(string text, string value) => new() { ["text"] = Plain(text), ["value"] = value };
}
