using System.Text.Json.Serialization;

namespace IntroBot.Decisions;

/// <summary>A promise to look again at a moment; <paramref name="About"/> says at what.</summary>
public sealed record Wakeup(
    [property: JsonPropertyName("Kind")] WakeupKind Kind,
    [property: JsonPropertyName("At")] DateTimeOffset At,
    [property: JsonPropertyName("About")] string About = "");

/// <summary>Why the story wakes up.</summary>
public enum WakeupKind
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
    public static string Of(WakeupKind kind) => kind switch
    {
        WakeupKind.DraftLapses => "DraftLapses",
        WakeupKind.OfferReminder => "OfferReminder",
        WakeupKind.OfferExpires => "OfferExpires",
        WakeupKind.ChoiceLapses => "ChoiceLapses",
        WakeupKind.HowItWent => "HowItWent",
        WakeupKind.PauseEnds => "PauseEnds",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
