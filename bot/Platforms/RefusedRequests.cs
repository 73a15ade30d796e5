namespace IntroBot.Platforms;

/// <summary>
/// Tells the log why requests are refused before they are read. Strangers can bring about as many as they like, so that each reason is
/// logged once a minute, with a count.
/// </summary>
internal sealed partial class RefusedRequests<TReason>([SystemClock] TimeProvider clock, ILogger<RefusedRequests<TReason>> logger)
    where TReason : struct, Enum
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<TReason, (DateTimeOffset LoggedAt, int Count)> seen = [];

    public void Add(TReason reason)
    {
        int count;
        lock (gate)
        {
            var (at, since) = seen.GetValueOrDefault(reason, (DateTimeOffset.MinValue, 0));
            count = since + 1;
            if (clock.GetUtcNow() - at < Interval)
            {
                seen[reason] = (at, count);
                return;
            }

            seen[reason] = (clock.GetUtcNow(), 0);
        }

        Log.Refused(logger, reason, count);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Request refused: {Reason} ({Count} since this was last logged)")]
        public static partial void Refused(ILogger logger, TReason reason, int count);
    }
}
