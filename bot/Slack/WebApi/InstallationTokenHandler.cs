using System.Net.Http.Headers;
using IntroBot.Platforms.Http;
using IntroBot.Slack.Install;

namespace IntroBot.Slack.WebApi;

/// <summary>
/// Puts the token of an installation on a request. Slack says with status 200 that a token is old, which is retried once with its
/// successor, or that the app was taken out (https://docs.slack.dev/authentication/using-token-rotation).
/// </summary>
internal sealed class InstallationTokenHandler(IInstallations installations) : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<Installation> Caller = new("introbot.installation");

    /// <summary>Says in whose name the request is made.</summary>
    public static void SetCaller(HttpRequestMessage request, Installation installation) => request.Options.Set(Caller, installation);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(Caller, out var installation))
        {
            throw new InvalidOperationException("A call to Slack names no installation.");
        }

        var (response, error) = await SendAsync(installation.Token);
        if (error is not null && SlackErrors.IsOfOldToken(error)
            && await installations.RenewAsync(installation, error == SlackErrors.TokenExpired, cancellationToken) is { } renewed
            && renewed.Token != installation.Token)
        {
            response.Dispose();
            installation = renewed;
            (response, error) = await SendAsync(installation.Token);
        }

        if (error is not null && SlackErrors.IsEnd(error))
        {
            await installations.EndAsync(installation, cancellationToken);
        }

        return response;

        async Task<(HttpResponseMessage Response, string? Error)> SendAsync(string token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var answer = await base.SendAsync(request, cancellationToken);
            return (answer, await ErrorOfAsync(answer, cancellationToken));
        }
    }

    /// <summary>The error that an answer names; its content can still be read afterwards.</summary>
    private static async Task<string?> ErrorOfAsync(HttpResponseMessage response, CancellationToken token)
    {
        if (!response.IsSuccessStatusCode)
        {
            return null;
        }

        await response.Content.LoadIntoBufferAsync(HttpCalls.MaxAnswerBytes, token);
        var body = await response.Content.ReadAsStringAsync(token);
        return body.Contains("\"error\"", StringComparison.Ordinal)
            && SlackClient.Parse(body, SlackApiJson.Default.SlackResponse) is { Ok: false, Error: var error }
                ? error
                : null;
    }
}
