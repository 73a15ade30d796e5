using IntroBot.Storage.Tables;

namespace IntroBot.Operations.Telemetry;

/// <summary>
/// Remembers what is wrong with the store, reading and writing apart: a full disk still reads. What goes wrong is logged when it
/// begins, not with every call that meets it.
/// </summary>
internal sealed partial class StoreMonitor(TimeProvider wall, ILogger<StoreMonitor> logger)
{
    /// <summary>A store that comes and goes is told of no oftener.</summary>
    private static readonly TimeSpan BetweenWords = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private StoreUnusableException? reading, writing;
    private long? saidAt;
    private bool said;

    /// <summary>What keeps the store from being written; nothing when the last write went well.</summary>
    public StoreFault? WriteFault => writing?.Fault;

    public void Worked(bool writes)
    {
        // Nearly always there is nothing to mend, and no lock to wait for.
        if ((writes ? writing : reading) is not null)
        {
            Note(writes, null);
        }
    }

    public void Failed(bool writes, StoreUnusableException trouble) => Note(writes, trouble);

    private void Note(bool writes, StoreUnusableException? trouble)
    {
        lock (gate)
        {
            (reading, writing) = writes ? (reading, trouble) : (trouble, writing);
            switch ((writing ?? reading) is not null, said)
            {
                case (false, true):
                    said = false;
                    Log.Works(logger);
                    break;
                case (true, false) when saidAt is not { } before || wall.GetElapsedTime(before) > BetweenWords:
                    (said, saidAt) = (true, wall.GetTimestamp());
                    Log.Fails(logger, (trouble ?? writing ?? reading)!.Message);
                    break;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The store fails: {Trouble}")]
        public static partial void Fails(ILogger logger, string trouble);

        [LoggerMessage(2, LogLevel.Information, "The store works again.")]
        public static partial void Works(ILogger logger);
    }
}
