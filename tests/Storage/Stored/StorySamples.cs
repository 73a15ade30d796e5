using IntroBot.Coaching;
using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Intros.Offers;
using IntroBot.Stewards;
using IntroBot.Storage.Work;
using IntroBot.Storage.Work.Due;

namespace IntroBot.Tests.Storage.Stored;

/// <summary>States of the story with everything in them that can be, and as they begin.</summary>
internal static class StorySamples
{
    public static readonly DateTimeOffset At = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private static readonly WorkspaceId Home = new("home");

    public static Person Ava { get; } = new(new PersonRef(Home, "ava"), "Ava Stone", "Europe/Berlin", "de");

    private static Person Grace { get; } = new(new PersonRef(Home, "grace"), "Grace Okafor", "Africa/Lagos", "en");

    public static Intro Draft { get; } = new()
    {
        Id = new IntroId("intro1"),
        Asker = Ava,
        Stage = IntroStage.Draft,
        Ask = new Ask(),
        StartedAt = At,
        Drafting = new DraftProgress { Field = AskTemplate.WhyThem, TouchedAt = At },
        Timers = [new DueTimer(TimerKind.DraftLapses, At.AddDays(7))],
    };

    public static Intro Intro { get; } = Draft with
    {
        Stage = IntroStage.Connected,
        Ask = new Ask
        {
            Who = "Somebody at “Ä & Söhne”",
            Topics = ["supply chain", "sourcing"],
            Purpose = Purpose.Hiring,
            WhyThem = "why",
            SmallStep = "step",
            AboutYou = "about",
            InReturn = "return",
            Note = "note\nin two lines",
            Deadline = new DateOnly(2026, 12, 24),
            DeadlineReason = "reason",
            AlreadyTried = "tried",
            Promised = true,
        },
        Drafting = new DraftProgress { Field = AskTemplate.Note, Drafted = "drafted", Seen = [3, 14], TouchedAt = At.AddMinutes(1) },
        AskedAt = At.AddMinutes(2),
        SearchBeganAt = At.AddMinutes(3),
        Offers =
        [
            new Offer(
                new OfferId("intro1-1"), Grace, OfferStatus.Accepted, ["Supply Chains"],
                new QuietTimes(new TimeOnly(21, 30), new TimeOnly(7, 15)), At.AddMinutes(3), At.AddMinutes(4), At.AddDays(1),
                Reminded: true, Channel: "givers"),
            new Offer(new OfferId("intro1-2"), Grace, OfferStatus.Proposed, [], default, At.AddMinutes(5)),
        ],
        EarlierOffers = 1,
        Round = 2,
        ConnectedAt = At.AddMinutes(6),
        Questions = 3,
        QuestionsAnswered = 2,
        Outcome = Outcome.WentNowhere,
        Worth = "worth",
        Thanks = "thanks",
        Timers = [new DueTimer(TimerKind.HowItWent, At.AddDays(3)), new DueTimer(TimerKind.OfferExpires, At.AddDays(1), "intro1-1")],
    };

    public static Giver Newcomer { get; } = Giver.Unknown(Grace);

    public static Giver Giver { get; } = new()
    {
        Person = Grace,
        OptedIn = true,
        Profile = new GiverProfile(
            ["Supply Chains"], ["Ä & Söhne"], [Purpose.Job, Purpose.Other], 7,
            new QuietTimes(new TimeOnly(22, 0), new TimeOnly(6, 0), Weekdays.Friday | Weekdays.Saturday)),
        PausedUntil = At.AddDays(14),
        Blocks = [Ava],
        Slots =
        [
            new Slot(
                new OfferId("intro1-1"), new IntroId("intro1"), Ava.Ref, At, IsOpen: true, Counts: true, At.AddHours(1), Welcomed: true),
        ],
        Unanswered = 2,
        IndexedUnder = ["supply chain"],
        Changes = 9,
        Timers = [new DueTimer(TimerKind.PauseEnds, At.AddDays(14), "about")],
    };

    public static WorkspaceSettings Settings { get; } = new(OffersInChannel: true, "C1")
    {
        Timers = [new DueTimer(TimerKind.PauseEnds, At, "about")],
    };

    public static LogEntry Line { get; } = new(At, LogEvent.Asked, "Asked", Ava.Ref, "purpose=Hiring topics=2");

    /// <summary>Every kind of thing that leaves, to every kind of place.</summary>
    public static ImmutableArray<Outgoing> Outgoing { get; } =
    [
        new Outgoing.Notice("thanks", NoticeKind.Thanks, new Destination.Direct(Ava.Ref), "intro1-1", At.AddHours(1), "offer.intro1-1"),
        new Outgoing.Notice("offer.intro1-1", NoticeKind.Offer, new Destination.GiversChannel("C1", Grace.Ref)),
        new Outgoing.Notice("connection", NoticeKind.Connection, new Destination.Meeting([Ava.Ref, Grace.Ref])),
        new Outgoing.FindGiver("find.0"),
        new Outgoing.FreeSlot("free.intro1-1", Grace.Ref, new OfferId("intro1-1"), Reached: true, At, SlotEnd.Expired),
        new Outgoing.ReleaseOffer("release.intro1-1", Home, new IntroId("intro1"), new OfferId("intro1-1")),
        new Outgoing.PauseGiving("pause.intro1-1", Grace.Ref, At.AddDays(14)),
        new Outgoing.IndexGiver("list.1", Grace.Ref),
    ];

    public static DueRecord Due { get; } =
        new("home|r|intro1", "act:intro1-1:accept", At, At.AddMinutes(1)) { Message = "thanks", Logged = 4, CleansUp = true };

    public static OutboxRecord Work { get; } = new(
        new OutgoingRecord.ChatWork("answer-1", new WorkRecord("slack.answer", "{}", "slack.T1", "U1", At))
        {
            NotBefore = At.AddMinutes(1),
        },
        At.AddSeconds(20), 1, 638_000_000_000_000_000);

    /// <summary>A row that another process is at; an effect was put off before.</summary>
    public static OutboxRecord RowOf(Outgoing outgoing)
    {
        var what = OutgoingRecord.Of(outgoing);
        return new(
            outgoing is Outgoing.Notice ? what : what with { NotBefore = At.AddHours(2) }, At.AddMinutes(1), 2, 638_000_000_000_000_000);
    }
}
