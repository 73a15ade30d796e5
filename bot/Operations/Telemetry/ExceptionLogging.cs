using IntroBot.Platforms;

namespace IntroBot.Operations.Telemetry;

/// <summary>
/// Logs a failed request by the type and stack trace of its exception. The server would log the message too, which may quote what a person
/// wrote.
/// </summary>
internal static partial class ExceptionLogging
{
    public static void UseExceptionLogging(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ExceptionLogging).FullName!);
        app.Use(next => context => HandleAsync(next, context, logger));
    }

    private static async Task HandleAsync(RequestDelegate next, HttpContext context, ILogger logger)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException badRequest) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = badRequest.StatusCode;
        }
        catch (Exception failure)
            when (failure is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The client has disconnected.
        }
#pragma warning disable CA1031 // One failed request must not end the process.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            var place = ExceptionSummary.Of(failure);
            Log.Failed(logger, context.GetEndpoint()?.DisplayName, place);
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }

            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A request to {Endpoint} failed: {Failure}")]
        public static partial void Failed(ILogger logger, string? endpoint, string failure);
    }
}
