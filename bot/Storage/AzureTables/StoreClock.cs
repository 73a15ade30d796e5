using IntroBot.Storage.Work;

namespace IntroBot.Storage.AzureTables;

/// <summary>
/// The clock of the store beside this machine's, as far as the store tells it: a file on this machine has no other.
/// </summary>
public sealed class StoreClock(TimeProvider wall)
{
    /// <summary>Beyond this whoever runs the program is told.</summary>
    public static readonly TimeSpan Notable = TimeSpan.FromSeconds(5);

    /// <summary>A lease is written by one machine and believed by another: beyond half of one, due work rests.</summary>
    public static readonly TimeSpan Max = Lease.Duration / 2;

    /// <summary>An answer that took longer says little about the time.</summary>
    private static readonly TimeSpan MaxAnswer = TimeSpan.FromSeconds(5);

    /// <summary>A date of HTTP has whole seconds, cut off.</summary>
    private static readonly TimeSpan HalfASecond = TimeSpan.FromSeconds(0.5);

    private const long Unknown = long.MinValue;
    private long ahead = Unknown;

    public DateTimeOffset Now => wall.GetUtcNow();

    /// <summary>
    /// How far this machine's clock is ahead of the store's, less than nothing when it is behind; null while the store has not
    /// told.
    /// </summary>
    public TimeSpan? Ahead => Interlocked.Read(ref ahead) is var ticks && ticks == Unknown ? null : new TimeSpan(ticks);

    /// <summary>Whether the clocks are too far apart for due work.</summary>
    public bool IsFarOff => Ahead is { } apart && apart.Duration() > Max;

    /// <summary>The store's clock, as an answer tells it that was asked for at <paramref name="asked"/>.</summary>
    public void Heard(DateTimeOffset theirs, DateTimeOffset asked)
    {
        var took = Now - asked;
        if (took < MaxAnswer)
        {
            Interlocked.Exchange(ref ahead, (asked + (took / 2) - theirs - HalfASecond).Ticks);
        }
    }
}
