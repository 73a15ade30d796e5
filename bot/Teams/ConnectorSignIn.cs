using Azure.Core;

namespace IntroBot.Teams;

/// <summary>The bot's own token; the credential keeps it as long as it lives.</summary>
internal sealed class ConnectorSignIn(Func<TokenCredential> credentials, string scope)
{
    private TokenCredential credential = credentials();

    /// <summary>A token to speak with, another one than was <paramref name="refused"/>, which a credential would go on giving.</summary>
    public async Task<string> TokenAsync(string? refused, CancellationToken token)
    {
        if (await AskAsync() is var kept && kept != refused)
        {
            return kept;
        }

        credential = credentials();
        return await AskAsync();

        async Task<string> AskAsync() => (await credential.GetTokenAsync(new TokenRequestContext([scope]), token)).Token;
    }
}
