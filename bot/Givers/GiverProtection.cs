namespace IntroBot.Givers;

/// <summary>The protection of givers, in one place: whether this giver may be offered this asker's intro now.</summary>
public static class GiverProtection
{
    public static readonly TimeSpan Week = TimeSpan.FromDays(7);
    public static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <summary>How long a giver is not asked again by the same asker.</summary>
    public static readonly TimeSpan SameAskerRest = TimeSpan.FromDays(90);

    public static Protection? Against(Giver giver, PersonRef asker, DateTimeOffset now) => giver switch
    {
        _ when giver.Person.Ref == asker => Protection.OwnAsk,
        { OptedIn: false } => Protection.NotOptedIn,
        _ when IsPaused(giver, now) => Protection.Paused,
        _ when giver.Blocks.Any(blocked => blocked.Ref == asker) => Protection.Blocked,
        { OpenSlot: not null } => Protection.OneAtATime,
        _ when WasAskedBy(giver, asker, now) => Protection.AskedLately,
        _ when !HasRoom(giver, now) => Protection.WeekIsFull,
        _ => null,
    };

    public static bool IsPaused(Giver giver, DateTimeOffset now) => giver.PausedUntil > now;

    /// <summary>Whether an offer of this asker reached the giver lately, who has not welcomed another.</summary>
    public static bool WasAskedBy(Giver giver, PersonRef asker, DateTimeOffset now) =>
        giver.Slots.Any(slot => slot.Asker == asker && slot is { Counts: true, Welcomed: false } && slot.Since > now - SameAskerRest);

    public static bool HasRoom(Giver giver, DateTimeOffset now) => giver.Profile.WeeklyCap == GiverProfile.OnceAMonth
        ? OffersWithin(giver, Month, now) == 0
        : OffersThisWeek(giver, now) < giver.Profile.WeeklyCap;

    public static int OffersThisWeek(Giver giver, DateTimeOffset now) => OffersWithin(giver, Week, now);

    private static int OffersWithin(Giver giver, TimeSpan span, DateTimeOffset now) =>
        giver.Slots.Count(slot => slot.Counts && slot.TakenAt > now - span);
}

/// <summary>Why a giver may not be offered an intro.</summary>
public enum Protection
{
    NotOptedIn,
    WeekIsFull,
    Paused,
    Blocked,
    OneAtATime,
    OwnAsk,
    AskedLately,
}
