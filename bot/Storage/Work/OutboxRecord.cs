using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using IntroBot.Chat.Interactions;
using IntroBot.Decisions;

namespace IntroBot.Storage.Work;

/// <summary>
/// One row of the outbox. <paramref name="LeaseUntil"/> reserves it for one process, <paramref name="Attempt"/> counts from 1, and
/// <paramref name="Order"/> is its position as assigned by the commit.
/// </summary>
internal sealed record OutboxRecord(
    [property: JsonPropertyName("What")] OutgoingRecord What,
    [property: JsonPropertyName("LeaseUntil")] DateTimeOffset LeaseUntil,
    [property: JsonPropertyName("Attempt")] int Attempt,
    [property: JsonPropertyName("Order")] long Order)
{
    public bool IsDue(DateTimeOffset now) => LeaseUntil <= now && (What.NotBefore ?? now) <= now;
}

/// <summary>An outbox row as read or written, with the ETag that guards it.</summary>
internal sealed record OutboxRow(OutboxRecord Record, string ETag);

/// <summary>What a decision sends or triggers, flattened for storage.</summary>
internal sealed record OutgoingRecord(
    [property: JsonPropertyName("Type")] string Type,
    [property: JsonPropertyName("Id")] string Id)
{
    /// <summary>The type of chat work, which comes from no decision.</summary>
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
        Outgoing.Notice notice => new OutgoingRecord(TypeNames.Notice, notice.Id)
        {
            Kind = notice.Kind,
            To = Name(notice.To),
            Channel = notice.To is Destination.GiversChannel channel ? channel.Channel : "",
            People = PeopleAt(notice.To),
            About = notice.About,
            NotBefore = notice.NotBefore,
            Replaces = notice.Replaces,
        },
        Outgoing.FindGiver find => new OutgoingRecord(TypeNames.FindGiver, find.Id),
        Outgoing.FreeSlot free =>
            new OutgoingRecord(TypeNames.FreePlace, free.Id) { People = [free.Giver], Offer = free.Offer, Reached = free.Reached },
        Outgoing.ReleaseOffer release => new OutgoingRecord(TypeNames.ReleaseOffer, release.Id)
        {
            Workspace = release.Workspace,
            Intro = release.Intro,
            Offer = release.Offer,
        },
        Outgoing.PauseGiving pause =>
            new OutgoingRecord(TypeNames.PauseGiving, pause.Id) { People = [pause.Giver], Until = pause.Until },
        Outgoing.IndexGiver list => new OutgoingRecord(TypeNames.ListGiver, list.Id) { People = [list.Giver] },
        _ => throw new UnreachableException(),
    };

    public Outgoing ToOutgoing() => Type switch
    {
        TypeNames.Notice => new Outgoing.Notice(Id, Kind, ToDestination(), About, NotBefore, Replaces),
        TypeNames.FindGiver => new Outgoing.FindGiver(Id),
        TypeNames.FreePlace => new Outgoing.FreeSlot(Id, People[0], Offer, Reached),
        TypeNames.ReleaseOffer => new Outgoing.ReleaseOffer(Id, Workspace, Intro, Offer),
        TypeNames.PauseGiving => new Outgoing.PauseGiving(Id, People[0], Until),
        TypeNames.ListGiver => new Outgoing.IndexGiver(Id, People[0]),
        _ => throw new UnreachableException(Type),
    };

    private static string Name(Destination to) => to switch
    {
        Destination.Direct => DestinationNames.Direct,
        Destination.GiversChannel => DestinationNames.GiversChannel,
        Destination.Meeting => DestinationNames.Meeting,
        _ => throw new UnreachableException(),
    };

    private static ImmutableArray<PersonRef> PeopleAt(Destination to) => to switch
    {
        Destination.Direct direct => [direct.Who],
        Destination.GiversChannel channel => [channel.For],
        Destination.Meeting meeting => meeting.People,
        _ => throw new UnreachableException(),
    };

    private Destination ToDestination() => To switch
    {
        DestinationNames.Direct => new Destination.Direct(People[0]),
        DestinationNames.GiversChannel => new Destination.GiversChannel(Channel, People[0]),
        DestinationNames.Meeting => new Destination.Meeting(People),
        _ => throw new UnreachableException(To),
    };

    /// <summary>The stored names of outgoing types.</summary>
    private static class TypeNames
    {
        public const string Notice = "Notice";
        public const string FindGiver = "FindGiver";
        public const string FreePlace = "FreePlace";
        public const string ReleaseOffer = "ReleaseOffer";
        public const string PauseGiving = "PauseGiving";
        public const string ListGiver = "ListGiver";
    }

    /// <summary>The stored names of destinations.</summary>
    private static class DestinationNames
    {
        public const string Direct = "Direct";
        public const string GiversChannel = "GiversChannel";
        public const string Meeting = "Meeting";
    }
}
