namespace IntroBot.Tests.Slack.Double.WebApi;

/// <summary>Who the app is, and how it leaves.</summary>
internal static class FakeSlackAuthMethods
{
    public static JsonObject Test(FakeSlackRequest ask) => FakeSlackAnswer.Yes(
        ("url", $"https://{ask.Workspace.Domain}.slack.com/"), ("team", ask.Workspace.Name), ("user", ask.Workspace.Bot.Name),
        ("team_id", ask.Workspace.Id),
        ("user_id", ask.Workspace.Bot.Id), ("bot_id", ask.Workspace.BotId), ("is_enterprise_install", false));

    public static JsonObject Team(FakeSlackRequest ask) => FakeSlackAnswer.Yes(("team", new JsonObject
    {
        ["id"] = ask.Workspace.Id,
        ["name"] = ask.Workspace.Name,
        ["domain"] = ask.Workspace.Domain,
        ["email_domain"] = "",
    }));

    public static JsonObject Revoke(FakeSlackRequest ask)
    {
        if (!ask.Flag("test")) ask.Token.IsRevoked = true;
        return FakeSlackAnswer.Yes(("revoked", !ask.Flag("test")));
    }

    public static JsonObject Uninstall(FakeSlackRequest ask)
    {
        if (ask.LacksClient() is { } refusal) return refusal;
        ask.Workspace.IsInstalled = false;
        return FakeSlackAnswer.Yes();
    }

    public static JsonObject OpenConnection(FakeSlackRequest ask) => ask.Slack.App.SocketMode
        ? FakeSlackAnswer.Yes(("url", ask.Slack.Sockets.NewAddress().ToString()))
        : FakeSlackAnswer.No("socket_mode_disabled");
}
