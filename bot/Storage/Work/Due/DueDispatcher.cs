using IntroBot.Platforms;

namespace IntroBot.Storage.Work.Due;

/// <summary>Reads what is due, every few seconds on every instance: timers, delayed messages, and work that a crash left behind.</summary>
internal sealed class DueDispatcher(DueIndex due, OutboxQueue queue, TimeProvider clock, DueMonitor monitor, DueWakeUps wakeUps)
    : BackgroundService, IHostedLifecycleService, IDueWork
{
    /// <summary>Together with the lease of a crashed instance, less than 40 seconds.</summary>
    public static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(15);

    /// <summary>The largest share by which a pause is shortened at random, so that instances spread their passes.</summary>
    public const double EarliestShare = 0.25;

    /// <summary>Shards of an older version are emptied first, and again every few minutes while one may be running.</summary>
    private const int PassesBetweenMigrations = 40;

    private readonly CancellationTokenSource ending = new();
    private int passes;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A shutdown starts no more due work; it waits for the next start, while requests are still answered.</summary>
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
                    if (passes++ % PassesBetweenMigrations == 0)
                    {
                        await due.EmptyFormerShardsAsync(stopping.Token);
                    }

                    // Not awaited: a platform call that hangs for one partition must not delay the timers of another.
                    _ = EndPassAsync(await BeginPassAsync(stopping.Token));
                }
                else
                {
                    // Any response of the store updates the clock skew.
                    await PageAsync(0, "", stopping.Token);
                }

                await wakeUps.WaitAsync(MaxPause * (1 - (Random.Shared.NextDouble() * EarliestShare)), stopping.Token);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // This pass ends and the next one retries: due rows stay due.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                monitor.PassFailed(ExceptionSummary.Of(failure));
                await Task.Delay(MaxPause, clock, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Queues a check of every row that is due and that no other instance has leased.</summary>
    private async Task<IReadOnlyList<Task<DueCheckResult>>> BeginPassAsync(CancellationToken token)
    {
        var checks = new List<Task<DueCheckResult>>();
        for (var shard = 0; shard < StoreKeys.Shards; shard++)
        {
            for (var page = await PageAsync(shard, "", token);
                page.LastKey is { } last;
                page = await PageAsync(shard, $"{last}!", token))
            {
                checks.AddRange(page.Rows.Where(row => row.Record.LeasedUntil <= clock.GetUtcNow()).Select(queue.Check));
                checks.AddRange(page.Unreadable.Select(Task.FromResult));
            }
        }

        return checks;
    }

    /// <summary>A pass ends when all of its checks have ended.</summary>
    private async Task<DuePass> EndPassAsync(IReadOnlyList<Task<DueCheckResult>> checks)
    {
        var pass = new DuePass();
        foreach (var result in await Task.WhenAll(checks))
        {
            pass.Add(result);
        }

        monitor.PassEnded(pass);
        return pass;
    }

    private Task<DuePage> PageAsync(int shard, string afterKey, CancellationToken token) =>
        due.ReadAsync(StoreKeys.Shard(shard), afterKey, clock.GetUtcNow(), token);
}
