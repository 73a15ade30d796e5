using System.Collections.Immutable;
using System.Diagnostics;
using IntroBot.Chat;
using IntroBot.Decisions;

namespace IntroBot.Storage;

/// <summary>
/// One row of the outbox. <paramref name="LeaseUntil"/> keeps others away while one process handles it, <paramref name="Attempt"/> counts
/// from 1, and <paramref name="Order"/> is the place it was given when it was committed.
/// </summary>
internal sealed record OutboxRecord(OutgoingRecord What, DateTimeOffset LeaseUntil, int Attempt, long Order)
{
    public bool IsDue(DateTimeOffset now) => LeaseUntil <= now && (What.NotBefore ?? now) <= now;
}

/// <summary>An outbox row as read or written, with the ETag that fences it.</summary>
internal sealed record OutboxRow(OutboxRecord Record, string ETag);

/// <summary>What leaves, flat, as it is stored.</summary>
internal sealed record OutgoingRecord(string Type, string Id)
{
    public NoticeKind Kind { get; init; }

    public string To { get; init; } = "";

    public string Channel { get; init; } = "";

    public ImmutableArray<PersonRef> People { get; init; } = [];

    public string About { get; init; } = "";

    public DateTimeOffset? NotBefore { get; init; }

    public string? Replaces { get; init; }

    public WorkspaceId Workspace { get; init; }

    public IntroId Intro { get; init; }

    public OfferId Offer { get; init; }

    public bool Reached { get; init; }

    public DateTimeOffset Until { get; init; }

    public static OutgoingRecord Of(Outgoing outgoing) => outgoing switch
    {
        Outgoing.Notice notice => new OutgoingRecord(nameof(Outgoing.Notice), notice.Id)
        {
            Kind = notice.Kind,
            To = Name(notice.To),
            Channel = notice.To is Destination.GiversChannel channel ? channel.Channel : "",
            People = PeopleAt(notice.To),
            About = notice.About,
            NotBefore = notice.NotBefore,
            Replaces = notice.Replaces,
        },
        Outgoing.FindGiver find => new OutgoingRecord(nameof(Outgoing.FindGiver), find.Id),
        Outgoing.FreePlace free =>
            new OutgoingRecord(nameof(Outgoing.FreePlace), free.Id) { People = [free.Giver], Offer = free.Offer, Reached = free.Reached },
        Outgoing.ReleaseOffer release => new OutgoingRecord(nameof(Outgoing.ReleaseOffer), release.Id)
        {
            Workspace = release.Workspace,
            Intro = release.Intro,
            Offer = release.Offer,
        },
        Outgoing.PauseGiving pause =>
            new OutgoingRecord(nameof(Outgoing.PauseGiving), pause.Id) { People = [pause.Giver], Until = pause.Until },
        Outgoing.ListGiver list => new OutgoingRecord(nameof(Outgoing.ListGiver), list.Id) { People = [list.Giver] },
        _ => throw new UnreachableException(),
    };

    public Outgoing ToOutgoing() => Type switch
    {
        nameof(Outgoing.Notice) => new Outgoing.Notice(Id, Kind, Place(), About, NotBefore, Replaces),
        nameof(Outgoing.FindGiver) => new Outgoing.FindGiver(Id),
        nameof(Outgoing.FreePlace) => new Outgoing.FreePlace(Id, People[0], Offer, Reached),
        nameof(Outgoing.ReleaseOffer) => new Outgoing.ReleaseOffer(Id, Workspace, Intro, Offer),
        nameof(Outgoing.PauseGiving) => new Outgoing.PauseGiving(Id, People[0], Until),
        nameof(Outgoing.ListGiver) => new Outgoing.ListGiver(Id, People[0]),
        _ => throw new UnreachableException(Type),
    };

    private static string Name(Destination to) => to switch
    {
        Destination.Direct => nameof(Destination.Direct),
        Destination.GiversChannel => nameof(Destination.GiversChannel),
        Destination.Meeting => nameof(Destination.Meeting),
        _ => throw new UnreachableException(),
    };

    private static ImmutableArray<PersonRef> PeopleAt(Destination to) => to switch
    {
        Destination.Direct direct => [direct.Who],
        Destination.GiversChannel channel => [channel.For],
        Destination.Meeting meeting => meeting.People,
        _ => throw new UnreachableException(),
    };

    private Destination Place() => To switch
    {
        nameof(Destination.Direct) => new Destination.Direct(People[0]),
        nameof(Destination.GiversChannel) => new Destination.GiversChannel(Channel, People[0]),
        nameof(Destination.Meeting) => new Destination.Meeting(People),
        _ => throw new UnreachableException(To),
    };
}
