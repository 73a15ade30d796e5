using System.Collections.Concurrent;
using System.Threading.Channels;

namespace IntroBot.Playground;

/// <summary>Tells every open page that something it may show has changed; a page that was busy hears it once.</summary>
public sealed class ChangeBell
{
    private readonly ConcurrentDictionary<Guid, Channel<bool>> listeners = new();

    public void Ring()
    {
        foreach (var listener in listeners.Values)
        {
            listener.Writer.TryWrite(true);
        }
    }

    public Listener Listen()
    {
        var id = Guid.NewGuid();
        var heard = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        listeners[id] = heard;
        return new Listener(heard.Reader, () => listeners.TryRemove(id, out _));
    }

    /// <summary>One open page; leaving is disposing.</summary>
    public sealed class Listener(ChannelReader<bool> rings, Action leave) : IDisposable
    {
        public ChannelReader<bool> Rings => rings;

        public void Dispose() => leave();
    }
}
