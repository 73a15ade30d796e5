using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace IntroBot.Tests.Teams.Double;

/// <summary>What signs the tokens of the Bot Connector, and the addresses at which its keys are told.</summary>
internal sealed class FakeTeamsKeys(FakeTeams teams) : IDisposable
{
    public const string Issuer = "https://api.botframework.test";

    private ImmutableList<(string Id, RSA Key, string[] Endorsements)> keys = [];
    private readonly Lock gate = new();
    private int rolled;

    /// <summary>How often anybody asked for the keys.</summary>
    public int Asked { get; private set; }

    /// <summary>Whether keys are told to nobody just now.</summary>
    public bool IsDown { get; set; }

    public Uri Metadata => new(teams.Address, "v1/.well-known/openidconfiguration");

    /// <summary>A key of today; those of yesterday go on being told until they are dropped.</summary>
    public void Roll(params string[] endorsements)
    {
        lock (gate) keys = keys.Add(($"key{++rolled}", RSA.Create(2048), endorsements.Length > 0 ? endorsements : ["msteams"]));
    }

    public void DropOldest() => keys = keys.RemoveAt(0);

    /// <summary>
    /// A genuine token for these claims, but for what a test does to its header and by what it signs instead of the newest key.
    /// </summary>
    public string Sign(JsonObject claims, Action<JsonObject>? header = null, Func<byte[], byte[]>? by = null)
    {
        var newest = Newest;
        var head = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = newest.Id, ["x5t"] = newest.Id };
        header?.Invoke(head);
        var words = $"{Part(head)}.{Part(claims)}";
        var signature = by is null
            ? newest.Key.SignData(Encoding.ASCII.GetBytes(words), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : by(Encoding.ASCII.GetBytes(words));
        return $"{words}.{Base64UrlEncoder.Encode(signature)}";
    }

    /// <summary>The public half of the newest key, which anybody can have.</summary>
    public byte[] Public => Newest.Key.ExportSubjectPublicKeyInfo();

    private (string Id, RSA Key, string[] Endorsements) Newest
    {
        get
        {
            // Whoever comes first makes the first key, and only they.
            lock (gate)
            {
                if (keys.IsEmpty) Roll();
                return keys[^1];
            }
        }
    }

    public JsonObject Claims(string serviceUrl) => new()
    {
        ["iss"] = Issuer,
        ["aud"] = teams.App.Id,
        ["nbf"] = teams.Clock.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds(),
        ["exp"] = teams.Clock.GetUtcNow().AddMinutes(59).ToUnixTimeSeconds(),
        ["serviceurl"] = serviceUrl,
    };

    public void Map(WebApplication host)
    {
        host.MapGet("/v1/.well-known/openidconfiguration", context => context.Response.WriteAsJsonAsync(new JsonObject
        {
            ["issuer"] = Issuer,
            ["jwks_uri"] = new Uri(teams.Address, "v1/.well-known/keys").ToString(),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        }));
        host.MapGet("/v1/.well-known/keys", context =>
        {
            Asked++;
            _ = Newest;
            if (!IsDown) return context.Response.WriteAsJsonAsync(new JsonObject { ["keys"] = new JsonArray([.. keys.Select(Json)]) });
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
    }

    public void Dispose()
    {
        foreach (var (_, key, _) in keys) key.Dispose();
    }

    private static JsonNode Json((string Id, RSA Key, string[] Endorsements) key)
    {
        var parameters = key.Key.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.Id,
            ["x5t"] = key.Id,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus!),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent!),
            ["endorsements"] = new JsonArray([.. key.Endorsements.Select(each => JsonValue.Create(each))]),
        };
    }

    private static string Part(JsonObject json) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
