namespace IntroBot.Chat;

/// <summary>Finds a person's zone; an unknown name reads as UTC, since a platform may send one this machine has not heard of.</summary>
public static class TimeZones
{
    public static TimeZoneInfo Find(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The calendar day on which a person lives at this moment.</summary>
    public static DateOnly Today(DateTimeOffset now, string id) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Find(id)).DateTime);
}
