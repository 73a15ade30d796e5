using IntroBot.Chat;

namespace IntroBot.Givers;

/// <summary>Reckons in the hours a person is awake, on the clock of their own zone, over changes of summer time as well.</summary>
public static class WakingHours
{
    /// <summary>
    /// This moment, or the end of the quiet hours it falls into: a day later where the one hour awake is the one that clocks skip.
    /// </summary>
    public static DateTimeOffset Next(DateTimeOffset now, string timeZone, QuietHours quiet)
    {
        var zone = TimeZones.Find(timeZone);
        var at = now;
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        while (quiet.Contains(TimeOnly.FromDateTime(local)))
        {
            at = NextAt(local, quiet.To, zone);
            local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        }

        return at;
    }

    /// <summary>The moment at which so many waking hours have passed.</summary>
    public static DateTimeOffset Add(DateTimeOffset start, TimeSpan waking, string timeZone, QuietHours quiet)
    {
        var zone = TimeZones.Find(timeZone);
        var (at, left) = (start, waking);
        while (true)
        {
            at = Next(at, timeZone, quiet);
            if (quiet.From == quiet.To)
            {
                return at + left;
            }

            var bedtime = NextAt(TimeZoneInfo.ConvertTime(at, zone).DateTime, quiet.From, zone);
            if (at + left <= bedtime)
            {
                return at + left;
            }

            left -= bedtime - at;
            at = bedtime;
        }
    }

    /// <summary>When clocks go back an hour comes twice; quiet hours begin and end with the first, as the clock on the wall says.</summary>
    private static DateTimeOffset NextAt(DateTime local, TimeOnly time, TimeZoneInfo zone)
    {
        var next = local.Date + time.ToTimeSpan();
        if (next <= local)
        {
            next = next.AddDays(1);
        }

        while (zone.IsInvalidTime(next))
        {
            next = next.AddMinutes(15);
        }

        var offset = zone.IsAmbiguousTime(next) ? zone.GetAmbiguousTimeOffsets(next).Max() : zone.GetUtcOffset(next);
        return new DateTimeOffset(next, offset).ToUniversalTime();
    }
}
