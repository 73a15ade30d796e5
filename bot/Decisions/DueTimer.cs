namespace IntroBot.Decisions;

/// <summary>A timer of a state; <paramref name="About"/> identifies its subject.</summary>
public sealed record DueTimer(
    [property: JsonPropertyName("Kind")] TimerKind Kind,
    [property: JsonPropertyName("At")] DateTimeOffset At,
    [property: JsonPropertyName("About")] string About = "");

/// <summary>What a timer is for.</summary>
public enum TimerKind
{
    [JsonStringEnumMemberName("DraftLapses")]
    DraftLapses,
    [JsonStringEnumMemberName("OfferReminder")]
    OfferReminder,
    [JsonStringEnumMemberName("OfferExpires")]
    OfferExpires,
    /// <summary>A search that found nobody ends, and the asker hears of it.</summary>
    [JsonStringEnumMemberName("SearchEnds")]
    SearchEnds,
    [JsonStringEnumMemberName("ChoiceLapses")]
    ChoiceLapses,
    [JsonStringEnumMemberName("HowItWent")]
    HowItWent,
    [JsonStringEnumMemberName("PauseEnds")]
    PauseEnds,
}

/// <summary>The stored names of timer kinds, independent of their names in code.</summary>
public static class TimerNames
{
    public static string Of(TimerKind kind) => kind switch
    {
        TimerKind.DraftLapses => "DraftLapses",
        TimerKind.OfferReminder => "OfferReminder",
        TimerKind.OfferExpires => "OfferExpires",
        TimerKind.SearchEnds => "SearchEnds",
        TimerKind.ChoiceLapses => "ChoiceLapses",
        TimerKind.HowItWent => "HowItWent",
        TimerKind.PauseEnds => "PauseEnds",
    };
}
