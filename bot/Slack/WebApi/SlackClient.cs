using System.Net.Http.Headers;
using IntroBot.Platforms;
using IntroBot.Platforms.Http;
using IntroBot.Slack.Install;

namespace IntroBot.Slack.WebApi;

/// <summary>
/// Speaks the Web API: form encoding, which every method takes, a token in the header, and what <c>ok</c> and <c>error</c> of an answer
/// mean; <see href="https://docs.slack.dev/apis/web-api"/>.
/// </summary>
internal sealed class SlackClient(HttpCalls calls, SlackOptions options)
{
    private static readonly TimeSpan PassingDelay = TimeSpan.FromSeconds(30);

    /// <summary>Calls a method in the name of an installation, whose rate limits count.</summary>
    public async Task<SendResult<T>> CallAsync<T>(
        string method, Installation caller, IReadOnlyDictionary<string, string> fields, JsonTypeInfo<T> type, CancellationToken token)
        where T : SlackResponse
    {
        using var request = RequestOf(method, fields);
        InstallationTokenHandler.SetCaller(request, caller);
        return await SendAsync(new HttpCall(method, method, caller.Team), request, type, token);
    }

    /// <summary>Calls a method of the app itself.</summary>
    public async Task<SendResult<T>> CallAsync<T>(
        string method, AuthenticationHeaderValue authorization,
        IReadOnlyDictionary<string, string> fields, JsonTypeInfo<T> type, CancellationToken token)
        where T : SlackResponse
    {
        using var request = RequestOf(method, fields);
        request.Headers.Authorization = authorization;
        return await SendAsync(new HttpCall(method, method, ""), request, type, token);
    }

    /// <summary>Null when the answer is not Slack's, such as the page of a proxy on the way.</summary>
    public static T? Parse<T>(string body, JsonTypeInfo<T> type)
        where T : SlackResponse
    {
        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private HttpRequestMessage RequestOf(string method, IReadOnlyDictionary<string, string> fields) =>
        new(HttpMethod.Post, new Uri(options.Api, method)) { Content = new FormUrlEncodedContent(fields) };

    private Task<SendResult<T>> SendAsync<T>(HttpCall call, HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken token)
        where T : SlackResponse =>
        calls.SendAsync(call, request, answer => Read(call, answer, type), token);

    private SendResult<T> Read<T>(HttpCall call, HttpAnswer answer, JsonTypeInfo<T> type)
        where T : SlackResponse => (answer.IsSuccess ? Parse(answer.Body, type) : null) switch
        {
            null => new SendResult<T>.Unknown(),
            { Ok: true } done => new SendResult<T>.Sent(done),
            { Error: { } error } when SlackErrors.IsTooMany(error) => calls.RateLimited<T>(call, answer),
            { Error: { } error } when SlackErrors.IsPassing(error) => new SendResult<T>.RetryAfter(PassingDelay),
            { Error: { } error } when SlackErrors.IsDoubtful(error) => new SendResult<T>.Unknown(),
            var rejected => SlackErrors.Rejected<T>(SlackErrors.Of(rejected)),
        };
}
