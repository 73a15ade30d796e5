using System.Diagnostics;

namespace IntroBot.Storage;

/// <summary>Traces of what the program does by itself; they carry no ids, and cost nothing while nobody listens.</summary>
internal static class TraceSpans
{
    public const string Name = "IntroBot";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>What follows for one partition from its commits and its moments, with the calls of platforms that this takes.</summary>
    public static Activity? FollowUp() => Source.StartActivity("introbot.follow_up");
}
