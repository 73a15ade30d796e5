using IntroBot.Coaching;
using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Intros.Offers;
using IntroBot.Tests.Coaching;

namespace IntroBot.Tests.Golden;

/// <summary>A fixed asker, giver and intro in every stage.</summary>
internal sealed record GoldenPeople(Person Asker, Person Giver, Ask Ask, ImmutableArray<string> Because, string Said)
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public static GoldenPeople Plain { get; } = new(
        Person("ava", "Ava Stone", "Europe/Berlin"),
        Person("grace", "Grace Okafor", "Africa/Lagos"),
        Asks.Good,
        ["supply chain", "sourcing"],
        "Thank you, Grace. That saved us a month.");

    public Intro Intro(IntroStage stage = IntroStage.Draft, OfferStatus? offer = null, Outcome? outcome = null) => new()
    {
        Id = new IntroId("goldenintro"),
        Asker = Asker,
        Stage = stage,
        Ask = Ask,
        StartedAt = Now,
        AskedAt = stage == IntroStage.Draft ? null : Now,
        Offers = offer is { } status ? [Offer(status)] : [],
        Questions = outcome is null ? 0 : 1,
        Outcome = outcome,
        Thanks = outcome is null ? "" : Said,
        Worth = outcome == Outcome.Met ? Said : "",
    };

    public Offer Offer(OfferStatus status) => new(new OfferId("goldenintro-1"), Giver, status, Because, QuietTimes.Default, Now);

    public Giver Helper(bool paused = false) => new()
    {
        Person = Giver,
        OptedIn = true,
        Profile = new GiverProfile(Because, [Said], [Purpose.Advice, Purpose.Mentoring], 2, QuietTimes.Default),
        PausedUntil = paused ? Now.AddDays(14) : null,
        Blocks = [Asker],
    };

    public ImmutableArray<Hint> Hints =>
    [
        new Hint(2, AskTemplate.SmallStep, "A small step is easier to say yes to.", Said),
        new Hint(13, AskTemplate.Note, "A no should be as easy as a yes."),
    ];

    private static Person Person(string id, string name, string timeZone) =>
        new(new PersonRef(new WorkspaceId("home"), id), name, timeZone, "en");
}
