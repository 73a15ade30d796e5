using IntroBot.Operations.Health;
using IntroBot.Platforms.Http;

namespace IntroBot.Operations.Telemetry;

/// <summary>Counts calls of platforms, and measures clock skew by their responses.</summary>
internal sealed class CallMonitor(Meters meters, ClockMonitor clocks) : ICallObserver
{
    public void OnAnswered(string platform, int status, TimeSpan? ahead)
    {
        Count(platform, status);
        if (ahead is { } skew)
        {
            clocks.Record(platform, skew);
        }
    }

    public void OnLost(string platform) => Count(platform, "lost");

    private void Count(string platform, object status) => meters.Calls.Add(
        1, new KeyValuePair<string, object?>("platform", platform), new KeyValuePair<string, object?>("status", status));
}
