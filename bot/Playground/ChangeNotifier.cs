using System.Collections.Concurrent;
using System.Threading.Channels;

namespace IntroBot.Playground;

/// <summary>Notifies every open page of changes; a page that is busy gets one notification for several.</summary>
public sealed class ChangeNotifier
{
    private readonly ConcurrentDictionary<Guid, Channel<bool>> listeners = new();

    public void Notify()
    {
        foreach (var listener in listeners.Values)
        {
            listener.Writer.TryWrite(true);
        }
    }

    public Subscription Subscribe()
    {
        var id = Guid.NewGuid();
        var channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        listeners[id] = channel;
        return new Subscription(channel.Reader, () => listeners.TryRemove(id, out _));
    }

    /// <summary>The subscription of one open page; disposing it unsubscribes.</summary>
    public sealed class Subscription(ChannelReader<bool> changes, Action unsubscribe) : IDisposable
    {
        public ChannelReader<bool> Changes => changes;

        public void Dispose() => unsubscribe();
    }
}
