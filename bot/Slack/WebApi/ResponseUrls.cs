using IntroBot.Platforms;
using IntroBot.Platforms.Http;
using IntroBot.Slack.Inbound;

namespace IntroBot.Slack.WebApi;

/// <summary>
/// Answers where a person acted, by the address in Slack's request: it lives 30 minutes and 5 uses, and is a secret. It is trusted on
/// Slack's own hosts and where the Web API is; <see href="https://docs.slack.dev/interactivity/handling-user-interaction"/>.
/// </summary>
internal sealed class ResponseUrls(HttpCalls calls, SlackOptions options)
{
    private const string Route = "response_url";

    private static readonly string[] Hosts = [".slack.com", ".slack-gov.com"];

    /// <summary>Shows an ephemeral card, in a thread where there is one; tells whether Slack took it.</summary>
    public Task<bool> SayAsync(string? address, Card card, string? thread, CancellationToken token) =>
        PostAsync(address, MessageAnswer.Private(card) with { ThreadTs = thread }, token);

    /// <summary>Puts a card in the place of the message whose button was pressed.</summary>
    public Task<bool> ReplaceAsync(string? address, Card card, CancellationToken token) =>
        PostAsync(address, MessageAnswer.Private(card) with { ResponseType = null, ReplaceOriginal = true }, token);

    public bool IsTrusted(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && ((uri.Scheme == Uri.UriSchemeHttps && Hosts.Any(host => uri.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase)))
            || (uri.Scheme == options.Api.Scheme && uri.Authority == options.Api.Authority));

    private async Task<bool> PostAsync(string? address, MessageAnswer message, CancellationToken token)
    {
        if (!IsTrusted(address))
        {
            return false;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address!))
        {
            Content = new StringContent(
                JsonSerializer.Serialize(message, SlackAnswerJson.Default.MessageAnswer), Encoding.UTF8, "application/json"),
        };
        return await calls.SendAsync(new HttpCall(Route, Route, address!), request, Read, token) is SendResult<string>.Sent;
    }

    private static SendResult<string> Read(HttpAnswer answer) => answer.IsSuccess
        ? new SendResult<string>.Sent("")
        : new SendResult<string>.Rejected($"http_{(int)answer.Status}", Concerns.Recipient);
}
