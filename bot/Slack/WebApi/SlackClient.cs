using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IntroBot.Platforms;

namespace IntroBot.Slack.WebApi;

/// <summary>
/// Calls the Web API: form encoding, which every method takes, a token in the header, and one answer for each way a call can end. It never
/// tries again by itself: whoever calls knows whether twice does harm.
/// </summary>
internal sealed partial class SlackClient(HttpClient http, SlackOptions options, RateLimiter rateLimiter, ILogger<SlackClient> logger)
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MaxWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan UntilReachable = TimeSpan.FromSeconds(15);

    /// <summary>Calls a method in the name of a workspace; <paramref name="workspace"/> is whose rate limits count.</summary>
    public async Task<SendResult<T>> CallAsync<T>(
        string method, string workspace, AuthenticationHeaderValue authorization,
        IReadOnlyDictionary<string, string> fields, JsonTypeInfo<T> type, CancellationToken token)
        where T : SlackResponse
    {
        if (rateLimiter.RemainingDelay(method, workspace) is var wait && wait > TimeSpan.Zero)
        {
            return new SendResult<T>.RetryAfter(wait);
        }

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Api, method))
            {
                Content = new FormUrlEncodedContent(fields),
            };
            request.Headers.Authorization = authorization;
            using var response = await http.SendAsync(request, token);
            return Logged(method, await ReadAsync(method, workspace, response, type, token));
        }
        catch (HttpRequestException unreachable) when (unreachable.HttpRequestError is
            HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or
                HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return Logged(method, new SendResult<T>.RetryAfter(UntilReachable));
        }
        catch (Exception lost)
            when (lost is HttpRequestException or IOException || (lost is OperationCanceledException && !token.IsCancellationRequested))
        {
            return Logged(method, new SendResult<T>.Unknown());
        }
    }

    private async Task<SendResult<T>> ReadAsync<T>(
        string method, string workspace, HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken token)
        where T : SlackResponse
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return HeldUp<T>(method, workspace, response);
        }

        if (!response.IsSuccessStatusCode)
        {
            return new SendResult<T>.Unknown();
        }

        return await AnswerAsync(response, type, token) switch
        {
            null => new SendResult<T>.Unknown(),
            { Ok: true } done => new SendResult<T>.Sent(done),
            { Error: { } error } when SlackErrors.IsTooMany(error) => HeldUp<T>(method, workspace, response),
            { Error: { } error } when SlackErrors.IsPassing(error) => new SendResult<T>.RetryAfter(DefaultWait),
            { Error: { } error } when SlackErrors.IsDoubtful(error) => new SendResult<T>.Unknown(),
            var refused => new SendResult<T>.Rejected(refused.Error ?? "unknown_error"),
        };
    }

    /// <summary>Null when the answer is not Slack's, such as the page of a proxy on the way.</summary>
    private static async Task<T?> AnswerAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken token)
        where T : SlackResponse
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(token);
            return await JsonSerializer.DeserializeAsync(body, type, token);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The method is closed for this workspace as long as Slack says; other methods and workspaces go on.</summary>
    private SendResult<T> HeldUp<T>(string method, string workspace, HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter?.Delta ?? DefaultWait;
        wait = wait > MaxWait ? MaxWait : wait;
        rateLimiter.BlockUntil(method, workspace, wait);
        return new SendResult<T>.RetryAfter(wait);
    }

    private SendResult<T> Logged<T>(string method, SendResult<T> result)
    {
        switch (result)
        {
            case SendResult<T>.Rejected refused:
                Log.Refused(logger, method, refused.Error);
                break;
            case SendResult<T>.RetryAfter later:
                Log.Later(logger, method, later.Delay.TotalSeconds);
                break;
            case SendResult<T>.Unknown:
                Log.Unsure(logger, method);
                break;
        }

        return result;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Slack refused {Method}: {Error}")]
        public static partial void Refused(ILogger logger, string method, string error);

        [LoggerMessage(2, LogLevel.Information, "Slack is asked for {Method} again in {Seconds} s")]
        public static partial void Later(ILogger logger, string method, double seconds);

        [LoggerMessage(3, LogLevel.Warning, "Nobody knows what became of {Method}")]
        public static partial void Unsure(ILogger logger, string method);
    }
}
