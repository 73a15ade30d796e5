using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IntroBot.Tests.Teams;

/// <summary>Gives the bot the token it speaks with, for its secret and for nothing else.</summary>
internal sealed class FakeTeamsDirectory(FakeTeams teams)
{
    public void Map(WebApplication host) => host.MapPost("/{tenant}/oauth2/v2.0/token", async (HttpContext context, string tenant) =>
    {
        var form = await context.Request.ReadFormAsync();
        var isRight = form["grant_type"] == "client_credentials" && form["client_id"] == teams.App.Id && form["client_secret"] == teams.App.Secret && !teams.App.IsLockedOut
            && form["scope"].ToString().Split(' ').Contains($"{FakeTeamsKeys.Issuer}/.default") && teams.Tenants.Any(each => each.Id == tenant);
        context.Response.StatusCode = isRight ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
        await context.Response.WriteAsJsonAsync(isRight
            ? new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3599, ["access_token"] = teams.Tokens.Issue() }
            : new JsonObject { ["error"] = "invalid_client", ["error_description"] = "AADSTS7000215: Invalid client secret provided." });
    });
}

/// <summary>The tokens given out.</summary>
internal sealed class FakeTeamsTokens
{
    private readonly ConcurrentDictionary<string, bool> alive = new();

    public int Issued { get; private set; }

    public string Issue()
    {
        Issued++;
        var token = RandomNumberGenerator.GetHexString(40, lowercase: true);
        alive[token] = true;
        return token;
    }

    public bool IsAlive(string token) => alive.ContainsKey(token);

    /// <summary>None given out so far is taken any more.</summary>
    public void RevokeAll() => alive.Clear();
}
