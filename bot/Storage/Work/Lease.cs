namespace IntroBot.Storage.Work;

/// <summary>
/// How long a row is reserved for the process that took it: renewed while it is handled, and free soon after a crash. There is no other
/// lease.
/// </summary>
internal static class Lease
{
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(20);

    public static readonly TimeSpan BetweenRenewals = TimeSpan.FromSeconds(6);

    /// <summary>
    /// Minimum time left to start a delivery, which takes fourteen seconds at most; a process that renews in time has more.
    /// </summary>
    public static readonly TimeSpan MinTimeToStart = TimeSpan.FromSeconds(13);
}
