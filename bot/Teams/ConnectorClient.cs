using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Identity;
using IntroBot.Platforms;

namespace IntroBot.Teams;

/// <summary>
/// Calls the Bot Connector, with one answer for each way a call can end. It never tries again by itself, but for a token that ended:
/// whoever calls knows whether twice does harm;
/// <see href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference"/>.
/// </summary>
internal sealed partial class ConnectorClient(
    HttpClient http, TeamsOptions options, ConnectorSignIn signIn, Pace pace, ILogger<ConnectorClient> logger)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan UntilSignedIn = TimeSpan.FromMinutes(1);

    /// <summary>What was said of a sign-in that is refused; said again only when another one was taken in between.</summary>
    private string told = "";

    /// <summary>
    /// Says something; the receipt is empty where Teams gives none. <paramref name="isTargeted"/>: only the recipient reads it.
    /// </summary>
    public Task<CallResult<string>> SendAsync(
        string service, string conversation, string activity, bool isTargeted, CancellationToken token) =>
        MadeAsync(
            HttpMethod.Post, service,
            $"v3/conversations/{Escaped(conversation)}/activities{(isTargeted ? "?isTargetedActivity=true" : "")}", conversation, activity,
            token);

    /// <summary>Says something in reply to a message; in a channel that is its thread.</summary>
    public Task<CallResult<string>> ReplyAsync(
        string service, string conversation, string to, string activity, bool isTargeted, CancellationToken token) =>
        MadeAsync(
            HttpMethod.Post, service,
            $"{Path(conversation, to)}{(isTargeted ? "?isTargetedActivity=true" : "")}", conversation, activity, token);

    /// <summary>Takes away a message of ours; one that is gone already is refused.</summary>
    public Task<CallResult<string>> DeleteAsync(string service, string conversation, string id, CancellationToken token) =>
        MadeAsync(HttpMethod.Delete, service, Path(conversation, id), conversation, null, token);

    /// <summary>Puts something else in the place of a message of ours.</summary>
    public Task<CallResult<string>> UpdateAsync(string service, string conversation, string id, string activity, CancellationToken token) =>
        MadeAsync(HttpMethod.Put, service, Path(conversation, id), conversation, activity, token);

    /// <summary>
    /// Makes something at an address below a service and gives its id; <paramref name="thread"/> is what its rate is reckoned by.
    /// </summary>
    public Task<CallResult<string>> MakeAsync(string service, string path, string thread, string body, CancellationToken token) =>
        MadeAsync(HttpMethod.Post, service, path, thread, body, token);

    /// <summary>Opens the chat of one person with the bot, or finds it.</summary>
    public Task<CallResult<string>> OpenChatAsync(string service, string tenant, string member, CancellationToken token) => MadeAsync(
        HttpMethod.Post,
        service,
        "v3/conversations",
        member,
        JsonSerializer.Serialize(
            new ConversationParameters(IsGroup: false, [new ChannelAccount { Id = member }], tenant),
            ActivityJson.Default.ConversationParameters),
        token);

    public Task<CallResult<TeamsMember>> MemberAsync(string service, string conversation, string member, CancellationToken token) =>
        CallAsync(
            HttpMethod.Get,
            service,
            $"v3/conversations/{Escaped(TeamsIds.WithoutThread(conversation))}/members/{Escaped(member)}",
            conversation,
            null,
            ActivityJson.Default.TeamsMember,
            token);

    /// <summary>A page of those who are in a conversation, 500 at most, from where the page before ended.</summary>
    public Task<CallResult<TeamsRoster>> RosterAsync(string service, string conversation, string? from, CancellationToken token) =>
        CallAsync(
            HttpMethod.Get,
            service,
            $"v3/conversations/{Escaped(TeamsIds.WithoutThread(conversation))}/pagedmembers?pageSize=500"
                + (from is null ? "" : $"&continuationToken={Escaped(from)}"),
            conversation,
            null,
            ActivityJson.Default.TeamsRoster,
            token);

    private static string Path(string conversation, string message) =>
        $"v3/conversations/{Escaped(conversation)}/activities/{Escaped(message)}";

    private async Task<CallResult<string>> MadeAsync(
        HttpMethod method, string service, string path, string thread, string? body, CancellationToken token) =>
        (await CallAsync(method, service, path, thread, body, ActivityJson.Default.ResourceResponse, token)).Map(made => made.Id ?? "");

    private async Task<CallResult<T>> CallAsync<T>(
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

    private static string Escaped(string id) => Uri.EscapeDataString(id);

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
