using System.Net.Sockets;
using IntroBot.Storage;

namespace IntroBot.Operations;

/// <summary>Runs the program, or says in one sentence why it cannot and what to do.</summary>
public static partial class Startup
{
    private const int CannotStart = 1;

    public static async Task<int> RunOrExplainAsync(this WebApplication app)
    {
        if (app.Services.GetRequiredService<Mistakes>().First is { } mistake)
        {
            return await ExplainAsync(mistake);
        }

        try
        {
            await app.StartAsync();
        }
        catch (StoreUnusableException unusable)
        {
            return await ExplainAsync(unusable.Message);
        }
        catch (IOException busy) when (IsAddressInUse(busy))
        {
            return await ExplainAsync(
                $"Another program already uses {string.Join(" and ", Addresses(app))}: stop it, or choose another port with --urls http://localhost:3979.");
        }
        catch (Exception address) when (address is SocketException or FormatException or InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" })
        {
            return await ExplainAsync($"IntroBot cannot listen at {string.Join(" and ", Addresses(app))}: choose an address of this machine with --urls http://localhost:3978.");
        }

        Log.Ready(app.Logger, string.Join(" and ", Addresses(app)));
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static bool IsAddressInUse(Exception failure) =>
        failure is Microsoft.AspNetCore.Connections.AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }
        || (failure.InnerException is { } inner && IsAddressInUse(inner));

    private static IEnumerable<string> Addresses(WebApplication app) => app.Urls.Count > 0 ? app.Urls : ["its address"];

    private static async Task<int> ExplainAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return CannotStart;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "IntroBot is ready at {Addresses}. Ctrl+C stops it; nothing is lost.")]
        public static partial void Ready(ILogger logger, string addresses);
    }
}
