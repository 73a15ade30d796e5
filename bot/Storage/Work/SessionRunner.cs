using IntroBot.Platforms;
using IntroBot.Storage.Work.Due;

namespace IntroBot.Storage.Work;

/// <summary>Handles one partition's queued work in turn: what was committed, and checks of due rows.</summary>
internal sealed partial class SessionRunner(
    OutboxQueue queue, IEnumerable<IPartitionWorker> workers, DueChecker checker, SessionCloser closer, ILogger<SessionRunner> logger)
{
    /// <summary>After <paramref name="ending"/> nothing more begins.</summary>
    public async Task RunAsync(PartitionSession session, CancellationToken ending)
    {
        using var span = TraceSpans.FollowUp();
        while (queue.Next(session) is { } work)
        {
            switch (work)
            {
                case CommittedWork committed:
                    await TryAsync(session, () => WorkerOf(session).HandleAsync(session, committed, ending));
                    session.Finish(committed.Rows);
                    queue.Done(committed);
                    break;
                case DueCheck look:
                    queue.Done(look, await CheckAsync(session, look.Row, ending));
                    break;
            }
        }

        await TryAsync(session, () => closer.CloseAsync(session, CancellationToken.None));
    }

    /// <summary>
    /// A look that has begun is brought to its end: a message broken off by a shutdown might arrive twice.
    /// A failure is reported in its result.
    /// </summary>
    private async Task<DueCheckResult> CheckAsync(PartitionSession session, DueRow row, CancellationToken ending)
    {
        if (ending.IsCancellationRequested)
        {
            return new DueCheckResult(session.Partition, Worked: false);
        }

        try
        {
            return await checker.CheckAsync(session, row, WorkerOf(session), CancellationToken.None);
        }
#pragma warning disable CA1031 // Whatever is wrong with this partition, its row stays and brings it up again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            session.ForgetState();
            return new DueCheckResult(session.Partition, Worked: false, Failure: ExceptionSummary.Of(failure));
        }
    }

    private IPartitionWorker WorkerOf(PartitionSession session) =>
        workers.First(worker => session.Partition.Contains(worker.Kind, StringComparison.Ordinal));

    private async Task TryAsync(PartitionSession session, Func<Task> work)
    {
        try
        {
            await work();
        }
#pragma warning disable CA1031 // Whatever went wrong, the rows are still in storage and their due row brings them up again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.LeftBehind(logger, session.Partition, ExceptionSummary.Of(failure));
            session.ForgetState();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Work for {Partition} is left for later: {Failure}")]
        public static partial void LeftBehind(ILogger logger, string partition, string failure);
    }
}
