using System.Threading.Channels;

namespace IntroBot.Storage.Work;

/// <summary>
/// What this process has to do next, partition by partition: one session a partition at a time, so that their order holds.
/// </summary>
internal sealed class OutboxQueue(TimeProvider clock)
{
    private readonly Channel<PartitionSession> sessions = Channel.CreateUnbounded<PartitionSession>();
    private readonly Dictionary<string, PartitionSession> open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DueCheck> checks = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Commits whose messages are on their way, and since when.</summary>
    private readonly Dictionary<CommittedWork, long> leaving = new(ReferenceEqualityComparer.Instance);
    private int pending;
    private TaskCompletionSource idle = Completed();

    public ChannelReader<PartitionSession> Sessions => sessions.Reader;

    /// <summary>How many messages are on their way.</summary>
    public int Depth
    {
        get
        {
            lock (gate)
            {
                return leaving.Keys.Sum(committed => committed.Rows.Length);
            }
        }
    }

    /// <summary>How long the oldest of them is on its way.</summary>
    public TimeSpan Age
    {
        get
        {
            lock (gate)
            {
                return leaving.Count == 0 ? TimeSpan.Zero : clock.GetElapsedTime(leaving.Values.Min());
            }
        }
    }

    /// <summary>Partitions that have anything to do, begun or not.</summary>
    public IReadOnlyList<PartitionSession> Open
    {
        get
        {
            lock (gate)
            {
                return [.. open.Values];
            }
        }
    }

    /// <summary>Hands a commit over; after the shutdown has begun, what it left stays in storage for the next start.</summary>
    public void Add(CommittedWork committed)
    {
        lock (gate)
        {
            if (Join(committed.Partition, committed) && committed.Rows.Length > 0)
            {
                leaving.Add(committed, clock.GetTimestamp());
            }
        }
    }

    /// <summary>Asks for a look at a due row, one at a time; nothing is done when the shutdown has begun.</summary>
    public Task<DueCheckResult> Check(DueRow row)
    {
        lock (gate)
        {
            if (!checks.TryGetValue(row.Key, out var look))
            {
                look = new DueCheck(row);
                if (!Join(row.Record.Partition, look))
                {
                    return Task.FromResult(new DueCheckResult(row.Record.Partition, Worked: false));
                }

                checks.Add(row.Key, look);
            }

            return look.End.Task;
        }
    }

    /// <summary>What comes next in a session; when nothing does, nothing joins it any more.</summary>
    public SessionWork? Next(PartitionSession session)
    {
        lock (gate)
        {
            if (session.Next() is { } work)
            {
                return work;
            }

            open.Remove(session.Partition);
            return null;
        }
    }

    /// <summary>The messages of a commit have left, or are left to its due rows.</summary>
    public void Done(CommittedWork committed)
    {
        lock (gate)
        {
            leaving.Remove(committed);
        }
    }

    /// <summary>A look is over, well or not.</summary>
    public void Done(DueCheck look, DueCheckResult end)
    {
        lock (gate)
        {
            checks.Remove(look.Row.Key);
        }

        look.End.SetResult(end);
    }

    /// <summary>A session is over.</summary>
    public void Done()
    {
        lock (gate)
        {
            if (--pending == 0)
            {
                idle.TrySetResult();
            }
        }
    }

    public Task WhenIdleAsync()
    {
        lock (gate)
        {
            return idle.Task;
        }
    }

    public void Close() => sessions.Writer.TryComplete();

    private bool Join(string partition, SessionWork work)
    {
        if (open.TryGetValue(partition, out var current))
        {
            current.Join(work);
            return true;
        }

        var session = new PartitionSession(partition);
        session.Join(work);
        if (!sessions.Writer.TryWrite(session))
        {
            return false;
        }

        open.Add(partition, session);
        if (pending++ == 0)
        {
            idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return true;
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
