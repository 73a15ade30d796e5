namespace IntroBot.Decisions;

/// <summary>
/// Tells the dispatcher of an interaction whether an earlier delivery already stored its decision, so that nothing beside the reply is
/// shown twice.
/// </summary>
public sealed class Redelivery
{
    private static readonly AsyncLocal<Redelivery?> Current = new();

    private bool isFound;

    private Redelivery() { }

    /// <summary>Whether the decision of the current interaction was already stored.</summary>
    public static bool IsFound => Current.Value is { isFound: true };

    /// <summary>Resets the flag for this async flow and everything it calls.</summary>
    public static void Watch() => Current.Value = new Redelivery();

    /// <summary>Records that the row of the idempotency key exists.</summary>
    internal static void Found()
    {
        if (Current.Value is { } redelivery)
        {
            redelivery.isFound = true;
        }
    }
}
