using System.Text.Json.Serialization;

namespace IntroBot.Intros;

/// <summary>Where an intro stands.</summary>
public enum IntroStage
{
    [JsonStringEnumMemberName(StageNames.Draft)]
    Draft,
    [JsonStringEnumMemberName(StageNames.Asked)]
    Asked,
    [JsonStringEnumMemberName(StageNames.Searching)]
    Searching,
    [JsonStringEnumMemberName(StageNames.Offered)]
    Offered,
    [JsonStringEnumMemberName(StageNames.Accepted)]
    Accepted,
    [JsonStringEnumMemberName(StageNames.Connected)]
    Connected,
    [JsonStringEnumMemberName(StageNames.Closed)]
    Closed,
    [JsonStringEnumMemberName(StageNames.Withdrawn)]
    Withdrawn,
    [JsonStringEnumMemberName(StageNames.Unmatched)]
    Unmatched,
    [JsonStringEnumMemberName(StageNames.Expired)]
    Expired,
}

/// <summary>What moves an intro on.</summary>
public enum IntroStep
{
    Send,
    Search,
    Offer,
    Accept,
    OfferEnds,
    NobodyLeft,
    TryOtherTopics,
    Connect,
    Close,
    Withdraw,
    Lapse,
}

/// <summary>What the stages are called in the store and the outcome log, whatever they are called here.</summary>
public static class StageNames
{
    public const string Draft = "Draft";
    public const string Asked = "Asked";
    public const string Searching = "Searching";
    public const string Offered = "Offered";
    public const string Accepted = "Accepted";
    public const string Connected = "Connected";
    public const string Closed = "Closed";
    public const string Withdrawn = "Withdrawn";
    public const string Unmatched = "Unmatched";
    public const string Expired = "Expired";

    public static string Of(IntroStage stage) => stage switch
    {
        IntroStage.Draft => Draft,
        IntroStage.Asked => Asked,
        IntroStage.Searching => Searching,
        IntroStage.Offered => Offered,
        IntroStage.Accepted => Accepted,
        IntroStage.Connected => Connected,
        IntroStage.Closed => Closed,
        IntroStage.Withdrawn => Withdrawn,
        IntroStage.Unmatched => Unmatched,
        IntroStage.Expired => Expired,
    };
}
