namespace IntroBot.Givers;

/// <summary>The decisions of a giver; every way of stepping back releases an open offer immediately.</summary>
public static class GiverDecisions
{
    public static readonly TimeSpan MaxPause = TimeSpan.FromDays(366);

    /// <summary>How many offers in a row expire before the giver is paused.</summary>
    public const int MaxUnanswered = 3;

    /// <summary>The pause after that.</summary>
    public static readonly TimeSpan UnansweredPause = TimeSpan.FromDays(28);

    public static Decision<Giver> OptIn(Giver giver, GiverProfile profile, DateTimeOffset now)
    {
        var optedIn = giver with { OptedIn = true, Profile = profile };
        return Take(
            optedIn with { IndexedUnder = [.. giver.IndexedUnder.Union(optedIn.IndexKeys)] },
            [Reindex(giver)],
            Log(
                giver, now, giver.OptedIn ? LogEvent.ProfileChanged : LogEvent.BecameGiver,
                $"topics={profile.Topics.Length} cap={profile.WeeklyCap}"));
    }

    public static Decision<Giver> StopGiving(Giver giver, DateTimeOffset now) => giver.OptedIn
        ? Take(
            CloseOpenSlot(giver) with { OptedIn = false, PausedUntil = null, Timers = [] },
            [Reindex(giver), .. Release(giver)],
            Log(giver, now, LogEvent.StoppedGiving))
        : new Decision<Giver>.Unchanged();

    public static Decision<Giver> Pause(Giver giver, DateTimeOffset until, DateTimeOffset now) => giver.OptedIn
        ? Take(
            CloseOpenSlot(giver) with { PausedUntil = until, Timers = [new DueTimer(TimerKind.PauseEnds, until)] },
            Release(giver),
            Log(giver, now, LogEvent.Paused, $"days={(int)Math.Ceiling((until - now).TotalDays)}"))
        : new Decision<Giver>.Refused(Refusal.NotNow);

    public static Decision<Giver> Resume(Giver giver, DateTimeOffset now) => giver switch
    {
        { OptedIn: false } => new Decision<Giver>.Refused(Refusal.NotNow),
        { PausedUntil: null } => new Decision<Giver>.Unchanged(),
        _ => Take(giver with { PausedUntil = null, Timers = [] }, [], Log(giver, now, LogEvent.Resumed)),
    };

    /// <summary>Ends a pause with the lowest cap.</summary>
    public static Decision<Giver> AskLess(Giver giver, DateTimeOffset now) => giver switch
    {
        { OptedIn: false } => new Decision<Giver>.Refused(Refusal.NotNow),
        { PausedUntil: null, Profile.WeeklyCap: GiverProfile.OnceAMonth } => new Decision<Giver>.Unchanged(),
        _ => Take(
            giver with { Profile = giver.Profile with { WeeklyCap = GiverProfile.OnceAMonth }, PausedUntil = null, Timers = [] },
            [],
            Log(giver, now, LogEvent.AskedForLess)),
    };

    /// <summary>The giver is glad to be asked again by this asker, who need not wait.</summary>
    public static Decision<Giver> Welcome(Giver giver, PersonRef asker, DateTimeOffset now) =>
        GiverProtection.WasAskedBy(giver, asker, now)
            ? Take(
                giver with { Slots = [.. giver.Slots.Select(slot => slot.Asker == asker ? slot with { Welcomed = true } : slot)] },
                [],
                Log(giver, now, LogEvent.WelcomedAsker))
            : new Decision<Giver>.Unchanged();

    public static Decision<Giver> Block(Giver giver, Person whom)
    {
        if (whom.Ref == giver.Person.Ref)
        {
            return new Decision<Giver>.Refused(Refusal.CannotBlockYourself);
        }

        if (giver.Blocks.Any(blocked => blocked.Ref == whom.Ref))
        {
            return new Decision<Giver>.Unchanged();
        }

        var affected = giver.OpenSlot?.Asker == whom.Ref;
        return Take(
            (affected ? CloseOpenSlot(giver) : giver) with { Blocks = giver.Blocks.Add(whom) }, affected ? Release(giver) : [], []);
    }

    public static Decision<Giver> Unblock(Giver giver, PersonRef whom) => giver.Blocks.Any(blocked => blocked.Ref == whom)
        ? Take(giver with { Blocks = [.. giver.Blocks.Where(blocked => blocked.Ref != whom)] }, [], [])
        : new Decision<Giver>.Unchanged();

    /// <summary>Takes a slot in this giver's week, or refuses by their protection; the same offer finds its slot again.</summary>
    public static Decision<Giver> TakeSlot(Giver giver, OfferId offer, IntroId intro, PersonRef asker, DateTimeOffset now)
    {
        if (giver.Slots.Any(slot => slot.Offer == offer))
        {
            return new Decision<Giver>.Unchanged();
        }

        return GiverProtection.Against(giver, asker, now) is null
            ? Take(giver with { Slots = [.. Recent(giver, now), new Slot(offer, intro, asker, now, IsOpen: true, Counts: true)] }, [], [])
            : new Decision<Giver>.Refused(Refusal.Protected);
    }

