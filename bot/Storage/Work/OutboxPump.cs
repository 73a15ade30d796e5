namespace IntroBot.Storage.Work;

/// <summary>Follows up what this process commits, and what has fallen due; what it cannot handle, the due rows bring up again.</summary>
internal sealed class OutboxPump(OutboxQueue queue, SessionRunner runner, TimeProvider clock)
    : BackgroundService, IHostedLifecycleService
{
    /// <summary>
    /// How long a program that is asked to stop goes on with what it has committed. After that no message begins any more, and
    /// the host's patience is left for those that have begun.
    /// </summary>
    public static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(10);

    /// <summary>Sessions at once, so that one that waits for a slow platform holds up few others.</summary>
    private const int MaxConcurrentSessions = 16;

    private readonly CancellationTokenSource ending = new();
    private ITimer? lastCall;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The host is asked to stop; whoever asks something now is still answered, and only then this stops.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        lastCall ??= clock.CreateTimer(_ => ending.Cancel(), null, DrainTime, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Dispose()
    {
        lastCall?.Dispose();
        ending.Dispose();
        base.Dispose();
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await StoppingAsync(cancellationToken);
        using var timeIsUp = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, cancellationToken);

        // What follows from a message is committed while it is handled, so the queue closes only when nothing is left, or time is up.
        await queue.WhenIdleAsync().WaitAsync(timeIsUp.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ending.CancelAsync();
        queue.Close();
        await base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, MaxConcurrentSessions).Select(async _ =>
    {
        // It ends when the queue is closed and empty, not when the host begins to stop: a message broken off might arrive twice.
        await foreach (var session in queue.Sessions.ReadAllAsync(CancellationToken.None))
        {
            await runner.RunAsync(session, ending.Token);
            queue.Done();
        }
    }));
}
