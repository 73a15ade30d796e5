using IntroBot.Intros;
using IntroBot.Intros.Offers;

namespace IntroBot.Tests.Fleet;

/// <summary>Three programs that live, and people of both platforms who are all at it in the same moment.</summary>
public sealed class FleetConcurrencyTests(CalmFleet calm, ITestOutputHelper output) : IClassFixture<CalmFleet>
{
    private const int Rivals = 12;
    private const int Pairs = 4;
    private const int Clicks = 20;

    /// <summary>More than a slow machine needs; it only ends what hangs.</summary>
    private const int MaxLooks = 100;

    private readonly RunningFleet fleet = calm.Fleet;
    private readonly FleetUsers[] lives = calm.Lives;

    [Fact]
    public async Task Twenty_rival_clicks_on_one_offer_have_one_winner_and_every_loser_is_told_so()
    {
        var pairs = await Task.WhenAll(lives.SelectMany(users => Enumerable.Range(0, Pairs).Select(number => PairAsync(users, number))));
        await fleet.QuietAsync();

        // Of every other pair the asker takes the ask back in the same moment.
        await Task.WhenAll(pairs.Select((pair, number) => Task.WhenAll(
        [
            .. Enumerable.Repeat(pair.Asker, number % 2).Select(pair.Life.TakesBackAsync),
            .. Enumerable.Range(0, Clicks).Select(click => pair.Life.PressesAsync(pair.Giver, ButtonOf(click), pair.Offer)),
        ])));

        var ended = await fleet.EndsWellAsync(lives, output);
        var answered = ended.Intros.Where(intro => pairs.Any(pair => pair.Asker == intro.Asker.Name));
        Assert.All(answered, intro => Assert.True(intro.Offers is [{ Status: not OfferStatus.Open }], $"{intro.Asker} has no answer."));
    }

    [Fact]
    public async Task Twelve_asks_sent_at_once_for_one_giver_make_one_offer()
    {
        const string Topic = "orchards";
        const string Giver = "Orla Finch";
        var askers = Enumerable.Range(0, Rivals).Select(number => $"Asker {number}").ToArray();
        await Task.WhenAll(lives.Select(GetReadyAsync));

        await Task.WhenAll(lives.SelectMany(users => askers.Select(users.SendsAskAsync)));

        var ended = await fleet.EndsWellAsync(lives, output);
        Assert.All(lives, users =>
        {
            var asks = ended.Intros.Where(intro => users.IsAt(intro.Asker.Ref.Workspace) && intro.Ask.Topics.Contains(Topic));
            var stages = asks.CountBy(intro => intro.Stage).Select(each => (each.Key, each.Value)).Order();
            Assert.Equal([(IntroStage.Searching, Rivals - 1), (IntroStage.Offered, 1)], stages);
            Assert.Single(users.Answerable(Giver));
        });

        async Task GetReadyAsync(FleetUsers users)
        {
            await Task.WhenAll(askers.Append(Giver).Select(users.HireAsync));
            await users.GivesAsync(Giver, Topic);
            await Task.WhenAll(askers.Select(asker => users.WritesAskAsync(asker, Topic)));
        }
    }

    [Fact]
    public async Task What_comes_to_two_programs_in_the_same_moment_is_answered_and_done_once()
    {
        var before = fleet.Balancer.Doubled;
        fleet.Balancer.TellsTwice = true;
        await Task.WhenAll(lives.SelectMany(users => Enumerable.Range(0, Pairs).Select(number => MeetAsync(users, number))));
        fleet.Balancer.TellsTwice = false;

        await fleet.EndsWellAsync(lives, output);
        Assert.NotEqual(before, fleet.Balancer.Doubled);

        async Task MeetAsync(FleetUsers users, int number)
        {
            var (asker, giver, topic) = ($"Mia{number} Berg", $"Jon{number} Frost", $"ferries {number}");
            await Task.WhenAll(users.HireAsync(asker), users.HireAsync(giver));
            await users.GivesAsync(giver, topic);
            await users.WritesAsync(giver, "help");
            await users.WritesAskAsync(asker, topic);
            await users.SendsAskAsync(asker);
            await users.WritesAsync(asker, "help");
            var offer = await OfferAsync(users, giver);
            await users.PressesAsync(giver, ButtonOf(number), offer);
        }
    }

    private static string ButtonOf(int click) => click % 2 == 0 ? FleetUsers.Yes : FleetUsers.No;

    /// <summary>An asker, the only giver for what they ask, and the offer before that giver.</summary>
    private static async Task<(FleetUsers Life, string Asker, string Giver, string Offer)> PairAsync(FleetUsers users, int number)
    {
        var (asker, giver) = ($"Ava{number} Stone", $"Grace{number} Okafor");
        await Task.WhenAll(users.HireAsync(asker), users.HireAsync(giver));
        await users.GivesAsync(giver, $"bridges {number}");
        await users.WritesAskAsync(asker, $"bridges {number}");
        await users.SendsAskAsync(asker);
        return (users, asker, giver, await OfferAsync(users, giver));
    }

    private static async Task<string> OfferAsync(FleetUsers users, string giver)
    {
        for (var look = 0; look < MaxLooks; look++)
        {
            if (await users.OfferAsync(giver) is var (offer, _)) return offer;
        }

        throw new TimeoutException($"{giver} was offered nothing.");
    }
}

/// <summary>A fleet in which nobody dies and nothing comes twice, started once.</summary>
public sealed class CalmFleet : IAsyncLifetime
{
    internal RunningFleet Fleet { get; private set; } = null!;

    internal FleetUsers[] Lives { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Fleet = await RunningFleet.StartAsync();
        Lives = [new SlackUsers(Fleet), new TeamsUsers(Fleet)];
    }

    public ValueTask DisposeAsync() => Fleet.DisposeAsync();
}
