using IntroBot.Givers;

namespace IntroBot.Tests.Givers;

/// <summary>The decision that takes a giver's slot asks about every protection by itself, whatever was looked at before.</summary>
public sealed class TakeSlotTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly WorkspaceId Home = new("home");
    private static readonly Person Ava = new(new PersonRef(Home, "ava"), "Ava Stone", "UTC", "en");

    private static Giver Grace { get; } = Giver.Unknown(new Person(new PersonRef(Home, "grace"), "Grace Okafor", "UTC", "en")) with
    {
        OptedIn = true,
    };

    public static TheoryData<string> Protections => [.. Protected.Keys];

    private static Dictionary<string, Giver> Protected { get; } = new()
    {
        ["not opted in"] = Grace with { OptedIn = false },
        ["paused"] = Grace with { PausedUntil = Now.AddDays(1) },
        ["blocked"] = Grace with { Blocks = [Ava] },
        ["week is full"] = Grace with { Slots = [Taken("one", 6), Taken("two", 1)] },
        ["month is full"] = Grace with
        {
            Profile = Grace.Profile with { WeeklyCap = GiverProfile.OnceAMonth },
            Slots = [Taken("one", 29)],
        },
        ["one at a time"] = Grace with { Slots = [Taken("one", 1) with { IsOpen = true }] },
        ["same asker"] = Grace with { Slots = [Taken("one", 89) with { Asker = Ava.Ref }] },
        ["own ask"] = Grace with { Person = Ava },
    };

    [Fact]
    public void A_giver_whom_nothing_protects_takes_it() => Assert.IsType<Decision<Giver>.Taken>(Take(Grace));

    [Theory, MemberData(nameof(Protections))]
    public void A_giver_who_is_protected_does_not(string by) =>
        Assert.Equal(new Decision<Giver>.Refused(Refusal.Protected), Take(Protected[by]));

    [Fact]
    public void Every_protection_is_tried() => Assert.Equal(
        Enum.GetValues<Protection>().Order(),
        Protected.Values.Select(giver => GiverProtection.Against(giver, Ava.Ref, Now)!.Value).Distinct().Order());

    private static Decision<Giver> Take(Giver giver) =>
        GiverDecisions.TakeSlot(giver, new OfferId("new"), new IntroId("new"), Ava.Ref, Now);

    private static Slot Taken(string id, int daysAgo) => new(
        new OfferId(id), new IntroId(id), new PersonRef(Home, id), Now.AddDays(-daysAgo), IsOpen: false, Counts: true);
}
