namespace IntroBot.Tests.Teams.Double;

/// <summary>Tells the bot things, with a token as genuine as a test wants it.</summary>
internal sealed class FakeTeamsSender(FakeTeams teams) : IDisposable
{
    private readonly HttpClient wire = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = FakeTeams.MaxWait };

    /// <summary>How often everything is told.</summary>
    public int Times { get; set; } = 1;

    /// <summary>How long an answer is waited for; set before anything is told.</summary>
    public TimeSpan AnswerTime { get => wire.Timeout; set => wire.Timeout = value; }

    /// <summary>Everything told so far, oldest first.</summary>
    public ImmutableList<JsonObject> Told { get; private set; } = [];

    /// <summary>Tells something; complains of an answer that Teams would show as an error.</summary>
    public async Task<FakeTeamsAnswer> SendAsync(JsonObject activity)
    {
        lock (teams.Gate) Told = Told.Add((JsonObject)activity.DeepClone());
        var answers = await Task.WhenAll(Enumerable.Range(0, Times).Select(_ => SendAsync(activity.ToJsonString(), Bearer(activity))));
        if (Array.Find(answers, each => each.Status is < 200 or >= 300) is { } bad)
        {
            var what = $"{activity.Text("type")} {activity.Text("name")}";
            throw new FakeTeamsUserErrorException($"The {what} was answered with {bad.Status}: {bad.Body}");
        }

        return answers[0];
    }

    /// <summary>Sends anything with any header for a token, and minds nothing.</summary>
    public async Task<FakeTeamsAnswer> SendAsync(string body, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, teams.App.Endpoint)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await wire.SendAsync(request);
        return new FakeTeamsAnswer((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => wire.Dispose();

    private string Bearer(JsonObject activity) => $"Bearer {teams.Keys.Sign(teams.Keys.Claims(activity.Text("serviceUrl")))}";
}

/// <summary>What the bot answered.</summary>
internal sealed record FakeTeamsAnswer(int Status, string Body)
{
    public JsonNode? Json => TestJson.Parsed(Body);
}

/// <summary>Something the real Teams would not let pass.</summary>
internal sealed class FakeTeamsUserErrorException(string message) : Exception(message);
