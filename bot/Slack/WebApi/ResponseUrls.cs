using System.Text;
using System.Text.Json;
using IntroBot.Chat.Cards;
using IntroBot.Platforms;
using IntroBot.Slack.Inbound;

namespace IntroBot.Slack.WebApi;

/// <summary>
/// Answers where somebody acted, by the address Slack gave along: it lives 30 minutes and 5 uses, and is a secret. It is trusted on
/// Slack's own hosts and where the Web API is; <see href="https://docs.slack.dev/interactivity/handling-user-interaction"/>.
/// </summary>
internal sealed partial class ResponseUrls(HttpClient http, SlackOptions options, ILogger<ResponseUrls> logger)
{
    private static readonly string[] Hosts = [".slack.com", ".slack-gov.com"];

    /// <summary>Says a card that only this person sees; tells whether Slack took it.</summary>
    public Task<bool> SayAsync(string? address, Card card, CancellationToken token) =>
        PostAsync(address, MessageAnswer.Private(card), token);

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

        try
        {
            using var body = new StringContent(
                JsonSerializer.Serialize(message, SlackAnswerJson.Default.MessageAnswer), Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri(address!), body, token);
            if (!response.IsSuccessStatusCode)
            {
                Log.Refused(logger, (int)response.StatusCode);
            }

            return response.IsSuccessStatusCode;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException)
        {
            Log.Lost(logger, ExceptionSummary.Of(lost));
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A response URL was refused: {Status}")]
        public static partial void Refused(ILogger logger, int status);

        [LoggerMessage(2, LogLevel.Information, "A response URL could not be reached: {Failure}")]
        public static partial void Lost(ILogger logger, string failure);
    }
}
