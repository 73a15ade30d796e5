using IntroBot.Platforms;

namespace IntroBot.Operations.Telemetry;

/// <summary>
/// The end of a request that nobody else could answer. The server would log the whole exception, and its message may quote what
/// somebody wrote: its kind and its place in the code are enough to mend it.
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
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = bad.StatusCode;
        }
        catch (Exception failure)
            when (failure is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked is gone.
        }
#pragma warning disable CA1031 // Whatever it was, the next request may be well.
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
