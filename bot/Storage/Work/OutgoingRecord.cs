namespace IntroBot.Storage.Work;

/// <summary>
/// What leaves, as it is stored: a case for each kind, under an id that never changes. Rows of an older version have the properties of
/// every case; those of others are passed over.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "Type")]
[JsonDerivedType(typeof(Notice), "Notice")]
[JsonDerivedType(typeof(FindGiver), "FindGiver")]
[JsonDerivedType(typeof(FreeSlot), "FreePlace")]
[JsonDerivedType(typeof(ReleaseOffer), "ReleaseOffer")]
[JsonDerivedType(typeof(PauseGiving), "PauseGiving")]
[JsonDerivedType(typeof(IndexGiver), "ListGiver")]
[JsonDerivedType(typeof(ChatWork), "ChatWork")]
internal abstract record OutgoingRecord([property: JsonPropertyName("Id"), JsonPropertyOrder(-1)] string Id)
{
    /// <summary>The people it goes to or is about; written even when empty, since an older version expects a list.</summary>
    [JsonPropertyName("People")]
    public ImmutableArray<PersonRef> People { get; init; } = [];

    /// <summary>The moment it was put off to; null when it may leave at once.</summary>
    [JsonPropertyName("NotBefore")]
    public DateTimeOffset? NotBefore { get; init; }

    public sealed record Notice(
        string Id,
        [property: JsonPropertyName("Kind")] NoticeKind Kind,
        [property: JsonPropertyName("To")] DestinationKind To,
        [property: JsonPropertyName("Channel")] string Channel,
        [property: JsonPropertyName("About")] string About,
        [property: JsonPropertyName("Replaces")] string? Replaces)
        : OutgoingRecord(Id);

    public sealed record FindGiver(string Id) : OutgoingRecord(Id);

    public sealed record FreeSlot(
        string Id,
        [property: JsonPropertyName("Offer")] OfferId Offer,
        [property: JsonPropertyName("Reached")] bool Reached,
        [property: JsonPropertyName("ReachedAt")] DateTimeOffset? ReachedAt = null,
        [property: JsonPropertyName("End")] SlotEnd End = SlotEnd.Released)
        : OutgoingRecord(Id);

    public sealed record ReleaseOffer(
        string Id,
        [property: JsonPropertyName("Workspace")] WorkspaceId Workspace,
        [property: JsonPropertyName("Intro")] IntroId Intro,
        [property: JsonPropertyName("Offer")] OfferId Offer)
        : OutgoingRecord(Id);

    public sealed record PauseGiving(string Id, [property: JsonPropertyName("Until")] DateTimeOffset Until) : OutgoingRecord(Id);

    public sealed record IndexGiver(string Id) : OutgoingRecord(Id);

    /// <summary>Chat work, which no decision brought about.</summary>
    public sealed record ChatWork(string Id, [property: JsonPropertyName("work")] WorkRecord Work) : OutgoingRecord(Id);

    public static OutgoingRecord Of(Outgoing outgoing) => outgoing switch
    {
        Outgoing.Notice notice => Of(notice),
        Outgoing.FindGiver find => new FindGiver(find.Id),
        Outgoing.FreeSlot free => new FreeSlot(free.Id, free.Offer, free.Reached, free.ReachedAt, free.End) { People = [free.Giver] },
        Outgoing.ReleaseOffer release => new ReleaseOffer(release.Id, release.Workspace, release.Intro, release.Offer),
        Outgoing.PauseGiving pause => new PauseGiving(pause.Id, pause.Until) { People = [pause.Giver] },
        Outgoing.IndexGiver index => new IndexGiver(index.Id) { People = [index.Giver] },
        _ => throw new UnreachableException(),
    };

    public Outgoing ToOutgoing() => this switch
    {
        Notice notice => new Outgoing.Notice(Id, notice.Kind, DestinationOf(notice), notice.About, NotBefore, notice.Replaces),
        FindGiver => new Outgoing.FindGiver(Id),
        FreeSlot free => new Outgoing.FreeSlot(Id, People[0], free.Offer, free.Reached, free.ReachedAt, free.End),
        ReleaseOffer release => new Outgoing.ReleaseOffer(Id, release.Workspace, release.Intro, release.Offer),
        PauseGiving pause => new Outgoing.PauseGiving(Id, People[0], pause.Until),
        IndexGiver => new Outgoing.IndexGiver(Id, People[0]),
        ChatWork => throw new InvalidOperationException("Chat work is no decision's."),
        _ => throw new UnreachableException(),
    };

    private static Notice Of(Outgoing.Notice notice)
    {
        var (to, channel, people) = notice.To switch
        {
            Destination.Direct direct => (DestinationKind.Direct, "", [direct.Who]),
            Destination.GiversChannel givers => (DestinationKind.GiversChannel, givers.Channel, [givers.For]),
            Destination.Meeting meeting => (DestinationKind.Meeting, "", meeting.People),
            _ => throw new UnreachableException(),
        };
        return new Notice(notice.Id, notice.Kind, to, channel, notice.About, notice.Replaces)
        {
            People = people,
            NotBefore = notice.NotBefore,
        };
    }

    private static Destination DestinationOf(Notice notice) => notice.To switch
    {
        DestinationKind.Direct => new Destination.Direct(notice.People[0]),
        DestinationKind.GiversChannel => new Destination.GiversChannel(notice.Channel, notice.People[0]),
        DestinationKind.Meeting => new Destination.Meeting(notice.People),
    };
}

/// <summary>Where a notice goes, as it is stored.</summary>
internal enum DestinationKind
{
    [JsonStringEnumMemberName("Direct")]
    Direct,
    [JsonStringEnumMemberName("GiversChannel")]
    GiversChannel,
    [JsonStringEnumMemberName("Meeting")]
    Meeting,
}
