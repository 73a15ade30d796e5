using System.Collections.Immutable;
using IntroBot.Decisions;

namespace IntroBot.Storage.Work;

/// <summary>
/// Looks for what has fallen due, every few seconds on every instance: moments come, messages put off, and what a crash left behind.
/// </summary>
internal sealed class DueDispatcher(DueIndex due, OutboxQueue queue, TimeProvider clock, DueMonitor monitor)
    : BackgroundService, IHostedLifecycleService, IDueWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource ending = new();

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is due waits for the next start: while others are still answered, nothing of it begins any more.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) => ending.CancelAsync();

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Dispose()
    {
        ending.Dispose();
        base.Dispose();
    }

    public Task SettleAsync(CancellationToken token) => queue.WhenIdleAsync().WaitAsync(token);

    public async Task RunAsync(CancellationToken token)
    {
        for (var worked = true; worked;)
        {
            worked = (await EndPassAsync(await BeginPassAsync(token)).WaitAsync(token)).Worked;
            await SettleAsync(token);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, ending.Token);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (monitor.CanRun())
                {
                    // Nobody waits for the looks: a platform that hangs for one partition must not hold up the moments of another.
                    _ = EndPassAsync(await BeginPassAsync(stopping.Token));
                }
                else
                {
                    // Any answer of the store tells the time.
                    await PageAsync(0, "", stopping.Token);
                }

                await Task.Delay(Pause + (Random.Shared.NextDouble() * Pause / 3), clock, stopping.Token);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The round ends here and the next begins: whatever is due stays due.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                monitor.PassFailed(failure.GetType().Name);
                await Task.Delay(Pause, clock, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Asks for a look at every row that is due and that nobody else has claimed.</summary>
    private async Task<IReadOnlyList<Task<DueCheckResult>>> BeginPassAsync(CancellationToken token)
    {
        var looks = new List<Task<DueCheckResult>>();
        for (var shard = 0; shard < StoreKeys.Shards; shard++)
        {
            for (var page = await PageAsync(shard, "", token); page.Length > 0; page = await PageAsync(shard, $"{page[^1].Key}!", token))
            {
                looks.AddRange(page.Where(row => row.Record.ClaimedUntil <= clock.GetUtcNow()).Select(queue.Check));
            }
        }

        return looks;
    }

    /// <summary>A round is over when each of its looks is.</summary>
    private async Task<DuePass> EndPassAsync(IReadOnlyList<Task<DueCheckResult>> looks)
    {
        var round = new DuePass();
        foreach (var end in await Task.WhenAll(looks))
        {
            round.Add(end);
        }

        monitor.PassEnded(round);
        return round;
    }

    private Task<ImmutableArray<DueRow>> PageAsync(int shard, string after, CancellationToken token) =>
        due.ReadAsync($"d{shard:D2}", after, clock.GetUtcNow(), token);
}
