namespace IntroBot.Givers;

/// <summary>
/// The times without proactive messages, on a person's own clock: the hours of each day, where equal ends mean none, and whole days off.
/// What was stored before there were days off reads as Saturday and Sunday off.
/// </summary>
[method: JsonConstructor]
public readonly record struct QuietTimes(
    [property: JsonPropertyName("From")] TimeOnly From,
    [property: JsonPropertyName("To")] TimeOnly To,
    [property: JsonPropertyName("DaysOff")] Weekdays DaysOff = Weekdays.Weekend)
{
    /// <summary>At night and at weekends.</summary>
    public static QuietTimes Default { get; } = new(new TimeOnly(20, 0), new TimeOnly(8, 0));

    /// <summary>At night only, for news that a person waits for.</summary>
    public static QuietTimes Nights { get; } = Default with { DaysOff = Weekdays.None };

    [JsonIgnore]
    public bool HasQuietHours => From != To;

    public bool Contains(TimeOnly time) => From <= To
        ? time >= From && time < To
        : time >= From || time < To;

    /// <summary>Whether a day is off; somebody with no working day at all would never be reached, so then none is.</summary>
    public bool IsDayOff(DayOfWeek day) => DaysOff != Weekdays.All && (DaysOff & Of(day)) != 0;

    /// <summary>The set of this day alone.</summary>
    public static Weekdays Of(DayOfWeek day) => (Weekdays)(1 << (int)day);
}

/// <summary>A set of days of the week.</summary>
[Flags]
public enum Weekdays
{
    [JsonStringEnumMemberName("None")]
    None = 0,
    [JsonStringEnumMemberName("Sunday")]
    Sunday = 1 << DayOfWeek.Sunday,
    [JsonStringEnumMemberName("Monday")]
    Monday = 1 << DayOfWeek.Monday,
    [JsonStringEnumMemberName("Tuesday")]
    Tuesday = 1 << DayOfWeek.Tuesday,
    [JsonStringEnumMemberName("Wednesday")]
    Wednesday = 1 << DayOfWeek.Wednesday,
    [JsonStringEnumMemberName("Thursday")]
    Thursday = 1 << DayOfWeek.Thursday,
    [JsonStringEnumMemberName("Friday")]
    Friday = 1 << DayOfWeek.Friday,
    [JsonStringEnumMemberName("Saturday")]
    Saturday = 1 << DayOfWeek.Saturday,
    [JsonStringEnumMemberName("Weekend")]
    Weekend = Saturday | Sunday,
    [JsonStringEnumMemberName("All")]
    All = Monday | Tuesday | Wednesday | Thursday | Friday | Weekend,
}
