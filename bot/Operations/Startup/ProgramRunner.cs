using System.Net.Sockets;
using IntroBot.Platforms;
using IntroBot.Storage.Tables;

namespace IntroBot.Operations.Startup;

/// <summary>Runs the program, or explains in one sentence why it cannot run and what to do.</summary>
public static partial class ProgramRunner
{
    /// <summary>The exit code of a program that could not start and has said why.</summary>
    internal const int CannotStart = 1;

    private static readonly string[] HostCategories = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.Hosting.Lifetime"];

    /// <summary>Until the program is ready, an error is one sentence: the host's own stack trace is filtered out.</summary>
    public static void ExplainInsteadOfTracing(this WebApplicationBuilder builder)
    {
        var readiness = new Readiness();
        builder.Services.AddSingleton(readiness);
        foreach (var category in HostCategories)
        {
            builder.Logging.AddFilter(category, level => readiness.IsReached && level >= LogLevel.Warning);
        }
    }

    /// <summary>Runs until shutdown, or runs the given maintenance command, then closes the store; returns the exit code.</summary>
    public static async Task<int> RunOrExplainAsync(this WebApplication app, MaintenanceCommand? command)
    {
        await using (app)
        {
            return command is null ? await RunAsync(app) : await RunCommandAsync(app, command);
        }
    }

    private static async Task<int> RunCommandAsync(WebApplication app, MaintenanceCommand command)
    {
        try
        {
            await Console.Out.WriteLineAsync(await command.RunAsync(app.Configuration, app.Environment.ContentRootPath));
            return 0;
        }
        catch (Exception explained) when (MaintenanceCommands.IsTold(explained))
        {
            return await ExplainAsync(explained.Message);
        }
    }

    private static async Task<int> RunAsync(WebApplication app)
    {
        var unknown = UnknownKeys.In(app.Configuration).ToList();
        if (app.Services.GetRequiredService<ConfigurationErrors>().First is { } error)
        {
            // A missing key is usually a misspelt one.
            var misspelt = unknown.Find(key => key.Meant is { } meant && error.Contains(meant, StringComparison.Ordinal));
            return await ExplainAsync(misspelt?.Sentence ?? error);
        }

        unknown.ForEach(key => Log.Unknown(app.Logger, key.Sentence));
        if (!app.Services.GetServices<IMessenger>().Any())
        {
            Log.NoPlatform(app.Logger);
        }

        try
        {
            await app.StartAsync();
        }
        catch (StoreUnusableException unusable)
        {
            return await StopAndExplainAsync(app, unusable.Message);
        }
        catch (IOException inUse) when (IsAddressInUse(inUse))
        {
            return await StopAndExplainAsync(
                app,
                $"Another program already uses {string.Join(" and ", Addresses(app))}: "
                    + "stop it, or choose another port with --urls http://localhost:3979.");
        }
        catch (Exception address)
            when (address is SocketException or FormatException or
                InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" })
        {
            return await StopAndExplainAsync(
                app,
                $"IntroBot cannot listen at {string.Join(" and ", Addresses(app))}: "
                    + "choose an address of this machine with --urls http://localhost:3978.");
        }

        app.Services.GetRequiredService<Readiness>().IsReached = true;
        Log.Ready(app.Logger, StartReport.Of(app, Addresses(app)));
        app.Lifetime.ApplicationStopping.Register(() => Log.Stopping(app.Logger));
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static bool IsAddressInUse(Exception failure) =>
        failure is Microsoft.AspNetCore.Connections.AddressInUseException or
            SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }
        || (failure.InnerException is { } inner && IsAddressInUse(inner));

    /// <summary>The addresses it listens at or was configured with: a server that fails to bind has none.</summary>
    private static IEnumerable<string> Addresses(WebApplication app) =>
        app.Urls.Count > 0 ? app.Urls : (app.Configuration[WebHostDefaults.ServerUrlsKey] ?? "its address").Split(';');

    /// <summary>Stops the services that have started, so that they log nothing after the explanation.</summary>
    private static async Task<int> StopAndExplainAsync(WebApplication app, string sentence)
    {
        await app.StopAsync();
        return await ExplainAsync(sentence);
    }

    private static async Task<int> ExplainAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return CannotStart;
    }

    /// <summary>Whether the program answers requests.</summary>
    private sealed class Readiness
    {
        public bool IsReached { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(4, LogLevel.Information, "IntroBot is stopping: work in progress is finished first.")]
        public static partial void Stopping(ILogger logger);

        [LoggerMessage(
            3, LogLevel.Warning, "No platform is configured and the playground is off: set up Slack or Teams as described in README.md.")]
        public static partial void NoPlatform(ILogger logger);

        [LoggerMessage(2, LogLevel.Warning, "{Sentence}")]
        public static partial void Unknown(ILogger logger, string sentence);

        [LoggerMessage(1, LogLevel.Information, "{Report}")]
        public static partial void Ready(ILogger logger, string report);
    }
}
