namespace IntroBot.Storage.Work;

/// <summary>Moments at which this very process put something off to: its next due pass comes no later.</summary>
internal sealed class DueWakeUps(TimeProvider clock)
{
    /// <summary>What is further away is found by a pass of its time.</summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromMinutes(2);

    /// <summary>However much was put off, there is no more than one pass in so long.</summary>
    private static readonly TimeSpan BetweenPasses = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly PriorityQueue<DateTimeOffset, DateTimeOffset> moments = new();
    private TaskCompletionSource sooner = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(DateTimeOffset moment)
    {
        lock (gate)
        {
            if (moment - clock.GetUtcNow() < Furthest)
            {
                moments.Enqueue(moment, moment);
                sooner.TrySetResult();
            }
        }
    }

    /// <summary>Waits for the next of the moments, but no longer than <paramref name="most"/>.</summary>
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
            var next = moments.TryPeek(out var moment, out _) && moment < ends ? moment : ends;
            next = next > began + BetweenPasses ? next : began + BetweenPasses;
            while (next <= now && moments.TryPeek(out moment, out _) && moment <= now)
            {
                moments.Dequeue();
            }

            if (sooner.Task.IsCompleted)
            {
                sooner = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return (next - now, sooner.Task);
        }
    }
}
