using System.Text.Json.Serialization;

namespace IntroBot.Decisions;

/// <summary>A promise to look again at a moment; <paramref name="About"/> says at what.</summary>
public sealed record DueTimer(
    [property: JsonPropertyName("Kind")] TimerKind Kind,
    [property: JsonPropertyName("At")] DateTimeOffset At,
    [property: JsonPropertyName("About")] string About = "");

/// <summary>Why the story wakes up.</summary>
public enum TimerKind
{
    [JsonStringEnumMemberName("DraftLapses")]
    DraftLapses,
    [JsonStringEnumMemberName("OfferReminder")]
    OfferReminder,
    [JsonStringEnumMemberName("OfferExpires")]
    OfferExpires,
    [JsonStringEnumMemberName("ChoiceLapses")]
    ChoiceLapses,
    [JsonStringEnumMemberName("HowItWent")]
    HowItWent,
    [JsonStringEnumMemberName("PauseEnds")]
    PauseEnds,
}

/// <summary>What the reasons are called in the store, whatever they are called here.</summary>
public static class WakeupNames
{
    public static string Of(TimerKind kind) => kind switch
    {
        TimerKind.DraftLapses => "DraftLapses",
        TimerKind.OfferReminder => "OfferReminder",
        TimerKind.OfferExpires => "OfferExpires",
        TimerKind.ChoiceLapses => "ChoiceLapses",
        TimerKind.HowItWent => "HowItWent",
        TimerKind.PauseEnds => "PauseEnds",
    };
}
