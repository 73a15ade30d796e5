namespace IntroBot.Tests.Slack.Double.Agreement;

/// <summary>One Slack of two that are compared: how it is called, and who and what is there.</summary>
/// <param name="Call">Calls a method with fields.</param>
/// <param name="TriggerAsync">What lets Ava be shown a modal.</param>
/// <param name="Ava">A person.</param>
/// <param name="Ben">Another person.</param>
/// <param name="Channel">A channel both are in.</param>
internal sealed record ComparedSlack(
    Func<string, IReadOnlyDictionary<string, string>, Task<JsonElement>> Call,
    Func<Task<string>> TriggerAsync, string Ava, string Ben, string Channel)
{
    public Task<JsonElement> AskAsync(string method, params (string Name, string Value)[] fields) =>
        Call(method, fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal));

    public static ComparedSlack Of(FakeSlack slack, HttpClient client)
    {
        var acme = slack.AddWorkspace("Acme");
        var (ava, ben) = (acme.AddPerson("Ava Stone"), acme.AddPerson("Ben Okri"));
        var channel = acme.AddChannel("introductions", ava, ben, acme.Bot);
        return new ComparedSlack(
            Forms(client, slack.Address, acme.Token), () => Task.FromResult(slack.Triggers.Issue(ava)), ava.Id, ben.Id, channel.Id);
    }

    public static async Task<ComparedSlack> OfAsync(Emulate emulate, HttpClient client)
    {
        var call = Forms(client, emulate.Address, Emulate.Token);
        var (people, channels) = (await call("users.list", Nothing), await call("conversations.list", Nothing));
        var ava = Id(people.GetProperty("members"), "ava.stone");
        return new ComparedSlack(
            call,
            async () => (await call("views.generateTriggerId", new Dictionary<string, string> { ["user_id"] = ava }))
                .GetProperty("trigger_id").GetString()!,
            ava,
            Id(people.GetProperty("members"), "ben.okri"),
            Id(channels.GetProperty("channels"), "introductions"));
    }

    private static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();

    private static Func<string, IReadOnlyDictionary<string, string>, Task<JsonElement>> Forms(
        HttpClient client, Uri address, string token) =>
        async (method, fields) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, $"api/{method}"))
            {
                Content = new FormUrlEncodedContent(fields),
            };
            request.Headers.Authorization = new("Bearer", token);
            using var answer = await client.SendAsync(request);
            return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
        };

    private static string Id(JsonElement list, string name) =>
        list.EnumerateArray().First(each => each.GetProperty("name").GetString() == name).GetProperty("id").GetString()!;
}
