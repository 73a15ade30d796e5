using System.Net;
using IntroBot.Platforms;
using IntroBot.Slack.WebApi;
using Microsoft.AspNetCore.WebUtilities;

namespace IntroBot.Slack.Install;

/// <summary>
/// <c>GET /slack/install</c> and <c>/slack/oauth_redirect</c>: from “Add to Slack” to a stored token. The state is random, lives ten
/// minutes, is bound to the browser by a cookie and used once; <see href="https://docs.slack.dev/authentication/installing-with-oauth"/>.
/// </summary>
internal sealed class InstallEndpoints(
    SlackOptions options, TokenExchange exchange, StoredInstallations installations, SlackWelcome welcome, OAuthStates states)
{
    public const string InstallPath = "/slack/install";
    public const string RedirectPath = "/slack/oauth_redirect";

    private const string Cookie = "introbot_slack_state";

    public Task BeginAsync(HttpContext context)
    {
        var (state, proof) = states.Issue();
        context.Response.Cookies.Append(Cookie, proof, CookieOf(context));
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(QueryHelpers.AddQueryString(
            new Uri(options.Api, "../oauth/v2/authorize").ToString(), new Dictionary<string, string?>
            {
                ["client_id"] = options.ClientId,
                ["scope"] = string.Join(',', SlackScopes.Bot),
                ["user_scope"] = "",
                ["state"] = state,
            }));
        return Task.CompletedTask;
    }

    public async Task EndAsync(HttpContext context)
    {
        var (query, proof) = (context.Request.Query, context.Request.Cookies[Cookie]);
        context.Response.Cookies.Delete(Cookie, CookieOf(context));
        context.Response.Headers.CacheControl = "no-store";
        if (!await states.SpendAsync(query["state"].ToString(), proof, context.RequestAborted))
        {
            // An install that begins inside Slack has no state of ours: it begins here instead, and shows what is agreed to.
            context.Response.Redirect(InstallPath);
            return;
        }

        var page = query["code"].ToString() is { Length: > 0 } code && query["error"].Count == 0
            ? await RedeemAsync(code)
            : InstallPage.Declined;
        await page.WriteAsync(context);
    }

    /// <summary>A code is good once: when the browser is closed now, the app is installed all the same.</summary>
    private async Task<InstallPage> RedeemAsync(string code)
    {
        switch (await exchange.RedeemAsync(code, CancellationToken.None))
        {
            case SendResult<OAuthResponse>.Sent { Value: { IsEnterpriseInstall: true } }:
                return InstallPage.WholeOrganization;
            case SendResult<OAuthResponse>.Sent { Value: { AccessToken.Length: > 0, Team: { Id: { } team, Name: var name } } granted }
                when SlackIds.IsTeam(team):
                await installations.SaveAsync(granted, CancellationToken.None);
                await welcome.SayAsync(team, granted.AuthedUser?.Id, CancellationToken.None);
                return InstallPage.Installed(name ?? "your workspace");
            case SendResult<OAuthResponse>.Sent or SendResult<OAuthResponse>.Rejected or SendResult<OAuthResponse>.RetryAfter
                or SendResult<OAuthResponse>.Unknown:
                return InstallPage.Failed;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>
    /// Sent back to us alone, also when Slack's page leads here, and only encrypted: Slack leads to https alone, even where a proxy in
    /// front of us speaks plain http with us.
    /// </summary>
    private static CookieOptions CookieOf(HttpContext context) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps || !IsThisMachine(context.Request.Host.Host),
        SameSite = SameSiteMode.Lax,
        Path = "/slack",
        MaxAge = OAuthStates.Life,
    };

    private static bool IsThisMachine(string host) =>
        host is "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