    /// <summary>
    /// Frees a slot; an offer that never reached the giver does not count for their week. After several that expired in a row the giver is
    /// paused.
    /// </summary>
    public static Decision<Giver> FreeSlot(Giver giver, Outgoing.FreeSlot free, DateTimeOffset now)
    {
        if (giver.Slots.FirstOrDefault(slot => slot.Offer == free.Offer) is not { } taken)
        {
            return new Decision<Giver>.Unchanged();
        }

        var freed = taken with
        {
            IsOpen = false,
            Counts = taken.Counts && free.Reached,
            ReachedAt = free.Reached ? free.ReachedAt : null,
        };
        var unanswered = free.End switch
        {
            SlotEnd.Answered => 0,
            SlotEnd.Expired => giver.Unanswered + (free.Reached ? 1 : 0),
            SlotEnd.Released => giver.Unanswered,
        };
        if (freed == taken || taken is { IsOpen: false, ReachedAt: not null })
        {
            return new Decision<Giver>.Unchanged();
        }

        var after = giver with { Slots = giver.Slots.Replace(taken, freed), Unanswered = unanswered };
        return unanswered >= MaxUnanswered && giver is { OptedIn: true, PausedUntil: null }
            ? PauseUnanswered(after, now)
            : Take(after, [], []);
    }

    /// <summary>Records that the index holds exactly these keys, unless the profile has changed meanwhile.</summary>
    public static Decision<Giver> Indexed(Giver giver, ImmutableArray<string> terms) =>
        giver.IndexKeys.SequenceEqual(terms) && !giver.IndexedUnder.SequenceEqual(terms)
            ? Take(giver with { IndexedUnder = terms }, [], [])
            : new Decision<Giver>.Unchanged();

    /// <summary>Ends an expired pause with a notice; sets the timer again for a pause that was extended.</summary>
    public static Decision<Giver> EndPause(Giver giver, DateTimeOffset now) => giver.PausedUntil switch
    {
        null => Take(giver with { Timers = [] }, [], []),
        { } until when until > now => Take(giver with { Timers = [new DueTimer(TimerKind.PauseEnds, until)] }, [], []),
        _ => Take(
            giver with { PausedUntil = null, Timers = [] },
            [
                new Outgoing.Notice(
                    $"pause-ended.{giver.Changes}",
                    NoticeKind.PauseEnded,
                    new Destination.Direct(giver.Person.Ref),
                    NotBefore: WakingHours.Next(now, giver.Person.TimeZone, giver.Profile.Quiet)),
            ],
            Log(giver, now, LogEvent.PauseEnded)),
    };

    private static Decision<Giver> Take(Giver giver, ImmutableArray<Outgoing> outgoing, ImmutableArray<LogEntry> log) =>
        new Decision<Giver>.Taken(giver with { Changes = giver.Changes + 1 }, outgoing, log);

    private static Decision<Giver> PauseUnanswered(Giver giver, DateTimeOffset now)
    {
        var until = now + UnansweredPause;
        return Take(
            CloseOpenSlot(giver) with { PausedUntil = until, Timers = [new DueTimer(TimerKind.PauseEnds, until)], Unanswered = 0 },
            [
                .. Release(giver),
                new Outgoing.Notice(
                    $"unanswered.{giver.Changes}",
                    NoticeKind.UnansweredPause,
                    new Destination.Direct(giver.Person.Ref),
                    NotBefore: WakingHours.Next(now, giver.Person.TimeZone, giver.Profile.Quiet)),
            ],
            Log(giver, now, LogEvent.PausedUnanswered, $"days={(int)UnansweredPause.TotalDays}"));
    }

    private static IEnumerable<Slot> Recent(Giver giver, DateTimeOffset now) =>
        giver.Slots.Where(slot => slot.IsOpen || slot.Since > now - GiverProtection.SameAskerRest);

    private static Giver CloseOpenSlot(Giver giver) => giver.OpenSlot is { } open
        ? giver with { Slots = giver.Slots.Replace(open, open with { IsOpen = false }) }
        : giver;

    private static ImmutableArray<Outgoing> Release(Giver giver) => giver.OpenSlot is { } open
        ? [new Outgoing.ReleaseOffer($"release.{open.Offer}", giver.Person.Ref.Workspace, open.Intro, open.Offer)]
        : [];

    private static Outgoing.IndexGiver Reindex(Giver giver) => new($"list.{giver.Changes}", giver.Person.Ref);

    private static ImmutableArray<LogEntry> Log(Giver giver, DateTimeOffset now, LogEvent what, string detail = "") =>
        [new LogEntry(now, what, "", giver.Person.Ref, detail)];
}
