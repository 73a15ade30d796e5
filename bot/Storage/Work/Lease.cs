namespace IntroBot.Storage.Work;

/// <summary>
/// For how long what a process takes is left to it: renewed while it is at it, and free soon after it died. There is no other.
/// </summary>
internal static class Lease
{
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(20);

    public static readonly TimeSpan BetweenRenewals = TimeSpan.FromSeconds(6);

    /// <summary>
    /// Less than this is too little to begin a delivery with, which takes fourteen seconds at most; whoever renews in time has more.
    /// </summary>
    public static readonly TimeSpan LeastToBegin = TimeSpan.FromSeconds(13);
}
