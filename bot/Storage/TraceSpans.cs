using System.Diagnostics;

namespace IntroBot.Storage;

/// <summary>Trace spans of background work; they carry no ids, and cost nothing without a listener.</summary>
internal static class TraceSpans
{
    public const string Name = "IntroBot";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>The work on one partition after its commits and due timers, including calls of platforms.</summary>
    public static Activity? FollowUp() => Source.StartActivity("introbot.follow_up");
}
