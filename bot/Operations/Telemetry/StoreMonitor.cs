using IntroBot.Storage.Tables;

namespace IntroBot.Operations.Telemetry;

/// <summary>
/// Monitors failures of the store, separately for reads and writes: a full disk still reads. A failure is logged when it begins, not with
/// every call.
/// </summary>
internal sealed partial class StoreMonitor(TimeProvider systemClock, ILogger<StoreMonitor> logger)
{
    /// <summary>Minimum interval between two error lines of a store that keeps failing and recovering.</summary>
    private static readonly TimeSpan MinLogInterval = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private StoreUnusableException? reading, writing;
    private long? reportedAt;
    private bool isReported;

    /// <summary>The fault of the last write; null when it succeeded.</summary>
    public StoreFault? WriteFault => writing?.Fault;

    public void Worked(bool writes)
    {
        // The common case needs no lock.
        if ((writes ? writing : reading) is not null)
        {
            Record(writes, null);
        }
    }

    public void Failed(bool writes, StoreUnusableException failure) => Record(writes, failure);

    private void Record(bool writes, StoreUnusableException? failure)
    {
        lock (gate)
        {
            (reading, writing) = writes ? (reading, failure) : (failure, writing);
            switch ((writing ?? reading) is not null, isReported)
            {
                case (false, true):
                    isReported = false;
                    Log.StoreRecovered(logger);
                    break;
                case (true, false) when reportedAt is not { } last || systemClock.GetElapsedTime(last) > MinLogInterval:
                    (isReported, reportedAt) = (true, systemClock.GetTimestamp());
                    Log.StoreFailed(logger, (failure ?? writing ?? reading)!.Message);
                    break;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Store failed: {Failure}")]
        public static partial void StoreFailed(ILogger logger, string failure);

        [LoggerMessage(2, LogLevel.Information, "Store recovered.")]
        public static partial void StoreRecovered(ILogger logger);
    }
}
