namespace IntroBot.Intros;

/// <summary>Where an intro stands.</summary>
public enum IntroStage
{
    Draft,
    Asked,
    Searching,
    Offered,
    Accepted,
    Connected,
    Closed,
    Withdrawn,
    Unmatched,
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
