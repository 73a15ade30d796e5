using System.Collections.Concurrent;

namespace IntroBot.Platforms;

/// <summary>Does what comes after an acknowledgement; the program ends only when it is done.</summary>
internal sealed partial class BackgroundTasks(
    IHostApplicationLifetime program, [SystemClock] TimeProvider clock, ILogger<BackgroundTasks> logger)
    : IHostedService
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Task, bool> running = new();

    /// <summary>The program is about to end: what has begun goes on, but no retry waits.</summary>
    public CancellationToken Stopping => program.ApplicationStopping;

    /// <summary>Starts at once and blocks no caller; a failure is logged by type and stack frames, never by its message.</summary>
    public void Run(string what, Func<CancellationToken, Task> work) => Start(() => TryRunAsync(what, work, attempt: 1));

    /// <summary>As above, and once more a minute after it failed, until the program ends: for what may be done twice.</summary>
    public void RunUntilSuccess(string what, Func<CancellationToken, Task> work) => RunUntilSuccess(what, work, attempt: 1);

    /// <summary>Returns when nothing begun before is still under way.</summary>
    public async Task SettleAsync(CancellationToken token)
    {
        while (running.Keys.FirstOrDefault() is { } task)
        {
            await task.WaitAsync(token);
            running.TryRemove(task, out _);
        }
    }

    /// <summary>Logs what failed, by type and stack frames, never by its message.</summary>
    public void LogFailure(string what, Exception failure) => Log.Failed(logger, what, 1, ExceptionSummary.Of(failure));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken) =>
        await SettleAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private void RunUntilSuccess(string what, Func<CancellationToken, Task> work, int attempt) => Start(async () =>
    {
        if (!await TryRunAsync(what, work, attempt))
        {
            _ = RetryLaterAsync(what, work, attempt + 1);
        }
    });

    private void Start(Func<Task> work)
    {
        var task = YieldingAsync();
        running[task] = true;
        _ = task.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);

        // The acknowledgement goes first, also where the work would not wait for anything.
        async Task YieldingAsync()
        {
            await Task.Yield();
            await work();
        }
    }

    /// <summary>The pause blocks nothing, least of all a program that ends.</summary>
    private async Task RetryLaterAsync(string what, Func<CancellationToken, Task> work, int attempt)
    {
        await Task.Delay(RetryDelay, clock, Stopping)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!Stopping.IsCancellationRequested)
        {
            RunUntilSuccess(what, work, attempt);
        }
    }

    /// <summary>False where it failed.</summary>
    private async Task<bool> TryRunAsync(string what, Func<CancellationToken, Task> work, int attempt)
    {
        try
        {
            await work(CancellationToken.None);
            return true;
        }
        catch (OperationCanceledException) when (Stopping.IsCancellationRequested)
        {
            // What waited is taken up by the next start, or was of the moment.
            return true;
        }
#pragma warning disable CA1031 // No caller waits for this: what was promised is stored already, and the rest can be asked for again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, what, attempt, ExceptionSummary.Of(failure));
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Could not {What}, attempt {Attempt}: {Failure}")]
        public static partial void Failed(ILogger logger, string what, int attempt, string failure);
    }
}
