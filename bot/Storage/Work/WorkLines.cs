namespace IntroBot.Storage.Work;

/// <summary>
/// What this process knows of chat work that waits: what it has begun or put off itself. What it put off holds back what comes after it, so
/// that the order of a partition stays.
/// </summary>
internal sealed class WorkLines(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Dictionary<string, (string Kind, DateTimeOffset Until)>> waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> putOff = new(StringComparer.Ordinal);

    /// <summary>Until when this process has put off something of a partition; null when it has not.</summary>
    public DateTimeOffset? PutOffUntil(string partition)
    {
        lock (gate)
        {
            if (putOff.TryGetValue(partition, out var until) && until <= clock.GetUtcNow())
            {
                putOff.Remove(partition);
                return null;
            }

            return putOff.TryGetValue(partition, out until) ? until : null;
        }
    }

    /// <summary>Work is begun here, as soon as its turn comes.</summary>
    public void Begin(string partition, string id, string kind) => Wait(partition, id, kind, DateTimeOffset.MaxValue);

    /// <summary>Work waits for a moment; soon after it, some instance has done it.</summary>
    public void PutOff(string partition, string id, string kind, DateTimeOffset until)
    {
        Wait(partition, id, kind, until + (2 * Lease.Duration));
        lock (gate)
        {
            putOff[partition] = putOff.TryGetValue(partition, out var before) && before > until ? before : until;
        }
    }

    /// <summary>Work is done, or left to others.</summary>
    public void End(string partition, string id)
    {
        lock (gate)
        {
            if (waiting.TryGetValue(partition, out var line) && line.Remove(id) && line.Count == 0)
            {
                waiting.Remove(partition);
            }
        }
    }

    public int CountOf(string partition, string kind)
    {
        lock (gate)
        {
            return waiting.TryGetValue(partition, out var line) ? Count(partition, line, kind) : 0;
        }
    }

    public int CountIn(string prefix, string kind)
    {
        lock (gate)
        {
            return waiting.ToArray()
                .Where(line => line.Key.StartsWith(prefix, StringComparison.Ordinal))
                .Sum(line => Count(line.Key, line.Value, kind));
        }
    }

    private void Wait(string partition, string id, string kind, DateTimeOffset until)
    {
        lock (gate)
        {
            if (!waiting.TryGetValue(partition, out var line))
            {
                waiting[partition] = line = new(StringComparer.Ordinal);
            }

            line[id] = (kind, until);
        }
    }

    private int Count(string partition, Dictionary<string, (string Kind, DateTimeOffset Until)> line, string kind)
    {
        var now = clock.GetUtcNow();
        foreach (var over in line.Where(each => each.Value.Until <= now).Select(each => each.Key).ToArray())
        {
            line.Remove(over);
        }

        if (line.Count == 0)
        {
            waiting.Remove(partition);
        }

        return line.Values.Count(each => each.Kind == kind);
    }
}
