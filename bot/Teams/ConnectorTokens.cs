using System.Collections.Immutable;
using System.Text.Json;
using IntroBot.Platforms;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace IntroBot.Teams;

/// <summary>
/// Tells what comes from Teams from what is forged: the whole check that Microsoft describes, and no switch that turns any of it off;
/// <see href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication"/>.
/// </summary>
internal sealed class ConnectorTokens(TeamsOptions options, WallClock wall)
{
    private const string Bearer = "Bearer ";
    private const string ServiceUrlClaim = "serviceurl";

    /// <summary>How far the clocks may be apart.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = 16 * 1024 };

    /// <summary>
    /// Keys change without notice. Whoever invents the name of a key makes us look for it, at most once a second: a look brings all keys there
    /// are, so that nobody can keep a real one out for longer than that.
    /// </summary>
    private readonly ConfigurationManager<OpenIdConnectConfiguration> keys = new(
        options.OpenIdMetadata, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = options.Metadata.Scheme == Uri.UriSchemeHttps })
    {
        RefreshInterval = ConfigurationManager<OpenIdConnectConfiguration>.MinimumRefreshInterval,
        UseLastKnownGoodConfiguration = false,
    };

    /// <summary>A new key is looked for before the token that bears its name is judged, and not in the background while it is refused.</summary>
    static ConnectorTokens() => AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", true);

    /// <summary>Who speaks, when the token in this header is genuine, ours and alive; null when it is not.</summary>
    public async Task<Speaker?> ReadAsync(string? authorization, CancellationToken token)
    {
        if (authorization is null || !authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var result = await handler.ValidateTokenAsync(authorization[Bearer.Length..].Trim(), Expected());
        return result is { IsValid: true, SecurityToken: JsonWebToken { Kid: { } key } jwt }
            ? new Speaker(jwt.TryGetPayloadValue<string>(ServiceUrlClaim, out var url) ? url : null, await EndorsedAsync(key, token))
            : null;
    }

    private TokenValidationParameters Expected() => new()
    {
        ValidIssuer = options.Issuer,
        ValidAudience = options.AppId,
        ConfigurationManager = keys,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = IsAlive,
    };

    private bool IsAlive(DateTime? from, DateTime? until, SecurityToken securityToken, TokenValidationParameters parameters) =>
        until is { } end && wall.Now < end + Skew && (from is not { } start || wall.Now >= start - Skew);

    /// <summary>The channels for which a key may speak.</summary>
    private async Task<ImmutableArray<string>> EndorsedAsync(string id, CancellationToken token)
    {
        var known = (await keys.GetConfigurationAsync(token)).JsonWebKeySet?.Keys.FirstOrDefault(key => key.Kid == id);
        return known?.AdditionalData.TryGetValue("endorsements", out var listed) is true && listed is JsonElement { ValueKind: JsonValueKind.Array } channels
            ? [.. channels.EnumerateArray().Where(channel => channel.ValueKind == JsonValueKind.String).Select(channel => channel.GetString()!)]
            : [];
    }
}

/// <summary>What a genuine token says: the connector's address, and the channels it may speak for.</summary>
internal sealed record Speaker(string? ServiceUrl, ImmutableArray<string> Channels)
{
    public const string Teams = "msteams";

    /// <summary>Whether the activity is one this speaker may bring.</summary>
    public bool MayBring(Activity activity) => activity is { ChannelId: Teams, ServiceUrl: { } url } && Channels.Contains(Teams) && url == ServiceUrl;
}
