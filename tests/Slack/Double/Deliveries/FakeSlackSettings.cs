namespace IntroBot.Tests.Slack.Double.Deliveries;

/// <summary>What Slack itself sends, without anybody's act.</summary>
internal static class FakeSlackSettings
{
    /// <summary>Somebody saves the request URL, and Slack sees whether the app answers with the challenge.</summary>
    public static async Task<FakeSlackDelivery> VerifiesUrlAsync(this FakeSlack slack)
    {
        var challenge = Guid.NewGuid().ToString("N");
        var delivery = await slack.Post.SendAsync(
            FakeSlackDispatchKind.Event,
            new JsonObject { ["token"] = "verification", ["challenge"] = challenge, ["type"] = "url_verification" });
        var isAnswered = delivery.Body == challenge
            || delivery.Body == $"challenge={challenge}"
            || delivery.Json.Text("challenge") == challenge;
        return isAnswered || !slack.ComplainsOfAnswers
            ? delivery
            : throw new FakeSlackUserErrorException($"The challenge was answered with: {delivery.Body}");
    }

    /// <summary>The unsigned check of a distributed app, with what else somebody put in it.</summary>
    public static Task<FakeSlackDelivery> ChecksSslAsync(this FakeSlack slack, params (string Name, string Value)[] besides)
    {
        var form = new JsonObject { ["ssl_check"] = "1", ["token"] = "verification" };
        foreach (var (name, value) in besides) form[name] = value;
        return slack.Post.SendAsync(FakeSlackDispatch.Of(FakeSlackDispatchKind.Command, form), signs: false);
    }

    /// <summary>Slack holds events back for a minute.</summary>
    public static Task<FakeSlackDelivery> HoldsEventsBackAsync(this FakeSlackWorkspace workspace) =>
        workspace.Slack.Post.SendAsync(FakeSlackDispatchKind.Event, new JsonObject
        {
            ["token"] = "verification",
            ["type"] = "app_rate_limited",
            ["team_id"] = workspace.Id,
            ["api_app_id"] = workspace.Slack.App.Id,
            ["minute_rate_limited"] = workspace.Slack.Clock.GetUtcNow().ToUnixTimeSeconds(),
        });
}
