using IntroBot.Intros;
using IntroBot.Tests.Operations;
using IntroBot.Tests.Slack;

namespace IntroBot.Tests.Fleet;

/// <summary>Three programs that live, and people who are all at it in the same moment.</summary>
[Collection(nameof(ByItself))]
public sealed class FleetRivalTests(CalmFleet calm, ITestOutputHelper output) : IClassFixture<CalmFleet>
{
    private const int Rivals = 12;
    private const int Pairs = 4;
    private const int Clicks = 20;

    private readonly SlackFleet fleet = calm.Fleet;
    private readonly FleetLife life = calm.Life;

    [Fact]
    public async Task Twenty_rival_clicks_on_one_offer_have_one_winner_and_every_loser_is_told_so()
    {
        var pairs = await Task.WhenAll(Enumerable.Range(0, Pairs).Select(PairAsync));
        await fleet.QuietAsync();

        // Of every other pair the asker takes the ask back in the same moment.
        await Task.WhenAll(pairs.Select((pair, number) => Task.WhenAll(
        [
            .. Enumerable.Repeat(pair.Asker, number % 2).Select(life.TakesBackAsync),
            .. Enumerable.Range(0, Clicks).Select(click => life.PressesAsync(pair.Giver, click % 2 == 0 ? FleetLife.Yes : FleetLife.No, pair.Offer)),
        ])));

        var ended = await fleet.EndsWellAsync(life, output);
        var answered = ended.Intros.Where(intro => pairs.Any(pair => pair.Asker.Id == intro.Asker.Ref.Id));
        Assert.All(answered, intro => Assert.True(intro.Offers is [{ Status: not OfferStatus.Open }], $"{intro.Asker} has no answer."));
    }

    [Fact]
    public async Task Twelve_asks_sent_at_once_for_one_giver_make_one_offer()
    {
        const string Topic = "orchards";
        var giver = fleet.Hire("Orla Finch");
        await life.GivesAsync(giver, Topic);
        var askers = Enumerable.Range(0, Rivals).Select(number => fleet.Hire($"Asker {number}")).ToArray();
        await Task.WhenAll(askers.Select(asker => life.WritesAskAsync(asker, Topic)));

        await Task.WhenAll(askers.Select(life.SendsAskAsync));

        var ended = await fleet.EndsWellAsync(life, output);
        var stages = ended.Intros.Where(intro => intro.Ask.Topics.Contains(Topic)).CountBy(intro => intro.Stage);
        Assert.Equal([(IntroStage.Offered, 1), (IntroStage.Unmatched, Rivals - 1)], stages.Select(each => (each.Key, each.Value)).Order());
        Assert.Single(giver.Chat.Messages, message => message.Buttons.Contains(FleetLife.Yes));
    }

    /// <summary>An asker, the only giver for what they ask, and the offer before that giver.</summary>
    private async Task<(FakeSlackPerson Asker, FakeSlackPerson Giver, FakeSlackMessage Offer)> PairAsync(int number)
    {
        var (asker, giver) = (fleet.Hire($"Ava{number} Stone"), fleet.Hire($"Grace{number} Okafor"));
        await life.GivesAsync(giver, $"bridges {number}");
        await life.WritesAskAsync(asker, $"bridges {number}");
        await life.SendsAskAsync(asker);
        await fleet.Slack.UntilAsync(() => giver.Chat.Messages.Any(message => message.Buttons.Contains(FleetLife.Yes)));
        return (asker, giver, giver.Chat.Last);
    }
}

/// <summary>A fleet in which nobody dies and nothing comes twice, started once.</summary>
public sealed class CalmFleet : IAsyncLifetime
{
    internal SlackFleet Fleet { get; private set; } = null!;

    internal FleetLife Life { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Fleet = await SlackFleet.StartAsync();
        Life = new FleetLife(Fleet);
    }

    public ValueTask DisposeAsync() => Fleet.DisposeAsync();
}
