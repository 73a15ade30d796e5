using IntroBot.Chat;

namespace IntroBot.Givers;

/// <summary>
/// The set hours at which an asker hears that a search found nobody: 09:00 and 16:00 of their working days. The moment tells nothing of
/// what the people asked did.
/// </summary>
public static class NewsHours
{
    private static readonly ImmutableArray<TimeOnly> Hours = [new(9, 0), new(16, 0)];

    /// <summary>
    /// The first set hour at least one working day after a search began; the hour of waking for somebody who sleeps at both.
    /// </summary>
    public static DateTimeOffset After(DateTimeOffset began, string timeZone, QuietTimes quiet)
    {
        var zone = TimeZones.Find(timeZone);
        var hours = Hours.Where(hour => !quiet.Contains(hour)).DefaultIfEmpty(quiet.To).ToArray();
        var earliest = OneWorkingDayAfter(TimeZoneInfo.ConvertTime(began, zone).DateTime, quiet);
        var day = earliest.Date;
        while (true)
        {
            if (hours.Select(hour => day + hour.ToTimeSpan()).Where(time => time >= earliest).Take(1).ToArray() is [var time])
            {
                return WakingHours.At(time, zone);
            }

            day = NextWorkingDay(day, quiet);
        }
    }

    /// <summary>The same time on the next working day; a day off counts as the beginning of the working day after it.</summary>
    private static DateTime OneWorkingDayAfter(DateTime local, QuietTimes quiet) => quiet.IsDayOff(local.DayOfWeek)
        ? NextWorkingDay(NextWorkingDay(local.Date, quiet), quiet)
        : NextWorkingDay(local.Date, quiet) + local.TimeOfDay;

    private static DateTime NextWorkingDay(DateTime day, QuietTimes quiet)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (quiet.IsDayOff(day.DayOfWeek));
        return day;
    }
}
