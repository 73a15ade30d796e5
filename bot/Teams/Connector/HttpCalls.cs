using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Identity;
using IntroBot.Platforms;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams.Connector;

/// <summary>
/// Calls Microsoft's services as the bot, with one answer for each way a call can end. It never tries again by itself, but for a token
/// that ended: whoever calls knows whether twice does harm.
/// </summary>
internal sealed partial class HttpCalls(
    HttpClient http, TeamsOptions options, ConnectorSignIn signIn, RateLimiter rateLimiter, ILogger<HttpCalls> logger)
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MaxWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan UntilSignedIn = TimeSpan.FromMinutes(1);

    /// <summary>What was said of a sign-in that is refused; said again only when another one was taken in between.</summary>
    private string told = "";

    /// <summary>As below, for what is made or changed at an address: its id, which is empty where none is given.</summary>
    public async Task<SendResult<string>> MadeAsync(
        HttpMethod method, string service, string path, string thread, string? body, CancellationToken token) =>
        (await CallAsync(method, service, path, thread, body, ActivityJson.Default.ResourceResponse, token)).Map(made => made.Id ?? "");

    /// <summary>Calls an address below a service; <paramref name="thread"/> is what its rate is reckoned by.</summary>
    public async Task<SendResult<T>> CallAsync<T>(
        HttpMethod method, string service, string path, string thread, string? body, JsonTypeInfo<T> type, CancellationToken token)
        where T : class
    {
        if (!IsTrusted(service, out var root))
        {
            return Logged(method, new SendResult<T>.Rejected(ConnectorErrors.UntrustedAddress));
        }

        if (rateLimiter.RemainingDelay(method.Method, thread) is var wait && wait > TimeSpan.Zero)
        {
            return new SendResult<T>.RetryAfter(wait);
        }

        try
        {
            var spoken = await signIn.TokenAsync(refused: null, token);
            told = "";
            var result = await OnceAsync(spoken);
            return Logged(method, result is SendResult<T>.Rejected { Error: ConnectorErrors.TokenRefused }
                ? await OnceAsync(await signIn.TokenAsync(spoken, token))
                : result);
        }
        catch (AuthenticationFailedException refused)
        {
            TellOnce(SignInErrors.Told(refused));
            return new SendResult<T>.RetryAfter(UntilSignedIn);
        }
        catch (HttpRequestException unreachable) when (unreachable.HttpRequestError is
            HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or
                HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return Logged(method, new SendResult<T>.RetryAfter(DefaultWait));
        }
        catch (Exception lost)
            when (lost is HttpRequestException or IOException || (lost is OperationCanceledException && !token.IsCancellationRequested))
        {
            return Logged(method, new SendResult<T>.Unknown());
        }

        async Task<SendResult<T>> OnceAsync(string bearer)
        {
            using var request = new HttpRequestMessage(method, new Uri(root, path))
            {
                Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
            using var response = await http.SendAsync(request, token);
            return await ReadAsync(method, thread, response, type, token);
        }
    }

    private async Task<SendResult<T>> ReadAsync<T>(
        HttpMethod method, string thread, HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken token)
        where T : class
    {
        var text = await response.Content.ReadAsStringAsync(token);
        switch (response.StatusCode)
        {
            case var status when (int)status is >= 200 and < 300:
                return new SendResult<T>.Sent(ConnectorErrors.Read(text, type) ?? JsonSerializer.Deserialize("{}", type)!);
            case HttpStatusCode.TooManyRequests:
                var wait = response.Headers.RetryAfter?.Delta ?? DefaultWait;
                wait = wait > MaxWait ? MaxWait : wait;
                rateLimiter.BlockUntil(method.Method, thread, wait);
                return new SendResult<T>.RetryAfter(wait);
            case HttpStatusCode.PreconditionFailed or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable:
                return new SendResult<T>.RetryAfter(DefaultWait);
            case HttpStatusCode.InternalServerError or HttpStatusCode.GatewayTimeout:
                return new SendResult<T>.Unknown();
            default:
                return new SendResult<T>.Rejected(ConnectorErrors.CodeOf(response.StatusCode, text));
        }
    }

    /// <summary>
    /// The token opens all the bot can do: it goes to addresses that a genuine activity named, and never unencrypted but on this machine.
    /// </summary>
    private bool IsTrusted(string service, out Uri root) =>
        Uri.TryCreate(service.EndsWith('/') ? service : $"{service}/", UriKind.Absolute, out root!)
            && (root.Scheme == Uri.UriSchemeHttps || (root.Scheme == Uri.UriSchemeHttp && root.IsLoopback && options.Metadata.IsLoopback));

    private void TellOnce(string trouble)
    {
        if (Interlocked.Exchange(ref told, trouble) != trouble)
        {
            Log.NotSignedIn(logger, trouble);
        }
    }

    private SendResult<T> Logged<T>(HttpMethod method, SendResult<T> result)
    {
        switch (result)
        {
            case SendResult<T>.Rejected refused:
                Log.Refused(logger, method.Method, refused.Error);
                break;
            case SendResult<T>.RetryAfter later:
                Log.Later(logger, method.Method, later.Delay.TotalSeconds);
                break;
            case SendResult<T>.Unknown:
                Log.Unsure(logger, method.Method);
                break;
        }

        return result;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Teams refused a {Method}: {Error}")]
        public static partial void Refused(ILogger logger, string method, string error);

        [LoggerMessage(2, LogLevel.Information, "Teams is asked for a {Method} again in {Seconds} s")]
        public static partial void Later(ILogger logger, string method, double seconds);

        [LoggerMessage(3, LogLevel.Warning, "Nobody knows what became of a {Method} to Teams")]
        public static partial void Unsure(ILogger logger, string method);

        [LoggerMessage(4, LogLevel.Warning, "{Trouble}")]
        public static partial void NotSignedIn(ILogger logger, string trouble);
    }
}
