namespace IntroBot.Chat;

/// <summary>Finds a person's time zone; an unknown id reads as UTC, because platforms may send one this machine does not know.</summary>
public static class TimeZones
{
    public static TimeZoneInfo Find(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>A day as people write it, such as “3 Dec”.</summary>
    public static string Spoken(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary>The calendar day at this time in a person's zone.</summary>
    public static DateOnly Today(DateTimeOffset now, string id) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Find(id)).DateTime);
}
