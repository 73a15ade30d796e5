using System.Net.Http.Headers;
using IntroBot.Platforms;
using IntroBot.Slack.WebApi;

namespace IntroBot.Slack.Install;

/// <summary>
/// Turns codes and refresh tokens into tokens; <see href="https://docs.slack.dev/authentication/installing-with-oauth"/>.
/// </summary>
internal sealed class TokenExchange(SlackClient client, SlackOptions options)
{
    private const string Method = "oauth.v2.access";

    public Task<SendResult<OAuthResponse>> RedeemAsync(string code, CancellationToken token) =>
        CallAsync(new() { ["code"] = code }, token);

    public Task<SendResult<OAuthResponse>> RefreshAsync(string refresh, CancellationToken token) =>
        CallAsync(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh }, token);

    private Task<SendResult<OAuthResponse>> CallAsync(Dictionary<string, string> fields, CancellationToken token)
    {
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}"));
        return client.CallAsync(
            Method, new AuthenticationHeaderValue("Basic", basic), fields, SlackApiJson.Default.OAuthResponse, token);
    }
}
