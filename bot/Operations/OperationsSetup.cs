using IntroBot.Decisions;
using IntroBot.Operations.Health;
using IntroBot.Operations.Startup;
using IntroBot.Operations.Telemetry;
using IntroBot.Platforms;
using IntroBot.Storage.Tables;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace IntroBot.Operations;

/// <summary>Registers logging, health checks and telemetry.</summary>
public static class OperationsSetup
{
    /// <summary>
    /// Time for open requests and messages in flight at shutdown; closing the store comes on top. Hosts usually kill a process half a
    /// minute after they ask it to stop.
    /// </summary>
    private static readonly TimeSpan MaxShutdownTime = TimeSpan.FromSeconds(22);

    public static void AddOperations(this WebApplicationBuilder builder)
    {
        if (LogLevels.Check(builder.Configuration) is not null)
        {
            // The framework would throw on them before their error can be reported.
            builder.Services.RemoveAll<IConfigureOptions<LoggerFilterOptions>>();
        }

        builder.Services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, FrameworkLogFilter>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = MaxShutdownTime);
        builder.Services
            .AddSingleton<Meters>()
            .AddSingleton<StoreMonitor>()
            .AddSingleton<ClockMonitor>()
            .AddSingleton<ICommitObserver, StoryMeters>()
            .AddSingleton<ICallObserver, CallMonitor>();
        builder.Services.AddHealth();
        builder.AddTelemetry();
    }

    /// <summary>One sentence that says what is wrong with the logging or telemetry configuration; null when nothing is.</summary>
    public static string? Check(IConfiguration configuration) => LogLevels.Check(configuration) ?? TelemetrySetup.Check(configuration);

    /// <summary>Wraps a store to count its calls and to monitor its failures.</summary>
    public static ITableStore Watched(this IServiceProvider provider, ITableStore tables) =>
        ActivatorUtilities.CreateInstance<MeteredTableStore>(provider, tables);

    public static void MapOperations(this WebApplication app)
    {
        app.UseExceptionLogging();
        app.MapHealth();
    }
}
