using System.Diagnostics.CodeAnalysis;

namespace IntroBot.Platforms;

/// <summary>
/// A cache in this process of at most <paramref name="capacity"/> entries: when it is full, the least recently used one is evicted. The
/// framework's MemoryCache is none for this: a full one refuses what is newest and evicts later in the background, but a delivery that
/// comes again and a method that was just refused are known by the newest entry.
/// </summary>
/// <param name="capacity">The most entries.</param>
/// <param name="clock">By which entries expire; not needed where none does.</param>
internal sealed class BoundedCache<TKey, TValue>(int capacity, TimeProvider? clock = null)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, LinkedListNode<Entry>> entries = [];

    /// <summary>The least recently used is the last.</summary>
    private readonly LinkedList<Entry> byUse = new();

    /// <summary>How many entries there are, expired ones that were not looked for since among them.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return entries.Count;
            }
        }
    }

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (gate)
        {
            return Find(key, out value);
        }
    }

    /// <summary>The entry that is there, or the one that is added now.</summary>
    public TValue GetOrAdd(TKey key, TValue value)
    {
        lock (gate)
        {
            if (Find(key, out var found))
            {
                return found;
            }

            Add(new Entry(key, value, DateTimeOffset.MaxValue));
            return value;
        }
    }

    /// <summary>Adds an entry or replaces it; without <paramref name="timeToLive"/> it does not expire.</summary>
    public void Set(TKey key, TValue value, TimeSpan? timeToLive = null)
    {
        lock (gate)
        {
            Take(key);
            Add(new Entry(key, value, timeToLive is { } time ? clock!.GetUtcNow() + time : DateTimeOffset.MaxValue));
        }
    }

    public void Remove(TKey key)
    {
        lock (gate)
        {
            Take(key);
        }
    }

    private bool Find(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!entries.TryGetValue(key, out var node))
        {
            value = default;
            return false;
        }

        if (node.Value.ExpiresAt < DateTimeOffset.MaxValue && node.Value.ExpiresAt <= clock!.GetUtcNow())
        {
            Take(key);
            value = default;
            return false;
        }

        byUse.Remove(node);
        byUse.AddFirst(node);
        value = node.Value.Value;
        return true;
    }

    private void Add(Entry entry)
    {
        if (entries.Count >= capacity)
        {
            Take(byUse.Last!.Value.Key);
        }

        entries[entry.Key] = byUse.AddFirst(entry);
    }

    private void Take(TKey key)
    {
        if (entries.Remove(key, out var node))
        {
            byUse.Remove(node);
        }
    }

    private sealed record Entry(TKey Key, TValue Value, DateTimeOffset ExpiresAt);
}
