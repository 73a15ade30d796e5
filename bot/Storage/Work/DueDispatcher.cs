using System.Collections.Immutable;
using IntroBot.Decisions;
using IntroBot.Platforms;

namespace IntroBot.Storage.Work;

/// <summary>
/// Looks for what has fallen due, every few seconds on every instance: moments come, messages put off, and what a crash left behind.
/// </summary>
internal sealed class DueDispatcher(DueIndex due, OutboxQueue queue, TimeProvider clock, DueMonitor monitor, DueWakeUps wakeUps)
    : BackgroundService, IHostedLifecycleService, IDueWork
{
    /// <summary>With the lease of whoever died before it, less than 40 seconds.</summary>
    public static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(15);

    /// <summary>By how much of it a pause may be shorter, so that instances take turns.</summary>
    public const double EarliestShare = 0.25;

    /// <summary>Shards of an older version are looked at first, and again every few minutes for as long as one may be running.</summary>
    private const int RoundsBetweenMoves = 40;

    private readonly CancellationTokenSource ending = new();
    private int rounds;

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
                    if (rounds++ % RoundsBetweenMoves == 0)
                    {
                        await due.EmptyFormerShardsAsync(stopping.Token);
                    }

                    // Nobody waits for the looks: a platform that hangs for one partition must not hold up the moments of another.
                    _ = EndPassAsync(await BeginPassAsync(stopping.Token));
                }
                else
                {
                    // Any answer of the store tells the time.
                    await PageAsync(0, "", stopping.Token);
                }

                await wakeUps.WaitAsync(MaxPause * (1 - (Random.Shared.NextDouble() * EarliestShare)), stopping.Token);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The round ends here and the next begins: whatever is due stays due.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                monitor.PassFailed(ExceptionSummary.Of(failure));
                await Task.Delay(MaxPause, clock, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
        due.ReadAsync(StoreKeys.Shard(shard), after, clock.GetUtcNow(), token);
}
