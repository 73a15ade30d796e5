using IntroBot.Chat;

namespace IntroBot.Givers;

/// <summary>Computes with a person's waking hours in their own zone, across daylight saving changes.</summary>
public static class WakingHours
{
    /// <summary>
    /// The given time, or the end of the quiet hours and days off it is in: later where clocks skip the only waking hour.
    /// </summary>
    public static DateTimeOffset Next(DateTimeOffset now, string timeZone, QuietTimes quiet)
    {
        var zone = TimeZones.Find(timeZone);
        var at = now;
        while (true)
        {
            var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
            if (quiet.IsDayOff(local.DayOfWeek))
            {
                at = NextAt(local, TimeOnly.MinValue, zone);
            }
            else if (quiet.Contains(TimeOnly.FromDateTime(local)))
            {
                at = NextAt(local, quiet.To, zone);
            }
            else
            {
                return at;
            }
        }
    }

    /// <summary>The time at which this many waking hours of working days have passed.</summary>
    public static DateTimeOffset Add(DateTimeOffset start, TimeSpan waking, string timeZone, QuietTimes quiet)
    {
        var zone = TimeZones.Find(timeZone);
        var (at, remaining) = (start, waking);
        while (true)
        {
            at = Next(at, timeZone, quiet);
            var end = EndOfDay(TimeZoneInfo.ConvertTime(at, zone).DateTime, quiet, zone);
            if (at + remaining <= end)
            {
                return at + remaining;
            }

            remaining -= end - at;
            at = end;
        }
    }

    /// <summary>The next start of quiet hours, or midnight where there are none before.</summary>
    private static DateTimeOffset EndOfDay(DateTime local, QuietTimes quiet, TimeZoneInfo zone)
    {
        var midnight = NextAt(local, TimeOnly.MinValue, zone);
        return quiet.HasQuietHours && NextAt(local, quiet.From, zone) is var quietStart && quietStart < midnight ? quietStart : midnight;
    }

    private static DateTimeOffset NextAt(DateTime local, TimeOnly time, TimeZoneInfo zone)
    {
        var next = local.Date + time.ToTimeSpan();
        if (next <= local)
        {
            next = next.AddDays(1);
        }

        return At(next, zone);
    }

    /// <summary>
    /// The moment of a time on a person's clock. When clocks go back an hour occurs twice, and the first counts; when they go forward it is
    /// the end of the hour that is skipped.
    /// </summary>
    internal static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
