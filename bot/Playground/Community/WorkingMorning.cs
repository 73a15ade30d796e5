namespace IntroBot.Playground.Community;

/// <summary>
/// The start time of a new community: an hour at which its givers can be asked, so that a first ask is answered the same day, early in
/// the week, so that three days later is a working day, too.
/// </summary>
public static class WorkingMorning
{
    private static readonly TimeSpan Opens = TimeSpan.FromHours(8);
    private static readonly TimeSpan Closes = TimeSpan.FromHours(16);
    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);

    /// <summary>This time on a Monday or Tuesday between 08:00 and 16:00 UTC, otherwise 09:00 UTC of the next of these days.</summary>
    public static DateTimeOffset From(DateTimeOffset now)
    {
        var at = now.UtcDateTime;
        if (IsEarlyInWeek(at) && at.TimeOfDay >= Opens && at.TimeOfDay < Closes)
        {
            return now;
        }

        var day = at.TimeOfDay < Opens ? at.Date : at.Date.AddDays(1);
        while (!IsEarlyInWeek(day))
        {
            day = day.AddDays(1);
        }

        return new DateTimeOffset(day + Morning, TimeSpan.Zero);
    }

    private static bool IsEarlyInWeek(DateTime day) => day.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday;
}
