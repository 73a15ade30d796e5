using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace IntroBot.Slack;

/// <summary>
/// <c>GET /slack/install</c> and <c>/slack/oauth_redirect</c>: from “Add to Slack” to a stored token. The state is random, lives ten minutes,
/// is bound to the browser by a cookie and used once; <see href="https://docs.slack.dev/authentication/installing-with-oauth"/>.
/// </summary>
internal sealed class InstallEndpoints(
    SlackOptions options, TokenExchange exchange, StoredInstallations installations, SlackWelcome welcome, IDataProtectionProvider protection, SlackClock wall)
{
    public const string InstallPath = "/slack/install";
    public const string RedirectPath = "/slack/oauth_redirect";

    private const string Cookie = "introbot_slack_state";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly IDataProtector protector = protection.CreateProtector("IntroBot.Slack.State");

    public Task BeginAsync(HttpContext context)
    {
        var state = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var ends = (wall.Now + Life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        context.Response.Cookies.Append(Cookie, protector.Protect($"{state} {ends}"), CookieOf(context));
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(QueryHelpers.AddQueryString(new Uri(options.Api, "../oauth/v2/authorize").ToString(), new Dictionary<string, string?>
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
        var (query, cookie) = (context.Request.Query, context.Request.Cookies[Cookie]);
        context.Response.Cookies.Delete(Cookie, CookieOf(context));
        if (!IsOurs(query["state"].ToString(), cookie))
        {
            // Also whoever begins inside Slack, where nobody knows our state: they begin here instead, and see what they agree to.
            context.Response.Redirect(InstallPath);
            return;
        }

        var page = query["code"].ToString() is { Length: > 0 } code && query["error"].Count == 0 ? await RedeemAsync(code, CancellationToken.None) : InstallPage.Declined;
        await page.WriteAsync(context);
    }

    private async Task<InstallPage> RedeemAsync(string code, CancellationToken token)
    {
        switch (await exchange.RedeemAsync(code, token))
        {
            case SlackResult<OAuthResponse>.Done { Value: { IsEnterpriseInstall: true } }:
                return InstallPage.WholeOrganization;
            case SlackResult<OAuthResponse>.Done { Value: { AccessToken.Length: > 0, Team: { Id: { } team, Name: var name } } granted } when SlackIds.IsTeam(team):
                await installations.SaveAsync(granted, token);
                await welcome.SayAsync(team, granted.AuthedUser?.Id, token);
                return InstallPage.Installed(name ?? "your workspace");
            default:
                return InstallPage.Failed;
        }
    }

    private bool IsOurs(string state, string? cookie)
    {
        try
        {
            return cookie is not null
                && protector.Unprotect(cookie).Split(' ') is [var expected, var ends]
                && long.Parse(ends, CultureInfo.InvariantCulture) >= wall.Now.ToUnixTimeSeconds()
                && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(state));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Sent back to us alone, also when Slack's page leads here.</summary>
    private static CookieOptions CookieOf(HttpContext context) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/slack",
        MaxAge = Life,
    };
}
