using IntroBot.Coaching;
using IntroBot.Coaching.English;

namespace IntroBot.Tests.Coaching;

/// <summary>Asks by their state, for every test that needs one.</summary>
internal static class Asks
{
    /// <summary>A Monday.</summary>
    public static readonly DateOnly Today = new(2026, 11, 2);

    /// <summary>Nothing is open, nothing is owed.</summary>
    public static CoachContext Context { get; } = new("en", "Ava Stone", Today, [], 3, null, false);

    /// <summary>An ask the coach has nothing to say about, with its note drafted.</summary>
    public static Ask Good { get; } = WithNote(new Ask
    {
        Who = "Someone who has run a supply chain at a sports brand",
        Topics = ["supply chain", "sourcing"],
        Purpose = Purpose.Advice,
        WhyThem = "Your talk in Lisbon about moving Nike's sourcing closer to home is the only one I found with small suppliers in it.",
        SmallStep = "Could I ask three questions in a 20-minute call about your first two suppliers?",
        AboutYou = "I design running shoes at a studio of six people in Porto. We are leaving our only supplier.",
        InReturn = "I can share our tests of recycled foam.",
        Deadline = new DateOnly(2026, 11, 24),
        DeadlineReason = "We choose a supplier that week",
        AlreadyTried = "I wrote to two suppliers. We have not met before.",
        Promised = true,
    });

    public static Ask WithNote(Ask ask) => ask with { Note = NoteDraft.Of(ask, Context.AskerName) };

    /// <summary>What one rule says about the ask, heard alone.</summary>
    public static Hint? Heard(int rule, Ask ask, CoachContext? context = null) =>
        EnglishRules.All.Single(candidate => candidate.Id == rule).Read(ask, context ?? Context);

    /// <summary>The good ask with other words in one field.</summary>
    public static Ask With(string field, string text) => field switch
    {
        AskTemplate.Who => Good with { Who = text },
        AskTemplate.Topics => Good with { Topics = [.. text.Split(", ")] },
        AskTemplate.WhyThem => Good with { WhyThem = text },
        AskTemplate.SmallStep => Good with { SmallStep = text },
        AskTemplate.AboutYou => Good with { AboutYou = text },
        AskTemplate.InReturn => Good with { InReturn = text },
        AskTemplate.Note => Good with { Note = text },
        AskTemplate.DeadlineReason => Good with { DeadlineReason = text },
        AskTemplate.AlreadyTried => Good with { AlreadyTried = text },
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>A text of so many words.</summary>
    public static string Words(int count) => string.Join(' ', Enumerable.Repeat("word", count));
}
