using System.Net;

namespace IntroBot.Platforms.Http;

/// <summary>
/// Makes calls to a platform over HTTP, with one result for each way a call can end: timeout, lost connection, rate limit and log are
/// dealt with here, once. It never retries: only the caller knows whether a second call does harm.
/// </summary>
internal sealed class HttpCalls(HttpClient http, RateLimiter rateLimiter, CallLog log, TimeProvider clock)
{
    /// <summary>Limit for one call with its answer.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Longest answer read, in bytes: the longest in ordinary use is a view of 250 kB, written twice.</summary>
    public const int MaxAnswerBytes = 2 * 1024 * 1024;

    /// <summary>Delay where a platform is busy or down and names none.</summary>
    public static readonly TimeSpan DefaultDelay = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan MaxDelay = TimeSpan.FromHours(1);

    /// <summary>Makes a call unless it is rate limited; <paramref name="read"/> tells what an answer that is no 429 means.</summary>
    public async Task<SendResult<T>> SendAsync<T>(
        HttpCall call, HttpRequestMessage request, Func<HttpAnswer, SendResult<T>> read, CancellationToken token)
    {
        if (rateLimiter.RemainingDelay(call.Operation, call.Scope) is var delay && delay > TimeSpan.Zero)
        {
            return new SendResult<T>.RetryAfter(delay);
        }

        try
        {
            using var response = await http.SendAsync(request, token);
            var answer = new HttpAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(token), DelayOf(response));
            var result = answer.Status == HttpStatusCode.TooManyRequests ? RateLimited<T>(call, answer) : read(answer);
            log.Ended(call, (int)answer.Status, result);
            return result;
        }
        catch (HttpRequestException unreachable) when (unreachable.HttpRequestError is
            HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or
                HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            log.Unreachable(call, unreachable);
            return new SendResult<T>.RetryAfter(DefaultDelay);
        }
        catch (Exception lost)
            when (lost is HttpRequestException or IOException || (lost is OperationCanceledException && !token.IsCancellationRequested))
        {
            log.Lost(call, lost);
            return new SendResult<T>.Unknown();
        }
    }

    /// <summary>Keeps this operation from its scope for as long as the platform asks; other operations and scopes go on.</summary>
    public SendResult<T> RateLimited<T>(HttpCall call, HttpAnswer answer)
    {
        var delay = answer.RetryAfter ?? DefaultDelay;
        rateLimiter.BlockUntil(call.Operation, call.Scope, clock.GetUtcNow() + delay);
        return new SendResult<T>.RetryAfter(delay);
    }

    /// <summary>Retry-After in seconds or as a date, which is read against the sender's own clock where it tells the time.</summary>
    private TimeSpan? DelayOf(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - (response.Headers.Date ?? clock.GetUtcNow()),
            _ => (TimeSpan?)null,
        };
        return asked switch
        {
            null => null,
            { } delay when delay > MaxDelay => MaxDelay,
            { } delay when delay < TimeSpan.Zero => TimeSpan.Zero,
            { } delay => delay,
        };
    }
}
