namespace IntroBot.Tests.Slack.Double.WebApi;

/// <summary>The people of a workspace.</summary>
internal static class FakeSlackUserMethods
{
    public static JsonObject Info(FakeSlackRequest ask) => ask.Workspace.FindPerson(ask["user"]) switch
    {
        null => FakeSlackAnswer.No("user_not_found"),
        { IsHidden: true } => FakeSlackAnswer.No("user_not_visible"),
        var person => FakeSlackAnswer.Yes(("user", person.Json(ask.Flag("include_locale"), ask.Token.Scopes.Contains("users:read.email")))),
    };

    /// <summary>Everybody but those of other workspaces.</summary>
    public static JsonObject List(FakeSlackRequest ask)
    {
        var all = ask.Workspace.People.Where(person => person is { IsForeign: false, IsHidden: false }).ToList();
        var (page, next) = ask.Page(all, all.Count);
        var users = page.Select(person => person.Json(ask.Flag("include_locale"), ask.Token.Scopes.Contains("users:read.email")));
        return FakeSlackAnswer.Yes(
            ("members", TestJson.Array(users)), ("cache_ts", ask.Slack.Clock.GetUtcNow().ToUnixTimeSeconds()), ("response_metadata", next));
    }
}
