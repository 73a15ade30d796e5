using System.Collections.Concurrent;
using System.Threading.Channels;

namespace IntroBot.Playground;

/// <summary>Tells every open page that something it may show has changed; a page that was busy hears it once.</summary>
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
        var heard = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        listeners[id] = heard;
        return new Subscription(heard.Reader, () => listeners.TryRemove(id, out _));
    }

    /// <summary>One open page; leaving is disposing.</summary>
    public sealed class Subscription(ChannelReader<bool> rings, Action leave) : IDisposable
    {
        public ChannelReader<bool> Changes => rings;

        public void Dispose() => leave();
    }
}
