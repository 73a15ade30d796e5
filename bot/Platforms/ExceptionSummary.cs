namespace IntroBot.Platforms;

/// <summary>
/// What the log may say of an exception: its type, those of its causes, and its stack frames. Messages may quote what people wrote and
/// are left out.
/// </summary>
internal static class ExceptionSummary
{
    /// <summary>The innermost frames tell where it broke; those above tell who called.</summary>
    private const int MaxFrames = 12;

    public static string Of(Exception failure)
    {
        var text = new StringBuilder(failure.GetType().Name);
        for (var cause = failure.InnerException; cause is not null; cause = cause.InnerException)
        {
            text.Append(" < ").Append(cause.GetType().Name);
        }

        foreach (var frame in FramesOf(failure).Take(MaxFrames))
        {
            text.Append(Environment.NewLine).Append("   ").Append(frame);
        }

        return text.ToString();
    }

    private static IEnumerable<string> FramesOf(Exception failure) =>
        (failure.StackTrace ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith("---", StringComparison.Ordinal));
}
