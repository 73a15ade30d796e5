using System.Collections.Immutable;
using System.Threading.Channels;

namespace IntroBot.Storage;

/// <summary>Messages just committed by this process, on their way to be handled at once; one lane a partition, so that their order holds.</summary>
internal sealed class OutboxQueue(TimeProvider clock)
{
    private const int Lanes = 4;

    private readonly Channel<OutboxBatch>[] lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateUnbounded<OutboxBatch>())];
    private readonly Lock gate = new();

    /// <summary>What is on its way, and since when.</summary>
    private readonly Dictionary<OutboxBatch, long> pending = new(ReferenceEqualityComparer.Instance);
    private TaskCompletionSource idle = Completed();

    public IEnumerable<ChannelReader<OutboxBatch>> Readers => lanes.Select(lane => lane.Reader);

    /// <summary>How many messages are on their way.</summary>
    public int Depth
    {
        get
        {
            lock (gate)
            {
                return pending.Keys.Sum(batch => batch.Rows.Length);
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
                return pending.Count == 0 ? TimeSpan.Zero : clock.GetElapsedTime(pending.Values.Min());
            }
        }
    }

    /// <summary>Hands a batch over; after the shutdown has begun it stays in storage for the next start.</summary>
    public void Add(OutboxBatch batch)
    {
        lock (gate)
        {
            pending.Add(batch, clock.GetTimestamp());
            if (pending.Count == 1)
            {
                idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        var lane = (int)((uint)string.GetHashCode(batch.Partition, StringComparison.Ordinal) % Lanes);
        if (!lanes[lane].Writer.TryWrite(batch))
        {
            Done(batch);
        }
    }

    public void Done(OutboxBatch batch)
    {
        lock (gate)
        {
            pending.Remove(batch);
            if (pending.Count == 0)
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

    public void Close()
    {
        foreach (var lane in lanes)
        {
            lane.Writer.TryComplete();
        }
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}

/// <summary>What one commit left in the outbox of a partition, with the due rows that would bring it up again after a crash.</summary>
internal sealed record OutboxBatch(string Partition, ImmutableArray<OutboxRow> Rows, ImmutableArray<string> Leases);
