using System.Threading.Channels;
using IntroBot.Storage.Work.Due;

namespace IntroBot.Storage.Work;

/// <summary>The work that this process has queued: one session for a partition at a time, so that its order is kept.</summary>
internal sealed class OutboxQueue(TimeProvider clock)
{
    private readonly Channel<PartitionSession> sessions = Channel.CreateUnbounded<PartitionSession>();
    private readonly Dictionary<string, PartitionSession> open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DueCheck> checks = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Commits whose messages are in flight, and since when.</summary>
    private readonly Dictionary<CommittedWork, long> inFlight = new(ReferenceEqualityComparer.Instance);
    private int pending;
    private TaskCompletionSource idle = Completed();

    public ChannelReader<PartitionSession> Sessions => sessions.Reader;

    /// <summary>The number of messages in flight.</summary>
    public int Depth
    {
        get
        {
            lock (gate)
            {
                return inFlight.Keys.Sum(committed => committed.Rows.Length);
            }
        }
    }

    /// <summary>How long the oldest of them has been in flight.</summary>
    public TimeSpan Age
    {
        get
        {
            lock (gate)
            {
                return inFlight.Count == 0 ? TimeSpan.Zero : clock.GetElapsedTime(inFlight.Values.Min());
            }
        }
    }

    /// <summary>Partitions that have work, started or not.</summary>
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

    /// <summary>Queues a commit; after shutdown has begun, its messages stay in storage for the next start.</summary>
    public void Add(CommittedWork committed)
    {
        lock (gate)
        {
            if (Join(committed.Partition, committed) && committed.Rows.Length > 0)
            {
                inFlight.Add(committed, clock.GetTimestamp());
            }
        }
    }

    /// <summary>Queues the check of a due row, once at a time; does nothing after shutdown has begun.</summary>
    public Task<DueCheckResult> Check(DueRow row)
    {
        lock (gate)
        {
            if (!checks.TryGetValue(row.Key, out var check))
            {
                check = new DueCheck(row);
                if (!Join(row.Record.Partition, check))
                {
                    return Task.FromResult(new DueCheckResult(row.Record.Partition, Worked: false));
                }

                checks.Add(row.Key, check);
            }

            return check.End.Task;
        }
    }

    /// <summary>The next work of a session; null ends the session, and nothing joins it any more.</summary>
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

    /// <summary>Ends a commit: its messages are sent, or left to its due rows.</summary>
    public void Done(CommittedWork committed)
    {
        lock (gate)
        {
            inFlight.Remove(committed);
        }
    }

    /// <summary>Ends a check, whether it succeeded or not.</summary>
    public void Done(DueCheck check, DueCheckResult result)
    {
        lock (gate)
        {
            checks.Remove(check.Row.Key);
        }

        check.End.SetResult(result);
    }

    /// <summary>Ends a session.</summary>
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
