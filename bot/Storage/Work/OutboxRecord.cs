using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using IntroBot.Chat.Interactions;
using IntroBot.Decisions;

namespace IntroBot.Storage.Work;

/// <summary>
/// One row of the outbox. <paramref name="LeaseUntil"/> keeps others away while one process handles it, <paramref name="Attempt"/> counts
/// from 1, and <paramref name="Order"/> is the place it was given when it was committed.
/// </summary>
internal sealed record OutboxRecord(
    [property: JsonPropertyName("What")] OutgoingRecord What,
    [property: JsonPropertyName("LeaseUntil")] DateTimeOffset LeaseUntil,
    [property: JsonPropertyName("Attempt")] int Attempt,
    [property: JsonPropertyName("Order")] long Order)
{
    public bool IsDue(DateTimeOffset now) => LeaseUntil <= now && (What.NotBefore ?? now) <= now;
}

/// <summary>An outbox row as read or written, with the ETag that fences it.</summary>
internal sealed record OutboxRow(OutboxRecord Record, string ETag);

/// <summary>What leaves, flat, as it is stored.</summary>
internal sealed record OutgoingRecord(
    [property: JsonPropertyName("Type")] string Type,
    [property: JsonPropertyName("Id")] string Id)
{
    /// <summary>The type of chat work, which no decision brought about.</summary>
    public const string ChatWork = "ChatWork";

    /// <summary>Null unless the type is chat work.</summary>
    [JsonPropertyName("work")]
    public WorkRecord? Work { get; init; }

    [JsonPropertyName("Kind")]
    public NoticeKind Kind { get; init; }

    [JsonPropertyName("To")]
    public string To { get; init; } = "";

    [JsonPropertyName("Channel")]
    public string Channel { get; init; } = "";

    [JsonPropertyName("People")]
    public ImmutableArray<PersonRef> People { get; init; } = [];

    [JsonPropertyName("About")]
    public string About { get; init; } = "";

    [JsonPropertyName("NotBefore")]
    public DateTimeOffset? NotBefore { get; init; }

    [JsonPropertyName("Replaces")]
    public string? Replaces { get; init; }

    [JsonPropertyName("Workspace")]
    public WorkspaceId Workspace { get; init; }

    [JsonPropertyName("Intro")]
    public IntroId Intro { get; init; }

    [JsonPropertyName("Offer")]
    public OfferId Offer { get; init; }

    [JsonPropertyName("Reached")]
    public bool Reached { get; init; }

    [JsonPropertyName("Until")]
    public DateTimeOffset Until { get; init; }

    public static OutgoingRecord Of(Outgoing outgoing) => outgoing switch
    {
        Outgoing.Notice notice => new OutgoingRecord(Types.Notice, notice.Id)
        {
            Kind = notice.Kind,
            To = Name(notice.To),
            Channel = notice.To is Destination.GiversChannel channel ? channel.Channel : "",
            People = PeopleAt(notice.To),
            About = notice.About,
            NotBefore = notice.NotBefore,
            Replaces = notice.Replaces,
        },
        Outgoing.FindGiver find => new OutgoingRecord(Types.FindGiver, find.Id),
        Outgoing.FreeSlot free =>
            new OutgoingRecord(Types.FreePlace, free.Id) { People = [free.Giver], Offer = free.Offer, Reached = free.Reached },
        Outgoing.ReleaseOffer release => new OutgoingRecord(Types.ReleaseOffer, release.Id)
        {
            Workspace = release.Workspace,
            Intro = release.Intro,
            Offer = release.Offer,
        },
        Outgoing.PauseGiving pause =>
            new OutgoingRecord(Types.PauseGiving, pause.Id) { People = [pause.Giver], Until = pause.Until },
        Outgoing.IndexGiver list => new OutgoingRecord(Types.ListGiver, list.Id) { People = [list.Giver] },
        _ => throw new UnreachableException(),
    };

    public Outgoing ToOutgoing() => Type switch
    {
        Types.Notice => new Outgoing.Notice(Id, Kind, Place(), About, NotBefore, Replaces),
        Types.FindGiver => new Outgoing.FindGiver(Id),
        Types.FreePlace => new Outgoing.FreeSlot(Id, People[0], Offer, Reached),
        Types.ReleaseOffer => new Outgoing.ReleaseOffer(Id, Workspace, Intro, Offer),
        Types.PauseGiving => new Outgoing.PauseGiving(Id, People[0], Until),
        Types.ListGiver => new Outgoing.IndexGiver(Id, People[0]),
        _ => throw new UnreachableException(Type),
    };

    private static string Name(Destination to) => to switch
    {
        Destination.Direct => Places.Direct,
        Destination.GiversChannel => Places.GiversChannel,
        Destination.Meeting => Places.Meeting,
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
        Places.Direct => new Destination.Direct(People[0]),
        Places.GiversChannel => new Destination.GiversChannel(Channel, People[0]),
        Places.Meeting => new Destination.Meeting(People),
        _ => throw new UnreachableException(To),
    };

    /// <summary>What the kinds of what leaves are called in the store.</summary>
    private static class Types
    {
        public const string Notice = "Notice";
        public const string FindGiver = "FindGiver";
        public const string FreePlace = "FreePlace";
        public const string ReleaseOffer = "ReleaseOffer";
        public const string PauseGiving = "PauseGiving";
        public const string ListGiver = "ListGiver";
    }

    /// <summary>What the kinds of where it goes are called in the store.</summary>
    private static class Places
    {
        public const string Direct = "Direct";
        public const string GiversChannel = "GiversChannel";
        public const string Meeting = "Meeting";
    }
}
