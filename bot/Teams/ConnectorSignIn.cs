using Azure.Core;

namespace IntroBot.Teams;

/// <summary>The bot's own token; the credential keeps it as long as it lives.</summary>
internal sealed class ConnectorSignIn(Func<TokenCredential> credentials, string scope)
{
    private TokenCredential credential = credentials();

    /// <summary>A token to speak with; <paramref name="isAnew"/> when Teams took the last one no more, which a credential would go on giving.</summary>
    public async Task<string> TokenAsync(bool isAnew, CancellationToken token)
    {
        if (isAnew)
        {
            credential = credentials();
        }

        return (await credential.GetTokenAsync(new TokenRequestContext([scope]), token)).Token;
    }
}
