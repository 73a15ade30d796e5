using System.Text.Json.Serialization;
using IntroBot.Chat.Interactions;

namespace IntroBot.Decisions;

/// <summary>
/// What leaves a decision: words to people, or an effect on another part of the story. <paramref name="Id"/> is unique within the
/// deciding intro or giver and never used twice, so that nothing is sent or done twice.
/// </summary>
public abstract record Outgoing(string Id)
{
    /// <summary>
    /// Words to people, rendered from the state when they leave;
    /// <paramref name="Replaces"/> is the id of an earlier notice that changes in place.
    /// </summary>
    public sealed record Notice(
        string Id, NoticeKind Kind, Destination To, string About = "", DateTimeOffset? NotBefore = null, string? Replaces = null)
        : Outgoing(Id);

    /// <summary>The search for a giver goes on, for the intro that says so.</summary>
    public sealed record FindGiver(string Id) : Outgoing(Id);

    /// <summary>A giver's place is free again; an offer that never reached them does not count for their week.</summary>
    public sealed record FreeSlot(string Id, PersonRef Giver, OfferId Offer, bool Reached) : Outgoing(Id);

    /// <summary>A giver is no longer there for an open offer.</summary>
    public sealed record ReleaseOffer(string Id, WorkspaceId Workspace, IntroId Intro, OfferId Offer) : Outgoing(Id);

    /// <summary>A giver asked for a rest together with a no.</summary>
    public sealed record PauseGiving(string Id, PersonRef Giver, DateTimeOffset Until) : Outgoing(Id);

    /// <summary>What a giver can be found by has changed.</summary>
    public sealed record IndexGiver(string Id, PersonRef Giver) : Outgoing(Id);
}

/// <summary>Every kind of word the bot sends unasked.</summary>
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
}
