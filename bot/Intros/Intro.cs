using System.Collections.Immutable;
using IntroBot.Chat;
using IntroBot.Coaching;
using IntroBot.Decisions;

namespace IntroBot.Intros;

/// <summary>An ask and its whole life, from first word to thanks.</summary>
public sealed record Intro : Kept
{
    public required IntroId Id { get; init; }

    public required Person Asker { get; init; }

    public required IntroStage Stage { get; init; }

    public required Ask Ask { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public Drafting Drafting { get; init; } = new();

    public DateTimeOffset? AskedAt { get; init; }

    public ImmutableArray<Offer> Offers { get; init; } = [];

    /// <summary>How many of the offers belong to earlier searches of this intro.</summary>
    public int EarlierOffers { get; init; }

    /// <summary>How often the search began again with other topics.</summary>
    public int Round { get; init; }

    public DateTimeOffset? ConnectedAt { get; init; }

    /// <summary>How often the asker was asked how it went; numbers the questions, so it never goes back.</summary>
    public int Questions { get; init; }

    /// <summary>The last question the asker answered with “not yet”.</summary>
    public int QuestionsAnswered { get; init; }

    public Outcome? Outcome { get; init; }

    public string Worth { get; init; } = "";

    public string Thanks { get; init; } = "";

    public WorkspaceId Workspace => Asker.Ref.Workspace;

    public Offer? Current => Offers.LastOrDefault();

    public Offer? Accepted => Offers.FirstOrDefault(offer => offer.Status == OfferStatus.Accepted);

    public bool IsOpen => !IntroLifecycle.IsOver(Stage);

    /// <summary>True from the connection until an outcome is told and thanks are sent.</summary>
    public bool IsLoopOpen => Stage is IntroStage.Accepted or IntroStage.Connected;

    public Offer? Find(OfferId offer) => Offers.FirstOrDefault(each => each.Id == offer);

    public Intro With(Offer changed) => this with { Offers = [.. Offers.Select(offer => offer.Id == changed.Id ? changed : offer)] };
}

/// <summary>How a draft is being written.</summary>
public sealed record Drafting
{
    /// <summary>The field awaited in the chat; empty while a form is used.</summary>
    public string Field { get; init; } = "";

    /// <summary>The note as the bot last drafted it; a note that differs is its owner's.</summary>
    public string Drafted { get; init; } = "";

    /// <summary>The rules whose hints were shown already.</summary>
    public ImmutableArray<int> Seen { get; init; } = [];

    public DateTimeOffset TouchedAt { get; init; }
}

/// <summary>What came of a connection.</summary>
public enum Outcome
{
    Met,
    NeverReplied,
    WentNowhere,
}
