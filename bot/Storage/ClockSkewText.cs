namespace IntroBot.Storage;

/// <summary>Formats a clock skew as text.</summary>
internal static class ClockSkewText
{
    /// <summary>For example <c>about 2 minutes ahead of</c>.</summary>
    public static string Of(TimeSpan ahead) => $"about {Length(ahead.Duration())} {(ahead > TimeSpan.Zero ? "ahead of" : "behind")}";

    private static string Length(TimeSpan apart) => apart switch
    {
        { TotalSeconds: < 90 } => Count(apart.TotalSeconds, "second"),
        { TotalMinutes: < 90 } => Count(apart.TotalMinutes, "minute"),
        { TotalHours: < 36 } => Count(apart.TotalHours, "hour"),
        _ => Count(apart.TotalDays, "day"),
    };

    private static string Count(double number, string what) =>
        (int)Math.Round(number) is var whole && whole == 1 ? $"1 {what}" : $"{whole} {what}s";
}
