using CsCheck;
using IntroBot.Coaching;
using IntroBot.Givers;
using IntroBot.Matching;

namespace IntroBot.Tests.Matching;

public sealed class RankingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly Ask Ask = new()
    {
        Who = "Somebody who ran sourcing at Nike",
        Topics = ["supply chain", "foam"],
        Purpose = Purpose.Advice,
    };
    private static readonly Dictionary<string, int> Listed = new() { ["supply chain"] = 400, ["foam"] = 2 };

    [Fact]
    public void A_rare_topic_weighs_more_than_a_common_one() =>
        Assert.Equal("rare", Best(Giver("common", "supply chain"), Giver("rare", "foam")));

    [Fact]
    public void The_more_givers_list_a_topic_the_less_it_weighs() =>
        Gen.Int[1, 100_000].Sample(listed => Ranking.Weight(listed) > Ranking.Weight(listed + listed));

    [Fact]
    public void Both_topics_weigh_more_than_one() =>
        Assert.Equal("both", Best(Giver("another", "foam"), Giver("both", "foam, supply chain")));

    [Fact]
    public void A_company_named_in_the_ask_weighs() =>
        Assert.Equal(
            "nike", Best(Giver("another", "foam"), Giver("nike", "foam") with { Profile = Profile("foam") with { Companies = ["Nike"] } }));

    [Fact]
    public void A_company_that_is_only_a_part_of_a_word_does_not_weigh() =>
        Assert.Empty(Order(Giver("another", "tents") with { Profile = Profile("tents") with { Companies = ["Nik"] } }));

    [Fact]
    public void The_kind_of_help_somebody_likes_to_give_weighs() => Assert.Equal(
        "adviser", Best(
            Giver("a-funder", "foam") with { Profile = Profile("foam") with { Kinds = [Purpose.Funding] } },
            Giver("adviser", "foam") with { Profile = Profile("foam") with { Kinds = [Purpose.Advice] } }));

    [Fact]
    public void No_kind_named_means_any() =>
        Assert.Equal(
            Order(Giver("any", "foam"))[0].Fit,
            Order(Giver("adviser", "foam") with { Profile = Profile("foam") with { Kinds = [Purpose.Advice] } })[0].Fit);

    [Fact]
    public void Among_equals_comes_first_who_was_asked_least_recently() =>
        Assert.Equal("rested", Best(Asked(Giver("busy", "foam"), days: 1), Asked(Giver("rested", "foam"), days: 30)));

    [Fact]
    public void Among_equals_comes_first_who_was_never_asked() =>
        Assert.Equal("never", Best(Asked(Giver("asked", "foam"), days: 80), Giver("never", "foam")));

    [Fact]
    public void Whoever_fits_clearly_better_comes_first_however_recently_asked() =>
        Assert.Equal("better", Best(Giver("never", "supply chain"), Asked(Giver("better", "foam, supply chain"), days: 1)));

    [Fact]
    public void Whoever_shares_nothing_with_the_ask_is_no_candidate() => Assert.Empty(Order(Giver("another", "tents")));

    [Fact]
    public void A_candidate_carries_the_words_that_fit() => Assert.Equal(["Foam"], Order(Giver("one", "Foam, tents"))[0].Because);

    [Fact]
    public void The_order_in_which_givers_are_found_makes_no_difference() => Gen.Int[0, 11].Array[2, 12].Sample(days =>
    {
        var givers = days.Select((day, index) => Asked(Giver($"giver{index:D2}", index % 2 == 0 ? "foam" : "supply chain"), day)).ToArray();
        return Order(givers).Select(Id).SequenceEqual(Order([.. givers.Reverse()]).Select(Id));
    });

    private static string Best(params Giver[] givers) => Id(Order(givers)[0]);

    private static string Id(Candidate candidate) => candidate.Giver.Person.Ref.Id;

    private static ImmutableArray<Candidate> Order(params Giver[] givers) => Ranking.Order(Ask, givers, Listed, Now);

    private static Giver Giver(string id, string topics) =>
        new()
        {
            Person = new Person(new PersonRef(new WorkspaceId("home"), id), id, "UTC", "en"),
            OptedIn = true,
            Profile = Profile(topics),
        };

    private static GiverProfile Profile(string topics) => GiverProfile.Empty with { Topics = [.. topics.Split(", ")] };

    private static Giver Asked(Giver giver, int days) =>
        giver with
        {
            Slots = [new Slot(new OfferId("o"), new IntroId("i"), giver.Person.Ref, Now.AddDays(-days), IsOpen: false, Counts: true)],
        };
}
