using IntroBot.Operations.Health;
using IntroBot.Operations.Startup;
using IntroBot.Operations.Telemetry;
using IntroBot.Platforms.Http;
using IntroBot.Storage.Tables;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace IntroBot.Operations;

/// <summary>Puts into the program what looks after it: a quiet log, health, measures.</summary>
public static class OperationsSetup
{
    /// <summary>
    /// Maximum wait for open requests and messages when the program stops; closing the store comes on top. Hosts usually kill a program
    /// half a minute after asking it to stop.
    /// </summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(22);

    public static void AddOperations(this WebApplicationBuilder builder)
    {
        var levels = LogLevelOptions.From(builder.Configuration);
        builder.Services.AddOptionsWithValidateOnStart<LogLevelOptions, LogLevelOptionsValidator>()
            .Configure(options => options.ByKey = levels.ByKey);
        if (new LogLevelOptionsValidator().ErrorIn(levels) is not null)
        {
            // The framework would fail over them before the mistake can be told.
            builder.Services.RemoveAll<IConfigureOptions<LoggerFilterOptions>>();
        }

        builder.Services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, FrameworkLogFilter>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services
            .AddSingleton<Meters>()
            .AddSingleton<StoreMonitor>()
            .AddSingleton<ClockMonitor>()
            .AddSingleton<ICommitObserver, StoryMeters>()
            .AddSingleton<ICallObserver, CallMonitor>();
        builder.Services.AddHealth();
        builder.AddTelemetry();
    }

    /// <summary>A store whose calls are counted, and whose failures are remembered.</summary>
    public static ITableStore Metered(this IServiceProvider program, ITableStore tables) =>
        ActivatorUtilities.CreateInstance<MeteredTableStore>(program, tables);

    public static void MapOperations(this WebApplication app)
    {
        app.UseExceptionLogging();
        app.MapHealth();
    }
}
