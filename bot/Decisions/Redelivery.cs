namespace IntroBot.Decisions;

/// <summary>
/// Tells whoever dispatches an interaction whether its decision was found stored by an earlier delivery, so that what is shown beside the
/// answer is not shown again.
/// </summary>
public sealed class Redelivery
{
    private static readonly AsyncLocal<Redelivery?> Present = new();

    private bool isFound;

    private Redelivery() { }

    /// <summary>Whether the decision of the present interaction was stored before.</summary>
    public static bool IsFound => Present.Value is { isFound: true };

    /// <summary>From here on, and in whatever is called from here, nothing was found yet.</summary>
    public static void Watch() => Present.Value = new Redelivery();

    /// <summary>The row of its operation is there.</summary>
    internal static void Found()
    {
        if (Present.Value is { } watched)
        {
            watched.isFound = true;
        }
    }
}
