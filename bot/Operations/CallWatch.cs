using IntroBot.Platforms;

namespace IntroBot.Operations;

/// <summary>Counts calls to platforms, and takes the time from their answers.</summary>
internal sealed class CallWatch(Meters meters, ClockWatch clocks) : ICallWitness
{
    private const string Platform = "platform";
    private const string Status = "status";

    public void Answered(string platform, int status, TimeSpan? ahead)
    {
        meters.Calls.Add(1, new KeyValuePair<string, object?>(Platform, platform), new KeyValuePair<string, object?>(Status, status));
        if (ahead is { } apart)
        {
            clocks.Heard(platform, apart);
        }
    }

    public void Lost(string platform) =>
        meters.Calls.Add(1, new KeyValuePair<string, object?>(Platform, platform), new KeyValuePair<string, object?>(Status, "lost"));
}
