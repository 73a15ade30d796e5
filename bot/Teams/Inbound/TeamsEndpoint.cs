using IntroBot.Platforms;
using Microsoft.AspNetCore.Http.Features;

namespace IntroBot.Teams.Inbound;

/// <summary><c>POST /api/messages</c>: whatever Teams has to say. Nothing of the body is read before the token is found genuine.</summary>
internal sealed class TeamsEndpoint(
    TeamsOptions options, ConnectorTokens tokens, BotFrameworkAdapter adapter, RefusedRequests<TokenFailure> refused)
{
    public const string Path = "/api/messages";

    /// <summary>Longest body read, in bytes; a message has 100 kB at most, and comes back with a form filled in.</summary>
    public const int MaxBytes = 256 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        var response = context.Response;
        var (speaker, failure) = await tokens.ValidateAsync(context.Request.Headers.Authorization is [{ } only] ? only : null);
        if (speaker is null)
        {
            refused.Add(failure);
            response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var (status, activity) = await ReadAsync(context);
        if (activity is null)
        {
            response.StatusCode = status;
            return;
        }

        var mayBring = speaker.MayBring(activity);
        if (!mayBring || activity.Tenant is not { } tenant || !options.Serves(tenant))
        {
            refused.Add(mayBring ? TokenFailure.TenantNotServed : TokenFailure.ActivityMismatch);
            response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        // A client that disconnects does not stop half way what it began.
        var answer = await adapter.AnswerAsync(activity, CancellationToken.None);
        response.StatusCode = answer.Status;
        if (answer.Body is { } body)
        {
            response.ContentType = "application/json; charset=utf-8";
            await response.WriteAsync(body);
        }
    }

    private static async Task<(int Status, Activity? Activity)> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBytes)
        {
            return (StatusCodes.Status413PayloadTooLarge, null);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MaxBytes;
        }

        try
        {
            return (StatusCodes.Status400BadRequest,
                await JsonSerializer.DeserializeAsync(context.Request.Body, ActivityJson.Default.Activity, context.RequestAborted));
        }
        catch (JsonException)
        {
            return (StatusCodes.Status400BadRequest, null);
        }
        catch (BadHttpRequestException unread)
        {
            return (unread.StatusCode, null);
        }
    }
}
