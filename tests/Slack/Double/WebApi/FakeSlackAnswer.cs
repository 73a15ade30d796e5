namespace IntroBot.Tests.Slack.Double.WebApi;

/// <summary>The answers of the Web API.</summary>
internal static class FakeSlackAnswer
{
    public static JsonObject Yes(params (string Name, JsonNode? Value)[] fields)
    {
        var answer = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in fields) answer[name] = value;
        return answer;
    }

    public static JsonObject No(string error) => new() { ["ok"] = false, ["error"] = error };

    public static JsonObject No(string error, IEnumerable<string> messages) =>
        new() { ["ok"] = false, ["error"] = error, ["response_metadata"] = new JsonObject { ["messages"] = TestJson.Array(messages) } };
}
