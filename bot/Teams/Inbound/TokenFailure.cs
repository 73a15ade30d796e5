using Microsoft.IdentityModel.Tokens;

namespace IntroBot.Teams.Inbound;

/// <summary>Why an activity is not taken for one of Teams.</summary>
public enum TokenFailure
{
    TokenMissing,

    /// <summary>No JSON Web Token signed with RS256.</summary>
    TokenMalformed,

    /// <summary>Signed with a key that the connector does not publish.</summary>
    KeyUnknown,
    SignatureMismatch,
    TokenExpired,
    IssuerMismatch,

    /// <summary>A token for another bot: Teams:AppId may be another one's.</summary>
    AudienceMismatch,

    /// <summary>Any other reason of the library's.</summary>
    TokenInvalid,

    /// <summary>A genuine token that may not bring this activity: another channel, or another service URL.</summary>
    ActivityMismatch,

    /// <summary>A tenant that this bot does not serve.</summary>
    TenantNotServed,
}

/// <summary>Names what the token library found wrong.</summary>
internal static class TokenFailures
{
    public static TokenFailure Of(Exception? failure) => failure switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException
            or SecurityTokenNoExpirationException => TokenFailure.TokenExpired,
        SecurityTokenInvalidIssuerException => TokenFailure.IssuerMismatch,
        SecurityTokenInvalidAudienceException => TokenFailure.AudienceMismatch,
        SecurityTokenInvalidSignatureException or SecurityTokenSignatureKeyNotFoundException => TokenFailure.SignatureMismatch,
        _ => TokenFailure.TokenInvalid,
    };
}
