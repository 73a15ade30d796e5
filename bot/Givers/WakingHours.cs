using IntroBot.Chat;

namespace IntroBot.Givers;

/// <summary>Computes with a person's waking hours in their own zone, across daylight saving changes.</summary>
public static class WakingHours
{
    /// <summary>The given time, or the end of the quiet hours it is in: a day later where clocks skip the only waking hour.</summary>
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

    /// <summary>The time at which this many waking hours have passed.</summary>
    public static DateTimeOffset Add(DateTimeOffset start, TimeSpan waking, string timeZone, QuietHours quiet)
    {
        var zone = TimeZones.Find(timeZone);
        var (at, remaining) = (start, waking);
        while (true)
        {
            at = Next(at, timeZone, quiet);
            if (quiet.From == quiet.To)
            {
                return at + remaining;
            }

            var quietStart = NextAt(TimeZoneInfo.ConvertTime(at, zone).DateTime, quiet.From, zone);
            if (at + remaining <= quietStart)
            {
                return at + remaining;
            }

            remaining -= quietStart - at;
            at = quietStart;
        }
    }

    /// <summary>When clocks go back an hour occurs twice; quiet hours begin and end at its first occurrence.</summary>
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
