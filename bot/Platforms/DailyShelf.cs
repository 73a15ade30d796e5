using System.Globalization;

namespace IntroBot.Platforms;

/// <summary>Names of shelves that are kept by day, so that a whole day can be taken away at once.</summary>
internal static class DailyShelf
{
    public static string Of(string name, DateTimeOffset day) =>
        $"{name}.{day.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
}
