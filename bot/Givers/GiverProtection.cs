namespace IntroBot.Givers;

/// <summary>The protection of givers, in one place: whether this giver may be offered this asker's intro now.</summary>
public static class GiverProtection
{
    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public static Protection? Against(Giver giver, PersonRef asker, DateTimeOffset now) => giver switch
    {
        _ when giver.Person.Ref == asker => Protection.OwnAsk,
        { OptedIn: false } => Protection.NotOptedIn,
        _ when IsPaused(giver, now) => Protection.Paused,
        _ when giver.Blocks.Any(blocked => blocked.Ref == asker) => Protection.Blocked,
        { OpenSlot: not null } => Protection.OneAtATime,
        _ when !HasRoom(giver, now) => Protection.WeekIsFull,
        _ => null,
    };

    public static bool IsPaused(Giver giver, DateTimeOffset now) => giver.PausedUntil > now;

    public static bool HasRoom(Giver giver, DateTimeOffset now) => OffersThisWeek(giver, now) < giver.Profile.WeeklyCap;

    public static int OffersThisWeek(Giver giver, DateTimeOffset now) =>
        giver.Slots.Count(slot => slot.Counts && slot.TakenAt > now - Week);
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
}
