namespace IntroBot.Tests;

/// <summary>For tests by the real clock: a zone in which it is about noon now, so that nobody has quiet hours.</summary>
internal static class NoonTimeZone
{
    public static string Id => (TimeProvider.System.GetUtcNow().Hour - 12) switch
    {
        0 => "Etc/GMT",
        var east and > 0 => $"Etc/GMT+{east}",
        var west => string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{west}"),
    };
}
