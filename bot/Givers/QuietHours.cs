namespace IntroBot.Givers;

/// <summary>The hours of a person's day without proactive messages; equal ends mean none.</summary>
public readonly record struct QuietHours(
    [property: JsonPropertyName("From")] TimeOnly From,
    [property: JsonPropertyName("To")] TimeOnly To)
{
    public static QuietHours Default { get; } = new(new TimeOnly(20, 0), new TimeOnly(8, 0));

    public bool Contains(TimeOnly time) => From <= To
        ? time >= From && time < To
        : time >= From || time < To;
}
