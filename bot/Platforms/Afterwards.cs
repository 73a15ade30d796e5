using System.Collections.Concurrent;

namespace IntroBot.Platforms;

/// <summary>Does what comes after an acknowledgement; the program ends only when it is done.</summary>
internal sealed partial class Afterwards(IHostApplicationLifetime program, ILogger<Afterwards> logger) : IHostedService
{
    private readonly ConcurrentDictionary<Task, bool> running = new();

    /// <summary>The program is about to end: what is begun goes on, but nobody waits for a better moment.</summary>
    public CancellationToken Stopping => program.ApplicationStopping;

    /// <summary>Begins at once and keeps nobody waiting; what fails is logged by its name, never by its words.</summary>
    public void Do(string what, Func<CancellationToken, Task> work)
    {
        var task = DoAsync(what, work);
        running[task] = true;
        _ = task.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
    }

    /// <summary>Returns when nothing begun before is still under way.</summary>
    public async Task SettleAsync(CancellationToken token)
    {
        while (running.Keys.FirstOrDefault() is { } task)
        {
            await task.WaitAsync(token);
            running.TryRemove(task, out _);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken) =>
        await SettleAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task DoAsync(string what, Func<CancellationToken, Task> work)
    {
        // The acknowledgement goes first, also where the work would not wait for anything.
        await Task.Yield();
        try
        {
            await work(CancellationToken.None);
        }
        catch (OperationCanceledException) when (Stopping.IsCancellationRequested)
        {
            // What waited is taken up by the next start, or was of the moment.
        }
#pragma warning disable CA1031 // Nobody waits for this: what was promised is stored already, and the rest can be asked for again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, what, failure.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Could not {What}: {Failure}")]
        public static partial void Failed(ILogger logger, string what, string failure);
    }
}
