using System.Text;
using IntroBot.Platforms;
using Microsoft.AspNetCore.Http.Features;

namespace IntroBot.Slack.Inbound;

/// <summary>
/// <c>POST /slack/events</c>: commands, interactions, options and events at one address. Nothing is parsed before the signature over the
/// raw bytes is found genuine.
/// </summary>
internal sealed class SlackEndpoint(SlackOptions options, SlackAdapter adapter, SignatureFailureMonitor refusals, WallClock wall)
{
    public const string Path = "/slack/events";

    /// <summary>Longest body read, in bytes: a view of 250 kB comes back twice in one payload, url-encoded.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>What is read at most, in bytes, of a body whose headers cannot be genuine; a check of the certificate is shorter.</summary>
    public const int MaxCheck = 512;

    public async Task HandleAsync(HttpContext context)
    {
        if (!IsPossible(context.Request))
        {
            if (IsOutOfTime(context.Request))
            {
                refusals.OutOfTime();
            }

            Refuse(context, await ReadFewAsync(context));
            return;
        }

        if (await ReadAsync(context) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (!IsGenuine(context.Request, body))
        {
            refusals.Forged();
            Refuse(context, body);
            return;
        }

        refusals.Genuine();

        // Whoever hangs up does not stop half way what they began.
        var answer = SlackRequest.Read(context.Request.ContentType, body) is { } request
            ? await adapter.AnswerAsync(request, CancellationToken.None)
            : new SlackAnswer.BadRequest();
        await WriteAsync(context.Response, answer);
    }

    private bool IsPossible(HttpRequest request) => SlackSignature.IsPossible(
        Header(request, SlackSignature.TimestampHeader), Header(request, SlackSignature.SignatureHeader), wall.Now);

    private bool IsOutOfTime(HttpRequest request) => SlackSignature.IsOutOfTime(
        Header(request, SlackSignature.TimestampHeader), Header(request, SlackSignature.SignatureHeader), wall.Now);

    private bool IsGenuine(HttpRequest request, byte[] body) => SlackSignature.IsGenuine(
        options.SigningSecret!, Header(request, SlackSignature.TimestampHeader),
        Header(request, SlackSignature.SignatureHeader), body, wall.Now);

    private static string? Header(HttpRequest request, string name) => request.Headers[name] is [{ } only] ? only : null;

    /// <summary>Slack checks certificates with an unsigned form; whatever else such a form carries is thrown away unread.</summary>
    private static void Refuse(HttpContext context, byte[] body) =>
        context.Response.StatusCode = IsCertificateCheck(context.Request, body)
            ? StatusCodes.Status200OK
            : StatusCodes.Status401Unauthorized;

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
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
