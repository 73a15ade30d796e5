namespace IntroBot.Intros;

/// <summary>The stage of an intro.</summary>
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

/// <summary>A step from one stage to another.</summary>
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

/// <summary>The names of stages in the store and the outcome log, independent of their names in code.</summary>
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
