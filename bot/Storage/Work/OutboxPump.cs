namespace IntroBot.Storage.Work;

/// <summary>Follows up what this process commits, and what has fallen due; what it cannot handle, the due rows bring up again.</summary>
internal sealed class OutboxPump(OutboxQueue queue, SessionRunner runner, TimeProvider clock)
    : BackgroundService, IHostedLifecycleService
{
    /// <summary>
    /// How long a stopping process continues with what it has committed. After that no message starts, and the rest of the host's shutdown
    /// timeout is for messages in flight.
    /// </summary>
    public static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(10);

    /// <summary>Sessions at once, so that one that waits for a slow platform holds up few others.</summary>
    private const int MaxConcurrentSessions = 16;

    private readonly CancellationTokenSource ending = new();
    private ITimer? drainTimer;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Limits the drain when the host begins to stop; requests are still answered until then.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        drainTimer ??= clock.CreateTimer(_ => ending.Cancel(), null, DrainTime, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Dispose()
    {
        drainTimer?.Dispose();
        ending.Dispose();
        base.Dispose();
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await StoppingAsync(cancellationToken);
        using var drainLimit = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, cancellationToken);

        // Handling a message commits more work, so the queue closes only when it is empty, or when the drain time is over.
        await queue.WhenIdleAsync().WaitAsync(drainLimit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ending.CancelAsync();
        queue.Close();
        await base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, MaxConcurrentSessions).Select(async _ =>
    {
        // Ends when the queue is closed and empty, not when the host begins to stop: an interrupted message might be sent twice.
        await foreach (var session in queue.Sessions.ReadAllAsync(CancellationToken.None))
        {
            await runner.RunAsync(session, ending.Token);
            queue.Done();
        }
    }));
}
