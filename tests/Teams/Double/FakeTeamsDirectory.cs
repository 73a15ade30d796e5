using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IntroBot.Tests.Teams.Double;

/// <summary>Gives the bot the token it speaks with, for its secret and for nothing else.</summary>
internal sealed class FakeTeamsDirectory(FakeTeams teams)
{
    public void Map(WebApplication host) => host.MapPost("/{tenant}/oauth2/v2.0/token", async (HttpContext context, string tenant) =>
    {
        var form = await context.Request.ReadFormAsync();
        var secret = form["client_secret"].ToString();
        var isApp = form["client_id"] == teams.App.Id && teams.App.Secrets.Contains(secret) && !teams.App.IsLockedOut;
        var isRight = isApp
            && form["grant_type"] == "client_credentials"
            && Scope(form) is not null
            && teams.Tenants.Any(each => each.Id == tenant);
        context.Response.StatusCode = isRight ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
        await context.Response.WriteAsJsonAsync(isRight
            ? new JsonObject
            {
                ["token_type"] = "Bearer",
                ["expires_in"] = 3599,
                ["access_token"] = teams.Tokens.Issue(Scope(form)!, secret),
            }
            : new JsonObject { ["error"] = "invalid_client", ["error_description"] = "AADSTS7000215: Invalid client secret provided." });
    });

    private string? Scope(IFormCollection form) =>
        new[] { $"{FakeTeamsKeys.Issuer}/.default", $"{teams.Graph.Address}/.default" }
            .FirstOrDefault(form["scope"].ToString().Split(' ').Contains);
}

/// <summary>The tokens given out.</summary>
internal sealed class FakeTeamsTokens
{
    private readonly ConcurrentDictionary<string, (string Scope, string Secret)> alive = new();

    public int Issued { get; private set; }

    public string Issue(string scope, string secret = "")
    {
        Issued++;
        var token = RandomNumberGenerator.GetHexString(40, lowercase: true);
        alive[token] = (scope, secret);
        return token;
    }

    /// <summary>Whether it opens what begins with this address: a token for one service opens no other.</summary>
    public bool Opens(string token, string service) => alive.TryGetValue(token, out var known) && known.Scope == $"{service}/.default";

    /// <summary>The secret for which it was given out.</summary>
    public string SecretBehind(string token) => alive[token].Secret;

    /// <summary>None given out so far is taken any more.</summary>
    public void RevokeAll() => alive.Clear();
}
