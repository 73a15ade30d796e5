using IntroBot.Decisions;

namespace IntroBot.Storage;

/// <summary>Looks for what has fallen due, every few seconds on every instance: moments come, messages put off, and what a crash left behind.</summary>
internal sealed partial class DueDispatcher(DueIndex due, OutboxQueue queue, TimeProvider clock, ILogger<DueDispatcher> logger) : BackgroundService, IDueWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    public Task SettleAsync(CancellationToken token) => queue.WhenIdleAsync().WaitAsync(token);

    public async Task RunAsync(CancellationToken token)
    {
        for (var worked = true; worked;)
        {
            worked = (await Task.WhenAll(await RoundAsync(token)).WaitAsync(token)).Contains(true);
            await SettleAsync(token);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Nobody waits for the looks: a platform that hangs for one partition must not hold up the moments of another.
                await RoundAsync(stoppingToken);
                await Task.Delay(Pause + (Random.Shared.NextDouble() * Pause / 3), clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The round ends here and the next begins: whatever is due stays due.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                Log.RoundFailed(logger, failure.GetType().Name);
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Asks for a look at every row that is due and that nobody else has claimed; each tells whether anything was done.</summary>
    private async Task<IReadOnlyList<Task<bool>>> RoundAsync(CancellationToken token)
    {
        var looks = new List<Task<bool>>();
        for (var shard = 0; shard < StoreKeys.Shards; shard++)
        {
            var after = "";
            while (await due.ReadAsync($"d{shard:D2}", after, clock.GetUtcNow(), token) is { Length: > 0 } page)
            {
                looks.AddRange(page.Where(row => row.Record.ClaimedUntil <= clock.GetUtcNow()).Select(queue.Look));
                after = $"{page[^1].Key}!";
            }
        }

        return looks;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A round of due work failed and is tried again: {Failure}")]
        public static partial void RoundFailed(ILogger logger, string failure);
    }
}
