namespace IntroBot.Decisions;

/// <summary>One line of the outcome log: what happened, to whom, and the stage after it; no words of people.</summary>
public sealed record LogEntry(
    [property: JsonPropertyName("At")] DateTimeOffset At,
    [property: JsonPropertyName("Event")] LogEvent Event,
    [property: JsonPropertyName("Stage")] string Stage,
    [property: JsonPropertyName("Who")] PersonRef? Who = null,
    [property: JsonPropertyName("Detail")] string Detail = "");
