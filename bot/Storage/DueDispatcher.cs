using System.Collections.Immutable;
using IntroBot.Decisions;

namespace IntroBot.Storage;

/// <summary>Looks at what has fallen due, every few seconds on every instance: moments come, messages put off, and what a crash left behind.</summary>
internal sealed class DueDispatcher(
    DueIndex due, ITableStore tables, OutboxQueue queue, IEnumerable<IPartitionWorker> workers, TimeProvider clock, DueProgress progress)
    : BackgroundService, IHostedLifecycleService, IDueWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ClaimTime = TimeSpan.FromSeconds(30);

    /// <summary>A due row whose own act never came is kept this long, for the act may still be on its way.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim one = new(1, 1);
    private readonly CancellationTokenSource ending = new();

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is due waits for the next start: while others are still answered, nothing of it begins any more.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) => ending.CancelAsync();

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Dispose()
    {
        ending.Dispose();
        one.Dispose();
        base.Dispose();
    }

    public Task SettleAsync(CancellationToken token) => queue.WhenIdleAsync().WaitAsync(token);

    public async Task RunAsync(CancellationToken token)
    {
        await one.WaitAsync(token);
        try
        {
            for (var round = await RoundAsync(token); round.Worked; round = await RoundAsync(token))
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
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, ending.Token);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await (progress.MayBegin() ? RunAsync(stopping.Token) : HearTheClockAsync(stopping.Token));
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
                progress.Broke(failure.GetType().Name);
                await Task.Delay(Pause, clock, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Any answer of the store tells the time.</summary>
    private Task HearTheClockAsync(CancellationToken token) => PageAsync(0, "", token);

    private async Task<DueRound> RoundAsync(CancellationToken token)
    {
        var round = new DueRound();
        for (var shard = 0; shard < StoreKeys.Shards; shard++)
        {
            for (var page = await PageAsync(shard, "", token); page.Length > 0; page = await PageAsync(shard, $"{page[^1].Key}!", token))
            {
                foreach (var row in page)
                {
                    token.ThrowIfCancellationRequested();
                    await TryLookAsync(row, round);
                }
            }
        }

        progress.Ended(round);
        return round;
    }

    private Task<ImmutableArray<DueRow>> PageAsync(int shard, string after, CancellationToken token) =>
        due.ReadAsync($"d{shard:D2}", after, clock.GetUtcNow(), token);

    /// <summary>One partition that cannot be handled holds up no other; its row stays and is looked at again.</summary>
    private async Task TryLookAsync(DueRow row, DueRound round)
    {
        if (row.Record.ClaimedUntil > clock.GetUtcNow())
        {
            return;
        }

        try
        {
            await LookAsync(row, round);
        }
#pragma warning disable CA1031 // Whatever is wrong with this partition, the next one may be well.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            round.FailedAt(row.Record.Partition, failure.GetType().Name);
        }
    }

    /// <summary>A look that has begun is brought to its end: a message broken off by a shutdown might arrive twice.</summary>
    private async Task LookAsync(DueRow row, DueRound round)
    {
        var (record, token) = (row.Record, CancellationToken.None);

        // Asked before the look: an act that comes between the look and the question has not been seen yet.
        var mayGo = await HasComeAsync(record, token);
        var look = await workers.First(worker => worker.Owns(record.Partition)).LookAsync(record.Partition, () => due.ClaimAsync(row, ClaimTime, token), token);
        if (look == Look.Worked)
        {
            round.Did();
        }

        if (look != Look.LeftToOthers && (mayGo || await IsMessageGoneAsync(record, token)))
        {
            await due.RemoveAsync(record.Partition, [row.Key], token);
            return;
        }

        // While its own act may still come, a row is not late.
        var moment = StoreKeys.DueMoment(row.Key);
        round.Left(moment > record.WrittenAt + Grace ? moment : record.WrittenAt + Grace);
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
}
