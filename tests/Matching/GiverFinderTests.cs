using IntroBot.Matching;
using IntroBot.Storage;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.Stories;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntroBot.Tests.Matching;

/// <summary>Whoever fits and may be asked is found, however many others fit as well.</summary>
public sealed class GiverFinderTests : StoryTests
{
    [Fact]
    public async Task Behind_a_crowd_that_rests_somebody_is_found_who_does_not()
    {
        for (var number = 0; number < 60; number++)
        {
            var tired = await Community.GiverAsync($"Tired{number} Lin", "supply chain, sourcing");
            await Community.CommandAsync(tired, "pause 2w");
        }

        var awake = await Community.GiverAsync("Wei Lin", "sourcing");

        Assert.Equal(["Wei Lin"], (await FindAsync("any lot")).Select(candidate => candidate.Giver.Person.Name));
        Assert.Equal([awake.Ref], (await FindAsync("another")).Select(candidate => candidate.Giver.Person.Ref));
    }

    [Fact]
    public async Task Among_many_who_fit_alike_the_lot_decides_and_the_same_lot_the_same()
    {
        for (var number = 0; number < 60; number++) await Community.GiverAsync($"Giver{number} Lin", "supply chain");

        var (one, again, other) = (await NamesAsync("one"), await NamesAsync("one"), await NamesAsync("other"));

        Assert.Equal(one, again);
        Assert.NotEqual(one, other);
        Assert.NotEmpty(other.Except(one));
    }

    [Fact]
    public async Task Of_a_long_list_the_same_lot_gives_the_same_people_under_every_term_and_none_twice()
    {
        for (var number = 0; number < 30; number++) await Community.GiverAsync($"Giver{number} Lin", "supply chain, sourcing");

        var (chain, sourcing) = (await ListedAsync("supply chain"), await ListedAsync("sourcing"));
        Assert.Equal(chain, sourcing);
        Assert.Equal(20, chain.Distinct().Count());
        Assert.Equal(30, (await Task.WhenAll(Enumerable.Range(0, 12).Select(lot => ListedAsync("supply chain", $"lot {lot}"))))
            .SelectMany(each => each).Distinct().Count());
    }

    public static TheoryData<string> Damages => ["[]", "", "null", "{", """{"Person":{"Ref":"nobody"}}"""];

    [Theory, MemberData(nameof(Damages))]
    public async Task A_giver_whose_row_cannot_be_read_holds_back_no_ask(string stored)
    {
        var damaged = await Community.GiverAsync("Dana Lin", "supply chain, sourcing");
        var sound = await Community.GiverAsync("Wei Lin", "sourcing");
        await DamageAsync(damaged.Ref, stored);

        Assert.Equal([sound.Ref], (await FindAsync("any lot")).Select(candidate => candidate.Giver.Person.Ref));
        await Community.AskAsync(Ava, Asks.Good with { Topics = ["supply chain", "sourcing"] });
        Assert.NotEmpty(Community.Messenger.ChatOf(sound.Ref));
    }

    private async Task DamageAsync(PersonRef who, string json)
    {
        var root = (await Community.Tables.FindAsync(StoreKeys.Core, StoreKeys.Person(who), StoreKeys.Root, CancellationToken.None))!;
        await Community.Tables.WriteAsync(
            StoreKeys.Core,
            root.Partition,
            [new RowChange.Put(root.Row, new Dictionary<string, string>(root.Columns) { ["Json"] = json })],
            CancellationToken.None);
    }

    private async Task<IEnumerable<PersonRef>> ListedAsync(string term, string lot = "lot") =>
        await Community.Givers.IndexedUnderAsync(Community.Workspace, term, 20, lot, CancellationToken.None);

    private async Task<HashSet<string>> NamesAsync(string lot) =>
        [.. (await FindAsync(lot)).Select(candidate => candidate.Giver.Person.Name)];

    private async Task<IEnumerable<Candidate>> FindAsync(string lot) =>
        await new GiverFinder(Community.Givers, Community.Clock, NullLogger<GiverFinder>.Instance).FindAsync(
            Ava, Asks.Good with { Topics = ["supply chain", "sourcing"] }, [], lot, CancellationToken.None);
}
