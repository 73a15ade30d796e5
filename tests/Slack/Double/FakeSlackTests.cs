using IntroBot.Tests.Slack.Double.Actions;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Slack.Double;

/// <summary>A workspace with two people, a channel, and an app of nothing but an address.</summary>
public abstract class FakeSlackTests : IAsyncLifetime
{
    private readonly HttpClient client = new();
    private FakeSlack? slack;
    private ListeningApp? app;

    private protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    private protected FakeSlack Slack => slack!;

    private protected ListeningApp App => app!;

    private protected HttpClient Client => client;

    private protected FakeSlackWorkspace Acme { get; private set; } = null!;

    private protected FakeSlackPerson Ava { get; private set; } = null!;

    private protected FakeSlackPerson Ben { get; private set; } = null!;

    private protected FakeSlackChannel General { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        slack = await FakeSlack.StartAsync(Clock);
        app = await ListeningApp.StartAsync();
        Slack.App.ListensAt(App.Address);
        Acme = Slack.AddWorkspace("Acme");
        Ava = Acme.AddPerson("Ava Stone");
        Ben = Acme.AddPerson("Ben Okri");
        General = Acme.AddChannel("general", Ava, Ben, Acme.Bot);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await App.DisposeAsync();
        await Slack.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static string Section(string text) =>
        new JsonArray(new JsonObject
        {
            ["type"] = "section",
            ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = text },
        }).ToJsonString();

    private protected static string Buttons(params string[] labels) => new JsonArray(new JsonObject
    {
        ["type"] = "actions",
        ["block_id"] = "choices",
        ["elements"] = TestJson.Array(labels.Select(label => new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = $"act.{label}",
            ["value"] = $"value of {label}",
            ["text"] = Plain(label),
        })),
    }).ToJsonString();

    private protected static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text };

    private protected static JsonObject Input(string block, string label, JsonObject element, bool optional = false)
    {
        element["action_id"] = "entry";
        return new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = block,
            ["label"] = Plain(label),
            ["element"] = element,
            ["optional"] = optional,
        };
    }

    private protected static JsonObject Modal(string title, params JsonObject[] blocks) =>
        ModalOf(title, blocks.Length > 0 ? blocks : [new JsonObject { ["type"] = "divider" }]);

    private static JsonObject ModalOf(string title, JsonObject[] blocks) => new()
    {
        ["type"] = "modal",
        ["callback_id"] = "form",
        ["private_metadata"] = "7",
        ["title"] = Plain(title),
        ["submit"] = Plain("Send"),
        ["blocks"] = TestJson.Array(blocks),
    };

    private protected static string HomeView(string text = "Welcome") => $$"""{"type":"home","blocks":{{Section(text)}}}""";

    private protected async Task<JsonObject> CallAsync(string method, params (string Name, string Value)[] fields) =>
        await CallWithAsync(Acme.Token, method, fields);

    private protected async Task<JsonObject> CallWithAsync(string token, string method, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(token, method, fields);
        return (JsonObject)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private protected async Task<HttpResponseMessage> SendAsync(string token, string method, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Slack.Address, $"api/{method}"))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        if (token.Length > 0) request.Headers.Authorization = new("Bearer", token);
        return await Client.SendAsync(request);
    }

    private protected async Task<FakeSlackMessage> PostedAsync(FakeSlackChannel channel, string text, string blocks = "[]")
    {
        await OkAsync("chat.postMessage", ("channel", channel.Id), ("text", text), ("blocks", blocks));
        return channel.Last;
    }

    private protected async Task<JsonObject> OkAsync(string method, params (string Name, string Value)[] fields)
    {
        var answer = await CallAsync(method, fields);
        Assert.True(answer.Flag("ok"), answer.ToJsonString());
        return answer;
    }

    private protected async Task<string> ErrorAsync(string method, params (string Name, string Value)[] fields)
    {
        var answer = await CallAsync(method, fields);
        Assert.False(answer.Flag("ok"), answer.ToJsonString());
        return answer.Text("error");
    }

    /// <summary>Opens a modal for Ava by a command of hers.</summary>
    private protected async Task<FakeSlackView> OpenedAsync(JsonObject view)
    {
        var typed = await Ava.TypesAsync("/intro");
        await OkAsync("views.open", ("trigger_id", typed.TriggerId), ("view", view.ToJsonString()));
        return Ava.Modal!;
    }

    private protected async Task<string> RespondAsync(Uri url, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await Client.PostAsync(url, content);
        return await answer.Content.ReadAsStringAsync();
    }
}
