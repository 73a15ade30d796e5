using System.Collections.Immutable;
using System.Threading.Channels;

namespace IntroBot.Storage;

/// <summary>Messages just committed by this process, on their way to be handled at once; one lane a partition, so that their order holds.</summary>
internal sealed class OutboxQueue
{
    private const int Lanes = 4;

    private readonly Channel<OutboxBatch>[] lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateUnbounded<OutboxBatch>())];
    private readonly Lock gate = new();
    private int pending;
    private TaskCompletionSource idle = Completed();

    public IEnumerable<ChannelReader<OutboxBatch>> Readers => lanes.Select(lane => lane.Reader);

    /// <summary>Hands a batch over; after the shutdown has begun it stays in storage for the next start.</summary>
    public void Add(OutboxBatch batch)
    {
        lock (gate)
        {
            if (pending++ == 0)
            {
                idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        var lane = (int)((uint)string.GetHashCode(batch.Partition, StringComparison.Ordinal) % Lanes);
        if (!lanes[lane].Writer.TryWrite(batch))
        {
            Done();
        }
    }

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
