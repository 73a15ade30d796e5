using System.Collections.Immutable;
using IntroBot.Decisions;

namespace IntroBot.Storage;

/// <summary>Looks at what has fallen due, every few seconds on every instance: moments come, messages put off, and what a crash left behind.</summary>
internal sealed partial class DueDispatcher(
    DueIndex due, ITableStore tables, OutboxQueue queue, IEnumerable<IPartitionWorker> workers, TimeProvider clock, ILogger<DueDispatcher> logger)
    : BackgroundService, IDueWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ClaimTime = TimeSpan.FromSeconds(30);

    /// <summary>A due row whose own act never came is kept this long, for the act may still be on its way.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim one = new(1, 1);

    public override void Dispose()
    {
        one.Dispose();
        base.Dispose();
    }

    public Task SettleAsync(CancellationToken token) => queue.WhenIdleAsync().WaitAsync(token);

    public async Task RunAsync(CancellationToken token)
    {
        await one.WaitAsync(token);
        try
        {
            while (await RoundAsync(token))
            {
                await SettleAsync(token);
            }
        }
        finally
        {
            one.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
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

    private async Task<bool> RoundAsync(CancellationToken token)
    {
        var worked = false;
        for (var shard = 0; shard < StoreKeys.Shards; shard++)
        {
            for (var page = await PageAsync(shard, "", token); page.Length > 0; page = await PageAsync(shard, $"{page[^1].Key}!", token))
            {
                foreach (var row in page)
                {
                    token.ThrowIfCancellationRequested();
                    worked |= row.Record.ClaimedUntil <= clock.GetUtcNow() && await TryLookAsync(row);
                }
            }
        }

        return worked;
    }

    private Task<ImmutableArray<DueRow>> PageAsync(int shard, string after, CancellationToken token) =>
        due.ReadAsync($"d{shard:D2}", after, clock.GetUtcNow(), token);

    /// <summary>One partition that cannot be handled holds up no other; its row stays and is looked at again.</summary>
    private async Task<bool> TryLookAsync(DueRow row)
    {
        try
        {
            return await LookAsync(row);
        }
#pragma warning disable CA1031 // Whatever is wrong with this partition, the next one may be well.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.LookFailed(logger, row.Record.Partition, failure.GetType().Name);
            return false;
        }
    }

    /// <summary>A look that has begun is brought to its end: a message broken off by a shutdown might arrive twice.</summary>
    private async Task<bool> LookAsync(DueRow row)
    {
        var (record, token) = (row.Record, CancellationToken.None);

        // Asked before the look: an act that comes between the look and the question has not been seen yet.
        var mayGo = await HasComeAsync(record, token);
        var look = await workers.First(worker => worker.Owns(record.Partition)).LookAsync(record.Partition, () => due.ClaimAsync(row, ClaimTime, token), token);
        if (look != Look.LeftToOthers && (mayGo || await IsMessageGoneAsync(record, token)))
        {
            await due.RemoveAsync(record.Partition, [row.Key], token);
        }

        return look == Look.Worked;
    }

    /// <summary>The act that wrote the row is there, or can no longer come.</summary>
    private async Task<bool> HasComeAsync(DueRecord record, CancellationToken token) =>
        record.WrittenAt + Grace < clock.GetUtcNow()
        || (record.Message.Length == 0 && await HoldsAsync(record.Partition, StoreKeys.Operation(record.Operation), token));

    /// <summary>A message that has left its outbox never comes back, so nobody can take it or put it off any more.</summary>
    private async Task<bool> IsMessageGoneAsync(DueRecord record, CancellationToken token) =>
        record.Message.Length > 0 && !await HoldsAsync(record.Partition, StoreKeys.Message(record.Message), token);

    private async Task<bool> HoldsAsync(string partition, string row, CancellationToken token) =>
        await tables.FindAsync(StoreKeys.Core, partition, row, token) is not null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A round of due work failed and is tried again: {Failure}")]
        public static partial void RoundFailed(ILogger logger, string failure);

        [LoggerMessage(2, LogLevel.Warning, "Due work of {Partition} failed and is tried again: {Failure}")]
        public static partial void LookFailed(ILogger logger, string partition, string failure);
    }
}
