using System.Net.Sockets;

namespace IntroBot.Tests;

/// <summary>
/// Ports for programs that have to be told theirs: below those the system gives to connections and to listeners without one, so that nobody
/// takes it before its program does, or while that starts again; and none twice.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Count = 12_000;

    private static int last = Random.Shared.Next(Count);

    public static int Next()
    {
        while (true)
        {
            var port = First + ((Interlocked.Increment(ref last) & int.MaxValue) % Count);
            using var listener = TcpListener.Create(port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it: the next one may be free.
            }
        }
    }
}
