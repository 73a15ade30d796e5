using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace IntroBot.Operations.Health;

/// <summary>
/// Puts the health endpoints into the program: one says that the process answers, the other whether it can do its work.
/// </summary>
internal static class HealthSetup
{
    private const string Live = "/healthz/live";
    private const string Ready = "/healthz/ready";

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<StoreCheck>();
        services.AddHealthChecks()
            .AddCheck<StoreCheck>("store")
            .AddCheck<ClockCheck>("clock")
            .AddCheck<WorkCheck>("work");

        // Whatever is unwell is logged where it begins; the framework would say it again with every question.
        services.AddLogging(logging => logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None));
    }

    public static bool IsHealth(PathString path) => path.StartsWithSegments("/healthz", StringComparison.Ordinal);

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthResponse.WriteAsync });
        app.MapHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = HealthResponse.WriteAsync });
    }
}
