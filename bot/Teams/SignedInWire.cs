using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Identity;
using IntroBot.Platforms;

namespace IntroBot.Teams;

/// <summary>
/// Calls Microsoft's services as the bot, with one answer for each way a call can end. It never tries again by itself, but for a token
/// that ended: whoever calls knows whether twice does harm.
/// </summary>
internal sealed partial class SignedInWire(
    HttpClient http, TeamsOptions options, ConnectorSignIn signIn, Pace pace, ILogger<SignedInWire> logger)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan UntilSignedIn = TimeSpan.FromMinutes(1);

    /// <summary>What was said of a sign-in that is refused; said again only when another one was taken in between.</summary>
    private string told = "";

    /// <summary>As below, for what is made or changed at an address: its id, which is empty where none is given.</summary>
    public async Task<CallResult<string>> MadeAsync(
        HttpMethod method, string service, string path, string thread, string? body, CancellationToken token) =>
        (await CallAsync(method, service, path, thread, body, ActivityJson.Default.ResourceResponse, token)).Map(made => made.Id ?? "");

    /// <summary>Calls an address below a service; <paramref name="thread"/> is what its rate is reckoned by.</summary>
    public async Task<CallResult<T>> CallAsync<T>(
        HttpMethod method, string service, string path, string thread, string? body, JsonTypeInfo<T> type, CancellationToken token)
        where T : class
    {
        if (!IsTrusted(service, out var root))
        {
            return Logged(method, new CallResult<T>.Refused(ConnectorErrors.UntrustedAddress));
        }

        if (pace.WaitFor(method.Method, thread) is var wait && wait > TimeSpan.Zero)
        {
            return new CallResult<T>.Later(wait);
        }

        try
        {
            var spoken = await signIn.TokenAsync(refused: null, token);
            told = "";
            var result = await OnceAsync(spoken);
            return Logged(method, result is CallResult<T>.Refused { Error: ConnectorErrors.TokenRefused }
                ? await OnceAsync(await signIn.TokenAsync(spoken, token))
                : result);
        }
        catch (AuthenticationFailedException refused)
        {
            TellOnce(SignInTrouble.Told(refused));
            return new CallResult<T>.Later(UntilSignedIn);
        }
        catch (HttpRequestException unreachable) when (unreachable.HttpRequestError is
            HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or
                HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return Logged(method, new CallResult<T>.Later(UsualWait));
        }
        catch (Exception lost)
            when (lost is HttpRequestException or IOException || (lost is OperationCanceledException && !token.IsCancellationRequested))
        {
            return Logged(method, new CallResult<T>.Unsure());
        }

        async Task<CallResult<T>> OnceAsync(string bearer)
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

    private async Task<CallResult<T>> ReadAsync<T>(
        HttpMethod method, string thread, HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken token)
        where T : class
    {
        var text = await response.Content.ReadAsStringAsync(token);
        switch (response.StatusCode)
        {
            case var status when (int)status is >= 200 and < 300:
                return new CallResult<T>.Done(ConnectorErrors.Read(text, type) ?? JsonSerializer.Deserialize("{}", type)!);
            case HttpStatusCode.TooManyRequests:
                var wait = response.Headers.RetryAfter?.Delta ?? UsualWait;
                wait = wait > LongestWait ? LongestWait : wait;
                pace.Close(method.Method, thread, wait);
                return new CallResult<T>.Later(wait);
            case HttpStatusCode.PreconditionFailed or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable:
                return new CallResult<T>.Later(UsualWait);
            case HttpStatusCode.InternalServerError or HttpStatusCode.GatewayTimeout:
                return new CallResult<T>.Unsure();
            default:
                return new CallResult<T>.Refused(ConnectorErrors.CodeOf(response.StatusCode, text));
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

    private CallResult<T> Logged<T>(HttpMethod method, CallResult<T> result)
    {
        switch (result)
        {
            case CallResult<T>.Refused refused:
                Log.Refused(logger, method.Method, refused.Error);
                break;
            case CallResult<T>.Later later:
                Log.Later(logger, method.Method, later.After.TotalSeconds);
                break;
            case CallResult<T>.Unsure:
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
