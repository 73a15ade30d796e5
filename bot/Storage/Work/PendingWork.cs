namespace IntroBot.Storage.Work;

/// <summary>
/// The chat work that this process has started or postponed. Postponed work holds back later work of its partition, so that the order is
/// kept.
/// </summary>
internal sealed class PendingWork(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Dictionary<string, (string Kind, DateTimeOffset Until)>> waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> postponed = new(StringComparer.Ordinal);

    /// <summary>Until when this process has postponed work of a partition; null when it has not.</summary>
    public DateTimeOffset? PostponedUntil(string partition)
    {
        lock (gate)
        {
            if (postponed.TryGetValue(partition, out var until) && until <= clock.GetUtcNow())
            {
                postponed.Remove(partition);
                return null;
            }

            return postponed.TryGetValue(partition, out until) ? until : null;
        }
    }

    /// <summary>Records work that starts in this process.</summary>
    public void Begin(string partition, string id, string kind) => Wait(partition, id, kind, DateTimeOffset.MaxValue);

    /// <summary>Records postponed work; soon after that time some instance has done it.</summary>
    public void Postpone(string partition, string id, string kind, DateTimeOffset until)
    {
        Wait(partition, id, kind, until + (2 * Lease.Duration));
        lock (gate)
        {
            postponed[partition] = postponed.TryGetValue(partition, out var before) && before > until ? before : until;
        }
    }

    /// <summary>Removes work that is done, or left to other instances.</summary>
    public void End(string partition, string id)
    {
        lock (gate)
        {
            if (waiting.TryGetValue(partition, out var entries) && entries.Remove(id) && entries.Count == 0)
            {
                waiting.Remove(partition);
            }
        }
    }

    public int CountOf(string partition, string kind)
    {
        lock (gate)
        {
            return waiting.TryGetValue(partition, out var entries) ? Count(partition, entries, kind) : 0;
        }
    }

    public int CountIn(string prefix, string kind)
    {
        lock (gate)
        {
            return waiting.ToArray()
                .Where(entries => entries.Key.StartsWith(prefix, StringComparison.Ordinal))
                .Sum(entries => Count(entries.Key, entries.Value, kind));
        }
    }

    private void Wait(string partition, string id, string kind, DateTimeOffset until)
    {
        lock (gate)
        {
            if (!waiting.TryGetValue(partition, out var entries))
            {
                waiting[partition] = entries = new(StringComparer.Ordinal);
            }

            entries[id] = (kind, until);
        }
    }

    private int Count(string partition, Dictionary<string, (string Kind, DateTimeOffset Until)> entries, string kind)
    {
        var now = clock.GetUtcNow();
        foreach (var expired in entries.Where(each => each.Value.Until <= now).Select(each => each.Key).ToArray())
        {
            entries.Remove(expired);
        }

        if (entries.Count == 0)
        {
            waiting.Remove(partition);
        }

        return entries.Values.Count(each => each.Kind == kind);
    }
}
