namespace IntroBot.Tests.Slack.Double.WebApi;

/// <summary>Who may call a method: a bot, the app itself with its app-level token, or the client with its id and secret.</summary>
internal enum FakeSlackCaller { Bot, App, Client }

/// <summary>A method of the Web API.</summary>
/// <param name="Act">What it does and answers.</param>
/// <param name="Scope">What every call of it needs; methods whose need depends on the arguments check it themselves.</param>
/// <param name="Writes">Whether it also takes JSON.</param>
/// <param name="Caller">Whose it is.</param>
internal sealed record FakeSlackMethod(
    Func<FakeSlackRequest, JsonObject> Act, string? Scope = null, bool Writes = false, FakeSlackCaller Caller = FakeSlackCaller.Bot)
{
    public static IReadOnlyDictionary<string, FakeSlackMethod> All { get; } = new Dictionary<string, FakeSlackMethod>
    {
        ["auth.test"] = new(FakeSlackAuthMethods.Test, Writes: true),
        ["auth.revoke"] = new(FakeSlackAuthMethods.Revoke),
        ["apps.uninstall"] = new(FakeSlackAuthMethods.Uninstall),
        ["apps.connections.open"] = new(FakeSlackAuthMethods.OpenConnection, Writes: true, Caller: FakeSlackCaller.App),
        ["oauth.v2.access"] = new(FakeSlackOAuth.Access, Caller: FakeSlackCaller.Client),
        ["team.info"] = new(FakeSlackAuthMethods.Team, "team:read"),
        ["chat.postMessage"] = new(FakeSlackChatMethods.Post, "chat:write", Writes: true),
        ["chat.postEphemeral"] = new(FakeSlackChatMethods.PostEphemeral, "chat:write", Writes: true),
        ["chat.update"] = new(FakeSlackChatMethods.Update, "chat:write", Writes: true),
        ["chat.delete"] = new(FakeSlackChatMethods.Delete, "chat:write", Writes: true),
        ["views.open"] = new(FakeSlackViewMethods.Open, Writes: true),
        ["views.push"] = new(FakeSlackViewMethods.Push, Writes: true),
        ["views.update"] = new(FakeSlackViewMethods.Update, Writes: true),
        ["views.publish"] = new(FakeSlackViewMethods.Publish, Writes: true),
        ["conversations.open"] = new(FakeSlackConversationMethods.Open, Writes: true),
        ["conversations.info"] = new(FakeSlackConversationMethods.Info),
        ["conversations.members"] = new(FakeSlackConversationMethods.Members),
        ["conversations.history"] = new(FakeSlackConversationMethods.History),
        ["conversations.replies"] = new(FakeSlackConversationMethods.Replies),
        ["users.info"] = new(FakeSlackUserMethods.Info, "users:read"),
        ["users.list"] = new(FakeSlackUserMethods.List, "users:read"),
    };
}
