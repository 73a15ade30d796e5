namespace IntroBot.Givers;

/// <summary>Names days of the week in forms and on cards.</summary>
public static class WeekdayNames
{
    /// <summary>The days in the order of lists, Monday first.</summary>
    public static ImmutableArray<DayOfWeek> Week { get; } =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    public static string Of(DayOfWeek day) => CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(day);

    /// <summary>All days that are not among these.</summary>
    public static Weekdays AllBut(IEnumerable<DayOfWeek> days) =>
        days.Aggregate(Weekdays.All, (left, day) => left & ~QuietTimes.Of(day));

    /// <summary>The working days in words: three or more in a row as a range.</summary>
    public static string WorkingDays(QuietTimes quiet)
    {
        var working = Week.Where(day => !quiet.IsDayOff(day)).ToArray();
        var inARow = Week.IndexOf(working[^1]) - Week.IndexOf(working[0]) == working.Length - 1;
        return working.Length switch
        {
            7 => "every day",
            > 2 when inARow => $"{Of(working[0])} to {Of(working[^1])}",
            1 => Of(working[0]),
            _ => $"{string.Join(", ", working[..^1].Select(Of))} and {Of(working[^1])}",
        };
    }
}
