using System.Net;
using IntroBot.Platforms;
using Microsoft.Net.Http.Headers;

namespace IntroBot.Playground;

/// <summary>Accepts only a browser on this machine that shows the playground itself, and allows only the playground's own script.</summary>
public static partial class PlaygroundGuard
{
    // A same-origin referrer, not none: with none, browsers send "Origin: null" with every form (Fetch, "append a request Origin header").
    private static readonly (string Name, string Value)[] Headers =
    [
        (HeaderNames.ContentSecurityPolicy,
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
        (HeaderNames.XContentTypeOptions, "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        (HeaderNames.CacheControl, "no-store"),
    ];

    public static RequestDelegate Around(RequestDelegate inner, ILogger logger) => async context =>
    {
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (RefusalReason(context.Request) is { } objection)
        {
            await ErrorPages.WriteAsync(context, StatusCodes.Status403Forbidden, objection);
            return;
        }

        try
        {
            await inner(context);
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            // The page is for people: they get a sentence; the log gets the kind of the error and its place, for its message may
            // quote them.
            Log.Failed(logger, context.Request.Path, ExceptionSummary.Of(error));
            await ErrorPages.WriteAsync(
                context, StatusCodes.Status500InternalServerError, "Something went wrong on my side. The log of the program says more.");
        }
    };

    /// <summary>Why a request is refused; null when it is accepted.</summary>
    public static string? RefusalReason(HttpRequest request)
    {
        if (request.HttpContext.Connection.RemoteIpAddress is not { } from
            || !IPAddress.IsLoopback(from)
            || request.Headers.ContainsKey("X-Forwarded-For")
            || request.Headers.ContainsKey("Forwarded"))
        {
            return "The playground answers only on the machine it runs on.";
        }

        // Another host name that resolves to this machine may belong to another site's page (DNS rebinding).
        if (request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            return "The playground answers only to the names localhost, 127.0.0.1 and [::1].";
        }

        return HttpMethods.IsPost(request.Method) && !IsOwn(request) ? "That did not come from the playground's own page." : null;
    }

    private static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        var named = site.Length > 0 || origin.Length > 0;
        return named && site is ("" or "same-origin") && (origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}");
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Playground request {Path} failed: {Failure}")]
        public static partial void Failed(ILogger logger, PathString path, string failure);
    }
}
