using IntroBot.Intros.Closing;
using IntroBot.Intros.Drafting;

namespace IntroBot.Intros;

/// <summary>The status cards of an asker; they never reveal who or how many were asked.</summary>
public static class StatusCards
{
    public static Card Ask(Intro intro, DateTimeOffset now) => intro.Stage switch
    {
        IntroStage.Draft => AskCards.DraftWaits(intro),
        IntroStage.Asked or IntroStage.Searching or IntroStage.Offered => Card.Titled($"{intro.Ask.Who}")
            .Say($"I am looking for the right person, one at a time.")
            .Aside($"{Since(intro, now)}")
            .With(AskCards.Withdraw(intro)),
        IntroStage.Unmatched => AskCards.NoMatch(intro),
        IntroStage.Accepted or IntroStage.Connected when intro.Outcome is not null => LoopCards.Told(intro),
        IntroStage.Accepted or IntroStage.Connected => Card.Titled($"{intro.Ask.Who}")
            .Say($"{intro.Accepted!.Giver} said yes. Now it is between the two of you.")
            .With(intro.Stage == IntroStage.Connected ? LoopCards.HowItWent(intro).Buttons : []),
        IntroStage.Closed or IntroStage.Withdrawn or IntroStage.Expired => Card.Titled($"{intro.Ask.Who}").Say($"{End(intro)}"),
    };

    /// <summary>The latest finished asks.</summary>
    public static Card Earlier(IEnumerable<Intro> over) => Card.Titled($"Earlier asks").Know(over.Select(Labelled));

    /// <summary>One line for an ask, labelled with what was asked for.</summary>
    public static Fact Labelled(Intro intro) => Fact.Of(intro.Ask.Who.Length > 0 ? intro.Ask.Who : "An ask", $"{Line(intro)}");

    /// <summary>One line for an ask in a list.</summary>
    public static string Line(Intro intro) => intro.Stage switch
    {
        IntroStage.Draft => "half written",
        IntroStage.Asked or IntroStage.Searching or IntroStage.Offered => "looking for the right person",
        IntroStage.Unmatched => "no match yet; your choice is awaited",
        IntroStage.Accepted or IntroStage.Connected when intro.Outcome is not null =>
            $"thanks to {intro.Accepted!.Giver.FirstName} are still to be said",
        IntroStage.Accepted or IntroStage.Connected => $"connected with {intro.Accepted!.Giver.FirstName}",
        IntroStage.Closed or IntroStage.Withdrawn or IntroStage.Expired => End(intro),
    };

    private static string End(Intro intro) => intro.Stage switch
    {
        IntroStage.Closed when intro.Accepted is { } yes => $"closed, with thanks to {yes.Giver.FirstName}",
        IntroStage.Closed => "closed without a match",
        IntroStage.Withdrawn => "withdrawn",
        IntroStage.Expired => "lapsed",
        IntroStage.Draft or IntroStage.Asked or IntroStage.Searching or IntroStage.Offered or IntroStage.Unmatched
            or IntroStage.Accepted or IntroStage.Connected => throw new UnreachableException("An open ask has no end yet."),
    };

    private static string Since(Intro intro, DateTimeOffset now) => (int)(now - (intro.AskedAt ?? now)).TotalDays switch
    {
        <= 0 => "Asked today.",
        1 => "Asked yesterday.",
        var days => $"Asked {days} days ago.",
    };
}
