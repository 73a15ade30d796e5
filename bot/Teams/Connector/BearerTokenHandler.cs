using System.Net;
using System.Net.Http.Headers;
using Azure.Identity;

namespace IntroBot.Teams.Connector;

/// <summary>
/// Puts the bot's token on every request, and a new one where the service no longer takes it. Throws
/// <see cref="AuthenticationFailedException"/> while the directory gives none.
/// </summary>
internal sealed partial class BearerTokenHandler(ConnectorSignIn signIn, ILogger<BearerTokenHandler> logger) : DelegatingHandler
{
    /// <summary>Why the sign-in fails, as the log has it already: logged again only after one that worked.</summary>
    private string logged = "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var bearer = await TokenAsync(refused: null, cancellationToken);
        var response = await SendAsync(bearer);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        response.Dispose();
        return await SendAsync(await TokenAsync(bearer, cancellationToken));

        Task<HttpResponseMessage> SendAsync(string token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private async Task<string> TokenAsync(string? refused, CancellationToken token)
    {
        try
        {
            var bearer = await signIn.TokenAsync(refused, token);
            logged = "";
            return bearer;
        }
        catch (AuthenticationFailedException failure)
        {
            var reason = SignInErrors.Describe(failure);
            if (Interlocked.Exchange(ref logged, reason) != reason)
            {
                Log.NotSignedIn(logger, reason);
            }

            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Reason}")]
        public static partial void NotSignedIn(ILogger logger, string reason);
    }
}
