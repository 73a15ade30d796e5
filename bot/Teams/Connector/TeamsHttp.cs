using System.Net;
using Azure.Identity;
using IntroBot.Platforms;
using IntroBot.Platforms.Http;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams.Connector;

/// <summary>
/// Speaks Microsoft's services as the bot: addresses that may be trusted with its token, and what each status of an answer means;
/// <see href="https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability"/>.
/// </summary>
internal sealed class TeamsHttp(HttpCalls calls, TeamsOptions options)
{
    private static readonly TimeSpan UntilSignedIn = TimeSpan.FromMinutes(1);

    /// <summary>Makes or changes something: its id, which is empty where the service gives none.</summary>
    public async Task<SendResult<string>> MadeAsync(TeamsRequest request, CancellationToken token) =>
        (await SendAsync(
            request,
            answer => answer.Body.Length == 0
                ? new SendResult<ResourceResponse>.Sent(new ResourceResponse(null))
                : Parsed(answer, ActivityJson.Default.ResourceResponse),
            token)).Map(made => made.Id ?? "");

    /// <summary>Reads something.</summary>
    public Task<SendResult<T>> ReadAsync<T>(TeamsRequest request, JsonTypeInfo<T> type, CancellationToken token)
        where T : class => SendAsync(request, answer => Parsed(answer, type), token);

    private async Task<SendResult<T>> SendAsync<T>(
        TeamsRequest wanted, Func<HttpAnswer, SendResult<T>> read, CancellationToken token)
        where T : class
    {
        if (!IsTrusted(wanted.Service, out var root))
        {
            return ConnectorErrors.Rejected<T>(ConnectorErrors.UntrustedAddress);
        }

        using var request = new HttpRequestMessage(wanted.Method, new Uri(root, wanted.Path))
        {
            Content = wanted.Body is null ? null : new StringContent(wanted.Body, Encoding.UTF8, "application/json"),
        };
        try
        {
            return await calls.SendAsync(wanted.Call, request, answer => answer.IsSuccess ? read(answer) : Failed<T>(answer), token);
        }
        catch (AuthenticationFailedException)
        {
            return new SendResult<T>.RetryAfter(UntilSignedIn);
        }
    }

    /// <summary>An answer that is not the connector's may come from a proxy that let the call through.</summary>
    private static SendResult<T> Parsed<T>(HttpAnswer answer, JsonTypeInfo<T> type)
        where T : class => ConnectorErrors.Read(answer.Body, type) is { } value
            ? new SendResult<T>.Sent(value)
            : new SendResult<T>.Unknown();

    private static SendResult<T> Failed<T>(HttpAnswer answer) => answer.Status switch
    {
        HttpStatusCode.PreconditionFailed or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable =>
            new SendResult<T>.RetryAfter(answer.RetryAfter ?? HttpCalls.DefaultDelay),
        HttpStatusCode.InternalServerError or HttpStatusCode.GatewayTimeout => new SendResult<T>.Unknown(),
        _ => ConnectorErrors.Rejected<T>(ConnectorErrors.CodeOf(answer.Status, answer.Body)),
    };

    /// <summary>
    /// The token opens all the bot can do: it goes to addresses that a genuine activity named, and never unencrypted but on this machine.
    /// </summary>
    private bool IsTrusted(string service, out Uri root) =>
        Uri.TryCreate(service.EndsWith('/') ? service : $"{service}/", UriKind.Absolute, out root!)
            && (root.Scheme == Uri.UriSchemeHttps || (root.Scheme == Uri.UriSchemeHttp && root.IsLoopback && options.Metadata.IsLoopback));
}

/// <summary>A request to one of Microsoft's services.</summary>
/// <param name="Method">The HTTP method; its rate is counted for each <paramref name="Scope"/>.</param>
/// <param name="Service">The address of the service.</param>
/// <param name="Path">Where below it, with ids escaped.</param>
/// <param name="Route">The path without ids, for the log.</param>
/// <param name="Scope">The conversation, or what else the service counts rates by.</param>
/// <param name="Body">JSON, where there is any.</param>
internal sealed record TeamsRequest(HttpMethod Method, string Service, string Path, string Route, string Scope, string? Body = null)
{
    public HttpCall Call => new(Method.Method, $"{Method.Method} {Route}", Scope);
}
