namespace IntroBot.Storage.Work.Due;

/// <summary>Times to which this process has postponed work: its next due pass comes no later.</summary>
internal sealed class DueWakeUps(TimeProvider clock)
{
    /// <summary>Later times are left to a regular pass.</summary>
    private static readonly TimeSpan MaxAhead = TimeSpan.FromMinutes(2);

    /// <summary>Minimum interval between passes, however much was postponed.</summary>
    private static readonly TimeSpan MinPassInterval = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly PriorityQueue<DateTimeOffset, DateTimeOffset> times = new();
    private TaskCompletionSource timeAdded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(DateTimeOffset time)
    {
        lock (gate)
        {
            if (time - clock.GetUtcNow() < MaxAhead)
            {
                times.Enqueue(time, time);
                timeAdded.TrySetResult();
            }
        }
    }

    /// <summary>Waits for the next of these times, but no longer than <paramref name="most"/>.</summary>
    public async Task WaitAsync(TimeSpan most, CancellationToken token)
    {
        var began = clock.GetUtcNow();
        while (Next(began, began + most) is var (wait, added) && wait > TimeSpan.Zero)
        {
            await Task.WhenAny(Task.Delay(wait, clock, token), added);
            token.ThrowIfCancellationRequested();
        }
    }

    private (TimeSpan Wait, Task Added) Next(DateTimeOffset began, DateTimeOffset ends)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var next = times.TryPeek(out var time, out _) && time < ends ? time : ends;
            next = next > began + MinPassInterval ? next : began + MinPassInterval;
            while (next <= now && times.TryPeek(out time, out _) && time <= now)
            {
                times.Dequeue();
            }

            if (timeAdded.Task.IsCompleted)
            {
                timeAdded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return (next - now, timeAdded.Task);
        }
    }
}
