using System.Collections.Immutable;
using IntroBot.Chat;
using IntroBot.Decisions;

namespace IntroBot.Givers;

/// <summary>What a giver decides about themselves; every way of stepping back releases an open offer at once.</summary>
public static class GiverDecisions
{
    public static readonly TimeSpan LongestPause = TimeSpan.FromDays(366);

    public static Decision<Giver> OptIn(Giver giver, GiverProfile profile, DateTimeOffset now)
    {
        var willing = giver with { OptedIn = true, Profile = profile };
        return Take(
            willing with { ListedUnder = [.. giver.ListedUnder.Union(willing.Terms)] },
            [Relist(giver)],
            Log(
                giver, now, giver.OptedIn ? "Profile changed" : "Became a giver",
                $"topics={profile.Topics.Length} cap={profile.WeeklyCap}"));
    }

    public static Decision<Giver> StopGiving(Giver giver, DateTimeOffset now) => giver.OptedIn
        ? Take(
            CloseOpenPlace(giver) with { OptedIn = false, PausedUntil = null, Wakeups = [] },
            [Relist(giver), .. Release(giver)],
            Log(giver, now, "Stopped giving"))
        : new Decision<Giver>.Unchanged();

    public static Decision<Giver> Pause(Giver giver, DateTimeOffset until, DateTimeOffset now) => giver.OptedIn
        ? Take(
            CloseOpenPlace(giver) with { PausedUntil = until, Wakeups = [new Wakeup(WakeupKind.PauseEnds, until)] },
            Release(giver),
            Log(giver, now, "Paused", $"days={(int)Math.Ceiling((until - now).TotalDays)}"))
        : new Decision<Giver>.Refused(Refusal.NotNow);

    public static Decision<Giver> Resume(Giver giver, DateTimeOffset now) => giver switch
    {
        { OptedIn: false } => new Decision<Giver>.Refused(Refusal.NotNow),
        { PausedUntil: null } => new Decision<Giver>.Unchanged(),
        _ => Take(giver with { PausedUntil = null, Wakeups = [] }, [], Log(giver, now, "Resumed")),
    };

    public static Decision<Giver> Block(Giver giver, Person whom)
    {
        if (whom.Ref == giver.Person.Ref)
        {
            return new Decision<Giver>.Refused(Refusal.OnlyYourself);
        }

        if (giver.Blocks.Any(blocked => blocked.Ref == whom.Ref))
        {
            return new Decision<Giver>.Unchanged();
        }

        var affected = giver.OpenPlace?.Asker == whom.Ref;
        return Take(
            (affected ? CloseOpenPlace(giver) : giver) with { Blocks = giver.Blocks.Add(whom) }, affected ? Release(giver) : [], []);
    }

    public static Decision<Giver> Unblock(Giver giver, PersonRef whom) => giver.Blocks.Any(blocked => blocked.Ref == whom)
        ? Take(giver with { Blocks = [.. giver.Blocks.Where(blocked => blocked.Ref != whom)] }, [], [])
        : new Decision<Giver>.Unchanged();

    /// <summary>Takes a place in this giver's week, or says which promise forbids it; the same offer again finds its place.</summary>
    public static Decision<Giver> TakePlace(Giver giver, OfferId offer, IntroId intro, PersonRef asker, DateTimeOffset now)
    {
        if (giver.Places.Any(place => place.Offer == offer))
        {
            return new Decision<Giver>.Unchanged();
        }

        return GiverProtection.Against(giver, asker, now) is null
            ? Take(giver with { Places = [.. Recent(giver, now), new Place(offer, intro, asker, now, IsOpen: true, Counts: true)] }, [], [])
            : new Decision<Giver>.Refused(Refusal.Protected);
    }

    /// <summary>Frees a place; an offer that never reached the giver does not count for their week.</summary>
    public static Decision<Giver> FreePlace(Giver giver, OfferId offer, bool reached) =>
        giver.Places.FirstOrDefault(place => place.Offer == offer) is { } taken && (taken.IsOpen || (taken.Counts && !reached))
            ? Take(
                giver with { Places = giver.Places.Replace(taken, taken with { IsOpen = false, Counts = taken.Counts && reached }) },
                [], [])
            : new Decision<Giver>.Unchanged();

    /// <summary>Records that the index now holds exactly these terms, unless the profile has moved on meanwhile.</summary>
    public static Decision<Giver> Listed(Giver giver, ImmutableArray<string> terms) =>
        giver.Terms.SequenceEqual(terms) && !giver.ListedUnder.SequenceEqual(terms)
            ? Take(giver with { ListedUnder = terms }, [], [])
            : new Decision<Giver>.Unchanged();

    /// <summary>A pause that has run out ends with a notice; one that was prolonged is awaited again.</summary>
    public static Decision<Giver> PauseRanOut(Giver giver, DateTimeOffset now) => giver.PausedUntil switch
    {
        null => Take(giver with { Wakeups = [] }, [], []),
        { } until when until > now => Take(giver with { Wakeups = [new Wakeup(WakeupKind.PauseEnds, until)] }, [], []),
        _ => Take(
            giver with { PausedUntil = null, Wakeups = [] },
            [
                new Outgoing.Notice(
                    $"pause-ended.{giver.Changes}",
                    NoticeKind.PauseEnded,
                    new Destination.Direct(giver.Person.Ref),
                    NotBefore: WakingHours.Next(now, giver.Person.TimeZone, giver.Profile.Quiet)),
            ],
            Log(giver, now, "Pause ended")),
    };

    private static Decision<Giver> Take(Giver giver, ImmutableArray<Outgoing> outgoing, ImmutableArray<LogEntry> log) =>
        new Decision<Giver>.Taken(giver with { Changes = giver.Changes + 1 }, outgoing, log);

    private static IEnumerable<Place> Recent(Giver giver, DateTimeOffset now) =>
        giver.Places.Where(place => place.IsOpen || place.TakenAt > now - TimeSpan.FromDays(90));

    private static Giver CloseOpenPlace(Giver giver) => giver.OpenPlace is { } open
        ? giver with { Places = giver.Places.Replace(open, open with { IsOpen = false }) }
        : giver;

    private static ImmutableArray<Outgoing> Release(Giver giver) => giver.OpenPlace is { } open
        ? [new Outgoing.ReleaseOffer($"release.{open.Offer}", giver.Person.Ref.Workspace, open.Intro, open.Offer)]
        : [];

    private static Outgoing.ListGiver Relist(Giver giver) => new($"list.{giver.Changes}", giver.Person.Ref);

    private static ImmutableArray<LogEntry> Log(Giver giver, DateTimeOffset now, string what, string detail = "") =>
        [new LogEntry(now, what, "", giver.Person.Ref, detail)];
}
