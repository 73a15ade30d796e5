using System.Net.Sockets;
using IntroBot.Platforms;
using IntroBot.Storage.Tables;

namespace IntroBot.Operations.Startup;

/// <summary>Runs the program, or says in one sentence why it cannot and what to do.</summary>
public static partial class ProgramRunner
{
    /// <summary>The exit code of a program that could not do what it was started for, and said why.</summary>
    internal const int CannotStart = 1;

    private static readonly string[] Host = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.Hosting.Lifetime"];

    /// <summary>Until the program is ready, what goes wrong is told in a sentence: the host's own trace of it is left out.</summary>
    public static void ExplainInsteadOfTracing(this WebApplicationBuilder builder)
    {
        var readiness = new Readiness();
        builder.Services.AddSingleton(readiness);
        foreach (var category in Host)
        {
            builder.Logging.AddFilter(category, level => readiness.IsReached && level >= LogLevel.Warning);
        }
    }

    /// <summary>
    /// Maps the endpoints and runs until it is told to stop, or does the maintenance command it was sent on, and closes the store's file
    /// on the way out; returns the exit code.
    /// </summary>
    public static async Task<int> RunOrExplainAsync(this WebApplication app, MaintenanceCommand? command, Action<WebApplication> map)
    {
        await using (app)
        {
            return command is null ? await RunAsync(app, map) : await DoAsync(app, command);
        }
    }

    private static async Task<int> DoAsync(WebApplication app, MaintenanceCommand command)
    {
        try
        {
            await Console.Out.WriteLineAsync(await command.RunAsync(app.Services));
            return 0;
        }
        catch (Exception told) when (MaintenanceCommands.IsExpected(told))
        {
            return await ExplainAsync(told.Message);
        }
    }

    private static async Task<int> RunAsync(WebApplication app, Action<WebApplication> map)
    {
        var unknown = UnknownKeys.In(app.Configuration).ToList();
        if (ConfigurationErrors.First(app.Services) is { } mistake)
        {
            // A missing key and an unread one are usually the same, misspelt.
            var misspelt = unknown.Find(key => key.Meant is { } meant && mistake.Contains(meant, StringComparison.Ordinal));
            return await ExplainAsync(misspelt?.Sentence ?? mistake);
        }

        unknown.ForEach(key => Log.Unknown(app.Logger, key.Sentence));
        if (!app.Services.GetServices<IMessenger>().Any())
        {
            Log.Nobody(app.Logger);
        }

        try
        {
            map(app);
            await app.StartAsync();
        }
        catch (StoreUnusableException unusable)
        {
            return await GiveUpAsync(app, unusable.Message);
        }
        catch (IOException busy) when (IsAddressInUse(busy))
        {
            return await GiveUpAsync(
                app,
                $"Another program already uses {string.Join(" and ", Addresses(app))}: "
                    + "stop it, or choose another port with --urls http://localhost:3979.");
        }
        catch (Exception address)
            when (address is SocketException or FormatException or
                InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" })
        {
            return await GiveUpAsync(
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

    /// <summary>The addresses it listens at, or was asked to: a server that cannot bind forgets them.</summary>
    private static IEnumerable<string> Addresses(WebApplication app) =>
        app.Urls.Count > 0 ? app.Urls : (app.Configuration[WebHostDefaults.ServerUrlsKey] ?? "its address").Split(';');

    /// <summary>What had begun already is brought to its end, so that nothing else is said.</summary>
    private static async Task<int> GiveUpAsync(WebApplication app, string sentence)
    {
        await app.StopAsync();
        return await ExplainAsync(sentence);
    }

    private static async Task<int> ExplainAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return CannotStart;
    }

    /// <summary>Whether the program has come to the point where it answers.</summary>
    private sealed class Readiness
    {
        public bool IsReached { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(4, LogLevel.Information, "IntroBot is stopping: it finishes what it has begun.")]
        public static partial void Stopping(ILogger logger);

        [LoggerMessage(
            3, LogLevel.Warning, "Nobody can reach IntroBot: configure Slack or Teams as README tells; the playground is off.")]
        public static partial void Nobody(ILogger logger);

        [LoggerMessage(2, LogLevel.Warning, "{Sentence}")]
        public static partial void Unknown(ILogger logger, string sentence);

        [LoggerMessage(1, LogLevel.Information, "{Report}")]
        public static partial void Ready(ILogger logger, string report);
    }
}
