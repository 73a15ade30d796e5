namespace IntroBot.Tests.Slack.Double.WebApi;

/// <summary>A call of the app, as it arrived.</summary>
internal sealed record FakeSlackCall(string Method, IReadOnlyDictionary<string, string> Fields, string Token, DateTimeOffset At)
{
    public string this[string field] => Fields.GetValueOrDefault(field, "");
}
