using IntroBot.Operations.Health;
using IntroBot.Platforms;

namespace IntroBot.Operations.Telemetry;

/// <summary>Counts calls to platforms, and takes the time from their answers.</summary>
internal sealed class CallMonitor(Meters meters, ClockMonitor clocks) : ICallObserver
{
    public void OnAnswered(string platform, int status, TimeSpan? ahead)
    {
        Count(platform, status);
        if (ahead is { } apart)
        {
            clocks.Heard(platform, apart);
        }
    }

    public void OnLost(string platform) => Count(platform, "lost");

    private void Count(string platform, object status) => meters.Calls.Add(
        1, new KeyValuePair<string, object?>("platform", platform), new KeyValuePair<string, object?>("status", status));
}
