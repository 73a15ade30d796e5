using System.Threading.Channels;

namespace IntroBot.Storage;

/// <summary>
/// What this process has to do next, partition by partition: one sitting a partition at a time, so that their order holds.
/// </summary>
internal sealed class OutboxQueue(TimeProvider clock)
{
    private readonly Channel<Sitting> sittings = Channel.CreateUnbounded<Sitting>();
    private readonly Dictionary<string, Sitting> open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DueLook> looks = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Commits whose messages are on their way, and since when.</summary>
    private readonly Dictionary<OutboxBatch, long> leaving = new(ReferenceEqualityComparer.Instance);
    private int pending;
    private TaskCompletionSource idle = Completed();

    public ChannelReader<Sitting> Sittings => sittings.Reader;

    /// <summary>How many messages are on their way.</summary>
    public int Depth
    {
        get
        {
            lock (gate)
            {
                return leaving.Keys.Sum(batch => batch.Rows.Length);
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

    /// <summary>Hands a commit over; after the shutdown has begun, what it left stays in storage for the next start.</summary>
    public void Add(OutboxBatch batch)
    {
        lock (gate)
        {
            if (Join(batch.Partition, batch) && batch.Rows.Length > 0)
            {
                leaving.Add(batch, clock.GetTimestamp());
            }
        }
    }

    /// <summary>Asks for a look at a due row, one at a time; nothing is done when the shutdown has begun.</summary>
    public Task<DueEnd> Look(DueRow row)
    {
        lock (gate)
        {
            if (!looks.TryGetValue(row.Key, out var look))
            {
                look = new DueLook(row);
                if (!Join(row.Record.Partition, look))
                {
                    return Task.FromResult(new DueEnd(row.Record.Partition, Worked: false));
                }

                looks.Add(row.Key, look);
            }

            return look.End.Task;
        }
    }

    /// <summary>What comes next in a sitting; when nothing does, nothing joins it any more.</summary>
    public SittingWork? Next(Sitting sitting)
    {
        lock (gate)
        {
            if (sitting.Next() is { } work)
            {
                return work;
            }

            open.Remove(sitting.Partition);
            return null;
        }
    }

    /// <summary>The messages of a commit have left, or are left to its due rows.</summary>
    public void Done(OutboxBatch batch)
    {
        lock (gate)
        {
            leaving.Remove(batch);
        }
    }

    /// <summary>A look is over, well or not.</summary>
    public void Done(DueLook look, DueEnd end)
    {
        lock (gate)
        {
            looks.Remove(look.Row.Key);
        }

        look.End.SetResult(end);
    }

    /// <summary>A sitting is over.</summary>
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

    public void Close() => sittings.Writer.TryComplete();

    private bool Join(string partition, SittingWork work)
    {
        if (open.TryGetValue(partition, out var current))
        {
            current.Join(work);
            return true;
        }

        var sitting = new Sitting(partition);
        sitting.Join(work);
        if (!sittings.Writer.TryWrite(sitting))
        {
            return false;
        }

        open.Add(partition, sitting);
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
