using IntroBot.Platforms;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IntroBot.Teams.Inbound;

/// <summary>
/// Tells what comes from Teams from what is forged: the whole check that Microsoft describes, and no switch that turns any of it off;
/// <see href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication"/>.
/// </summary>
internal sealed class ConnectorTokens(TeamsOptions options, ConnectorKeys keys, [SystemClock] TimeProvider clock)
{
    private const string Bearer = "Bearer ";
    private const string ServiceUrlClaim = "serviceurl";

    /// <summary>How far the clocks may be apart.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = 16 * 1024 };

    /// <summary>Who speaks, when the token in this header is genuine, ours and alive; else why it is not.</summary>
    public async Task<(Speaker? Speaker, TokenFailure Failure)> ValidateAsync(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return (null, TokenFailure.TokenMissing);
        }

        var written = authorization[Bearer.Length..].Trim();
        if (KeyOf(written) is not { Length: > 0 } id)
        {
            return (null, TokenFailure.TokenMalformed);
        }

        if (await keys.FindAsync(id) is not { } key)
        {
            return (null, TokenFailure.KeyUnknown);
        }

        var result = await handler.ValidateTokenAsync(written, Expected(key.Key));
        return result is { IsValid: true, SecurityToken: JsonWebToken jwt }
            ? (new Speaker(jwt.TryGetPayloadValue<string>(ServiceUrlClaim, out var url) ? url : null, key.Channels), default)
            : (null, TokenFailures.Of(result.Exception));
    }

    /// <summary>The name of the key by which a token says it is signed; null when it is no token of the kind.</summary>
    private string? KeyOf(string written)
    {
        try
        {
            return handler.CanReadToken(written) && handler.ReadJsonWebToken(written) is { Alg: SecurityAlgorithms.RsaSha256, Kid: { } key }
                ? key
                : null;
        }
#pragma warning disable CA1031 // A forged token can hold anything, and make the library throw anything.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private TokenValidationParameters Expected(SecurityKey key) => new()
    {
        ValidIssuer = options.Issuer,
        ValidAudience = options.AppId,
        IssuerSigningKey = key,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = IsAlive,
    };

    private bool IsAlive(DateTime? from, DateTime? until, SecurityToken securityToken, TokenValidationParameters parameters) =>
        until is { } end && clock.GetUtcNow() < end + Skew && (from is not { } start || clock.GetUtcNow() >= start - Skew);
}

/// <summary>What a genuine token says: the connector's address, and the channels it may speak for.</summary>
internal sealed record Speaker(string? ServiceUrl, ImmutableArray<string> Channels)
{
    public const string Teams = "msteams";

    /// <summary>Whether the activity is one this speaker may bring.</summary>
    public bool MayBring(Activity activity) =>
        activity is { ChannelId: Teams, ServiceUrl: { } url } && Channels.Contains(Teams) && url == ServiceUrl;
}
