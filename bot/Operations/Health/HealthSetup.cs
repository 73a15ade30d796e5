using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace IntroBot.Operations.Health;

/// <summary>Registers the health endpoints: one reports that the process answers, the other whether it can do its work.</summary>
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

        // Each monitor logs a failure when it begins; the framework would log it again with every request.
        services.AddLogging(logging => logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None));
    }

    public static bool IsHealth(PathString path) => path.StartsWithSegments("/healthz", StringComparison.Ordinal);

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthResponse.WriteAsync });
        app.MapHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = HealthResponse.WriteAsync });
    }
}
