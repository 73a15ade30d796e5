using IntroBot.Coaching;
using IntroBot.Intros.Offers;

namespace IntroBot.Intros;

/// <summary>An ask through its whole lifecycle, from draft to thanks.</summary>
public sealed record Intro : Aggregate
{
    [JsonPropertyName("Id")]
    public required IntroId Id { get; init; }

    [JsonPropertyName("Asker")]
    public required Person Asker { get; init; }

    [JsonPropertyName("Stage")]
    public required IntroStage Stage { get; init; }

    [JsonPropertyName("Ask")]
    public required Ask Ask { get; init; }

    [JsonPropertyName("StartedAt")]
    public required DateTimeOffset StartedAt { get; init; }

    [JsonPropertyName("Drafting")]
    public DraftProgress Drafting { get; init; } = new();

    [JsonPropertyName("AskedAt")]
    public DateTimeOffset? AskedAt { get; init; }

    [JsonPropertyName("Offers")]
    public ImmutableArray<Offer> Offers { get; init; } = [];

    /// <summary>The number of offers from earlier searches of this intro.</summary>
    [JsonPropertyName("EarlierOffers")]
    public int EarlierOffers { get; init; }

    /// <summary>The number of repeated searches with other topics.</summary>
    [JsonPropertyName("Round")]
    public int Round { get; init; }

    [JsonPropertyName("ConnectedAt")]
    public DateTimeOffset? ConnectedAt { get; init; }

    /// <summary>The number of questions how it went; it numbers the questions, so it only increases.</summary>
    [JsonPropertyName("Questions")]
    public int Questions { get; init; }

    /// <summary>The number of the last question answered with “not yet”.</summary>
    [JsonPropertyName("QuestionsAnswered")]
    public int QuestionsAnswered { get; init; }

    [JsonPropertyName("Outcome")]
    public Outcome? Outcome { get; init; }

    [JsonPropertyName("Worth")]
    public string Worth { get; init; } = "";

    [JsonPropertyName("Thanks")]
    public string Thanks { get; init; } = "";

    /// <summary>When the current search began; null for a search from before this was kept.</summary>
    [JsonPropertyName("SearchBeganAt")]
    public DateTimeOffset? SearchBeganAt { get; init; }

    public WorkspaceId Workspace => Asker.Ref.Workspace;

    public Offer? Current => Offers.LastOrDefault();

    public Offer? Accepted => Offers.FirstOrDefault(offer => offer.Status == OfferStatus.Accepted);

    public bool IsOpen => !IntroLifecycle.IsOver(Stage);

    /// <summary>Whether the search still looks for a giver, and does not only wait for the hour at which its end is told.</summary>
    public bool IsSearchUnderWay => Stage == IntroStage.Searching && Timers.All(timer => timer.Kind != TimerKind.SearchEnds);

    /// <summary>True from the yes until thanks are sent.</summary>
    public bool IsLoopOpen => Stage is IntroStage.Accepted or IntroStage.Connected;

    public Offer? Find(OfferId offer) => Offers.FirstOrDefault(each => each.Id == offer);

    /// <summary>The delivered offer that awaits this giver's answer.</summary>
    public Offer? OfferAwaiting(Person giver) =>
        Current is { Status: OfferStatus.Open, DeliveredAt: not null } offer && offer.Giver.Ref == giver.Ref ? offer : null;

    /// <summary>Whether it is a draft without any answer yet.</summary>
    public bool IsBlank() => Stage == IntroStage.Draft && AskTemplate.Fields.All(field => field.Read(Ask).Length == 0);

    public Intro With(Offer changed) => this with { Offers = [.. Offers.Select(offer => offer.Id == changed.Id ? changed : offer)] };
}

/// <summary>The progress of a draft.</summary>
public sealed record DraftProgress
{
    /// <summary>The field awaited in the chat; empty while a form is used.</summary>
    [JsonPropertyName("Field")]
    public string Field { get; init; } = "";

    /// <summary>The note as last drafted by the bot; a different note was edited by the asker.</summary>
    [JsonPropertyName("Drafted")]
    public string Drafted { get; init; } = "";

    /// <summary>The rules whose hints have been shown.</summary>
    [JsonPropertyName("Seen")]
    public ImmutableArray<int> Seen { get; init; } = [];

    [JsonPropertyName("TouchedAt")]
    public DateTimeOffset TouchedAt { get; init; }
}

/// <summary>The outcome of a connection.</summary>
public enum Outcome
{
    [JsonStringEnumMemberName("Met")]
    Met,
    [JsonStringEnumMemberName("NeverReplied")]
    NeverReplied,
    [JsonStringEnumMemberName("WentNowhere")]
    WentNowhere,
}

/// <summary>The names of outcomes in the store and the outcome log, independent of their names in code.</summary>
public static class OutcomeNames
{
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Met => "Met",
        Outcome.NeverReplied => "NeverReplied",
        Outcome.WentNowhere => "WentNowhere",
    };
}
