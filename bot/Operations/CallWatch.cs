using IntroBot.Platforms;

namespace IntroBot.Operations;

/// <summary>Counts calls to platforms, and takes the time from their answers.</summary>
internal sealed class CallWatch(Meters meters, ClockWatch clocks) : ICallWitness
{
    public void Answered(string platform, int status, TimeSpan? ahead)
    {
        Count(platform, status);
        if (ahead is { } apart)
        {
            clocks.Heard(platform, apart);
        }
    }

    public void Lost(string platform) => Count(platform, "lost");

    private void Count(string platform, object status) => meters.Calls.Add(
        1, new KeyValuePair<string, object?>("platform", platform), new KeyValuePair<string, object?>("status", status));
}
