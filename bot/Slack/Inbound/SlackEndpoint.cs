using IntroBot.Platforms;
using Microsoft.AspNetCore.Http.Features;

namespace IntroBot.Slack.Inbound;

/// <summary>
/// <c>POST /slack/events</c>: commands, interactions, options and events at one address. Nothing is parsed before the signature over the
/// raw bytes is found genuine.
/// </summary>
internal sealed class SlackEndpoint(
    SlackOptions options, SlackAdapter adapter, SignatureFailureMonitor failures, [SystemClock] TimeProvider clock)
{
    public const string Path = "/slack/events";

    /// <summary>Longest body read, in bytes: a view of 250 kB comes back twice in one payload, url-encoded.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>What is read at most, in bytes, of a body whose headers cannot be genuine; a check of the certificate is shorter.</summary>
    public const int MaxCheck = 512;

    public async Task HandleAsync(HttpContext context)
    {
        var (timestamp, signature) = (
            Header(context.Request, SlackSignature.TimestampHeader), Header(context.Request, SlackSignature.SignatureHeader));
        if (SlackSignature.CheckHeaders(timestamp, signature, clock.GetUtcNow()) is { } impossible)
        {
            Refuse(context, await ReadFewAsync(context), impossible);
            return;
        }

        if (await ReadAsync(context) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (SlackSignature.Check(options.SigningSecret!, timestamp, signature, body, clock.GetUtcNow()) is { } failure)
        {
            Refuse(context, body, failure);
            return;
        }

        failures.Genuine();

        // A client that disconnects does not stop half way what it began.
        var answer = SlackRequest.Read(context.Request.ContentType, body) is { } request
            ? await adapter.AnswerAsync(request, CancellationToken.None)
            : new SlackAnswer.BadRequest();
        await WriteAsync(context.Response, answer);
    }

    private static string? Header(HttpRequest request, string name) => request.Headers[name] is [{ } only] ? only : null;

    /// <summary>Slack checks certificates with an unsigned form; anything else such a form carries is thrown away unread.</summary>
    private void Refuse(HttpContext context, byte[] body, SignatureFailure failure)
    {
        if (IsCertificateCheck(context.Request, body))
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
            return;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        failures.Refused(failure);
    }

    private static bool IsCertificateCheck(HttpRequest request, byte[] body) =>
        body.Length < MaxCheck
        && SlackRequest.IsForm(request.ContentType)
        && Encoding.ASCII.GetString(body).Split('&').Contains("ssl_check=1");

    /// <summary>As much of a forged body as a check of the certificate may have; of a longer one that says its length, nothing.</summary>
    private static async Task<byte[]> ReadFewAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MaxCheck)
        {
            return [];
        }

        var few = new byte[MaxCheck];
        var count = await context.Request.Body.ReadAtLeastAsync(few, MaxCheck, throwOnEndOfStream: false, context.RequestAborted);
        return few[..count];
    }

    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBytes)
        {
            return null;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MaxBytes;
        }

        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            return body.Length > MaxBytes ? null : body.ToArray();
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
    }

    private static Task WriteAsync(HttpResponse response, SlackAnswer answer)
    {
        switch (answer)
        {
            case SlackAnswer.Json json:
                response.ContentType = "application/json; charset=utf-8";
                return response.WriteAsync(json.Body);
            case SlackAnswer.Text text:
                response.ContentType = "text/plain; charset=utf-8";
                return response.WriteAsync(text.Body);
            case SlackAnswer.BadRequest:
                response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            case SlackAnswer.Failed:
                response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            case SlackAnswer.Empty:
                return Task.CompletedTask;
            default:
                throw new UnreachableException();
        }
    }
}
