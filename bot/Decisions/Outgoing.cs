namespace IntroBot.Decisions;

/// <summary>
/// A message to people, or an effect on another part of the story. <paramref name="Id"/> is unique within the deciding intro or giver and
/// never reused, so that nothing is sent or run twice.
/// </summary>
public abstract record Outgoing(string Id)
{
    /// <summary>
    /// A message to people, rendered from the state when it is sent; <paramref name="Replaces"/> is the id of an earlier notice that
    /// changes in place.
    /// </summary>
    public sealed record Notice(
        string Id, NoticeKind Kind, Destination To, string About = "", DateTimeOffset? NotBefore = null, string? Replaces = null)
        : Outgoing(Id);

    /// <summary>Continues the search for a giver, for the deciding intro.</summary>
    public sealed record FindGiver(string Id) : Outgoing(Id);

    /// <summary>Frees a giver's slot; an offer that never reached them does not count for their week.</summary>
    public sealed record FreeSlot(
        string Id, PersonRef Giver, OfferId Offer, bool Reached, DateTimeOffset? ReachedAt = null, SlotEnd End = SlotEnd.Released)
        : Outgoing(Id);

    /// <summary>Releases an open offer whose giver is no longer available.</summary>
    public sealed record ReleaseOffer(string Id, WorkspaceId Workspace, IntroId Intro, OfferId Offer) : Outgoing(Id);

    /// <summary>Pauses a giver who asked for it when declining.</summary>
    public sealed record PauseGiving(string Id, PersonRef Giver, DateTimeOffset Until) : Outgoing(Id);

    /// <summary>Updates the index after a giver's profile changed.</summary>
    public sealed record IndexGiver(string Id, PersonRef Giver) : Outgoing(Id);
}

/// <summary>How the offer of a slot ended.</summary>
public enum SlotEnd
{
    /// <summary>It was taken away: neither an answer nor silence.</summary>
    [JsonStringEnumMemberName("Released")]
    Released,
    [JsonStringEnumMemberName("Answered")]
    Answered,
    [JsonStringEnumMemberName("Expired")]
    Expired,
}

/// <summary>Every kind of message that the bot sends proactively.</summary>
public enum NoticeKind
{
    [JsonStringEnumMemberName("Offer")]
    Offer,
    [JsonStringEnumMemberName("OfferReminder")]
    OfferReminder,
    [JsonStringEnumMemberName("OfferOver")]
    OfferOver,
    [JsonStringEnumMemberName("NoMatch")]
    NoMatch,
    [JsonStringEnumMemberName("Connection")]
    Connection,
    [JsonStringEnumMemberName("SaidYes")]
    SaidYes,
    [JsonStringEnumMemberName("ConnectionApart")]
    ConnectionApart,
    [JsonStringEnumMemberName("HowItWent")]
    HowItWent,
    [JsonStringEnumMemberName("HowItWentOver")]
    HowItWentOver,
    [JsonStringEnumMemberName("Thanks")]
    Thanks,
    [JsonStringEnumMemberName("PauseEnded")]
    PauseEnded,

    /// <summary>Tells a giver of the pause after several offers without an answer.</summary>
    [JsonStringEnumMemberName("UnansweredPause")]
    UnansweredPause,
}
