using Azure.Core;

namespace IntroBot.Teams.Connector;

/// <summary>The bot's own token; the credential keeps it as long as it lives, and one at a time asks for it.</summary>
internal sealed class ConnectorSignIn(Func<TokenCredential> credentials, string scope) : IDisposable
{
    private readonly SemaphoreSlim oneByOne = new(1);
    private TokenCredential credential = credentials();

    /// <summary>A token to speak with, another one than was <paramref name="refused"/>, which a credential would go on giving.</summary>
    public async Task<string> TokenAsync(string? refused, CancellationToken token)
    {
        await oneByOne.WaitAsync(token);
        try
        {
            if (await AskAsync() is var kept && kept != refused)
            {
                return kept;
            }

            credential = credentials();
            return await AskAsync();
        }
        finally
        {
            oneByOne.Release();
        }

        async Task<string> AskAsync() => (await credential.GetTokenAsync(new TokenRequestContext([scope]), token)).Token;
    }

    public void Dispose() => oneByOne.Dispose();
}
