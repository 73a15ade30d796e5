using Microsoft.AspNetCore.Http;

namespace IntroBot.Tests.Slack.Double.WebApi;

/// <summary>The consent page, and what a consent is exchanged for.</summary>
internal sealed class FakeSlackOAuth(FakeSlack slack)
{
    /// <summary>How long the code of a consent can be exchanged.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(10);

    /// <summary>Shows the page, which a test then allows or denies, or says what is wrong with the link.</summary>
    public async Task AskAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var asked = new FakeSlackConsent(
            slack, query["client_id"].ToString(), query["scope"].ToString(), query["state"].ToString(), query["redirect_uri"].ToString());
        var fault = asked.ClientId != slack.App.ClientId ? "invalid_client_id"
            : asked.Scopes.Count == 0 ? "no_scopes"
            : !IsRegistered(asked.RedirectUri) ? "bad_redirect_uri"
            : null;
        if (fault is null) slack.Note(asked);
        context.Response.StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        await context.Response.WriteAsync(fault ?? "IntroBot asks to be installed.");
        slack.Changed();
    }

    public static JsonObject Access(FakeSlackRequest ask)
    {
        if (ask.LacksClient() is { } refusal) return refusal;
        return ask["grant_type"] switch
        {
            "" or "authorization_code" => Exchange(ask),
            "refresh_token" => Refresh(ask),
            _ => FakeSlackAnswer.No("invalid_grant_type"),
        };
    }

    private static JsonObject Exchange(FakeSlackRequest ask)
    {
        if (!ask.Slack.Grants.TryGetValue(ask["code"], out var grant)) return FakeSlackAnswer.No("invalid_code");
        if (grant.RedirectUri != ask["redirect_uri"]) return FakeSlackAnswer.No("bad_redirect_uri");
        ask.Slack.Grants.Remove(ask["code"]);
        if (ask.Slack.Clock.GetUtcNow() - grant.At >= CodeLife) return FakeSlackAnswer.No("invalid_code");

        // A consent only ever adds: what was granted before stays granted.
        var before = grant.Workspace is { IsInstalled: true, Tokens: [.., var last] } ? last.Scopes : [];
        return Given(grant.Workspace.Install(before.Union(grant.Scopes)), grant.Installer);
    }

    private static JsonObject Refresh(FakeSlackRequest ask)
    {
        var old = ask.Slack.Workspaces.Where(workspace => workspace.IsInstalled).SelectMany(workspace => workspace.Tokens)
            .FirstOrDefault(token => token.RefreshToken is { } refresh && refresh == ask["refresh_token"]);
        return old is null ? FakeSlackAnswer.No("invalid_refresh_token") : Given(old.Refresh(), null);
    }

    private static JsonObject Given(FakeSlackToken token, FakeSlackPerson? installer)
    {
        var answer = FakeSlackAnswer.Yes(
            ("access_token", token.Value), ("token_type", "bot"), ("scope", string.Join(',', token.Scopes.Order(StringComparer.Ordinal))),
            ("bot_user_id", token.Workspace.Bot.Id), ("app_id", token.Workspace.Slack.App.Id), ("enterprise", null),
            ("is_enterprise_install", false), ("team", new JsonObject { ["id"] = token.Workspace.Id, ["name"] = token.Workspace.Name }));
        if (installer is not null) answer["authed_user"] = new JsonObject { ["id"] = installer.Id };
        if (token.RefreshToken is null) return answer;
        answer["expires_in"] = (int)FakeSlackToken.Life.TotalSeconds;
        answer["refresh_token"] = token.RefreshToken;
        return answer;
    }

    private bool IsRegistered(string redirect) => slack.App.RedirectUrls.Count == 0 || redirect.Length == 0
        || slack.App.RedirectUrls.Any(url => redirect == url.AbsoluteUri
            || redirect.StartsWith($"{url.AbsoluteUri.TrimEnd('/')}/", StringComparison.Ordinal));
}
