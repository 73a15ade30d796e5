using IntroBot.Intros;
using IntroBot.Intros.Offers;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Storage.AzureTables;
using IntroBot.Tests.Storage.Scenes;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Storage.Commits;

/// <summary>Many hands at once on three programs with one store: exactly one of them wins, and everybody is told the same.</summary>
public abstract class ConcurrencyTests
{
    private const int Programs = 3;

    protected abstract int Seeds { get; }

    protected abstract Func<ITableStore> Store { get; }

    [Fact]
    public async Task Of_200_rival_clicks_exactly_one_wins_and_everybody_hears_the_same()
    {
        await using var instances = await ProgramInstances.OpenAsync(Programs, Store);
        var (ava, grace) = (instances[0].Person("Ava Stone", "Europe/Berlin"),
            await instances[0].GiverAsync("Grace Okafor", "supply chain", "Africa/Lagos"));
        var intro = await instances[0].AskAsync(ava);
        CardButton[] buttons = [Withdraw(intro), Answer(intro, ActionIds.AcceptOffer), Answer(intro, ActionIds.DeclineOffer)];

        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(click => Task.Run(
            async () =>
                (Kind: click % 3, Reply: await instances[click / 3].PressAsync(click % 3 == 0 ? ava : grace, buttons[click % 3])))));
        await instances.PassAsync(TimeSpan.FromDays(40), TimeSpan.FromHours(12));

        var winners = replies.Where(each => each.Reply is Reply.Replace && each.Kind == Winner()).ToArray();
        Assert.Equal(replies.Count(each => each.Kind == Winner()), winners.Length);
        Assert.Single(winners.Select(winner => PlainText.Of(((Reply.Replace)winner.Reply).Card)).Distinct());
        await instances.EndedWellAsync([intro.Id], [grace]);

        // Whoever lost may still have come in time after a no: an ask whose offer was declined can be withdrawn.
        int Winner() => instances[0].Intros
            .FindAsync(intro.Workspace, intro.Id, CancellationToken.None).GetAwaiter().GetResult()!.Offers[0].Status switch
        {
            OfferStatus.Released => 0,
            OfferStatus.Accepted => 1,
            _ => 2,
        };
    }

    [Fact]
    public async Task However_yes_no_withdrawal_and_expiry_meet_nothing_happens_twice_and_no_place_stays_taken()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await using var instances = await ProgramInstances.OpenAsync(Programs, Store);
            await LiveAsync(instances, new Random(seed));
        }
    }

    private static async Task LiveAsync(ProgramInstances instances, Random random)
    {
        Person[] givers =
        [
            await instances[0].GiverAsync("Grace Okafor", "supply chain", "Africa/Lagos"),
            await instances[0].GiverAsync("Wei Tan", "supply chain", "Asia/Singapore"),
            await instances[0].GiverAsync("Marcus Reed", "supply chain, sourcing", "America/New_York"),
        ];
        var intros = new List<Intro>();
        foreach (var name in new[] { "Ava Stone", "Tom Hughes", "Priya Raman" })
        {
            intros.Add(await instances[intros.Count].AskAsync(instances[0].Person(name)));
        }

        for (var round = 0; round < 8; round++)
        {
            var clicks = new List<Func<Task>>();
            foreach (var begun in intros)
            {
                var intro = (await instances[0].Intros.FindAsync(begun.Workspace, begun.Id, CancellationToken.None))!;
                clicks.AddRange(Clicks(instances, intro, random));
            }

            await Task.WhenAll(clicks.Select(Task.Run));
            await instances.PassAsync(TimeSpan.FromHours(random.Next(1, 30)), TimeSpan.FromHours(10));
        }

        await instances.PassAsync(TimeSpan.FromDays(60), TimeSpan.FromHours(12));
        await instances.EndedWellAsync(intros.Select(intro => intro.Id), givers);
        Assert.Empty(await MainJobAssertions.AwaitedAsync(instances[0].Tables));
    }

    /// <summary>One to three different clicks on the same intro, each delivered up to three times to different programs.</summary>
    private static IEnumerable<Func<Task>> Clicks(ProgramInstances instances, Intro intro, Random random)
    {
        (Person Who, CardButton Button)[] possible = intro.Current is null
            ? [(intro.Asker, Withdraw(intro))]
            :
            [
                (intro.Current.Giver, Answer(intro, ActionIds.DeclineOffer)),
                (intro.Current.Giver, Answer(intro, ActionIds.DeclineOffer)),
                (intro.Current.Giver, Answer(intro, ActionIds.DeclineAndPause)),
                (intro.Current.Giver, Answer(intro, ActionIds.AcceptOffer)),
                (intro.Asker, Withdraw(intro)),
            ];
        for (var click = random.Next(3); click >= 0; click--)
        {
            var (who, button) = possible[random.Next(possible.Length)];
            for (var delivered = random.Next(3); delivered >= 0; delivered--)
            {
                var instance = instances[random.Next(Programs)];
                yield return () => instance.PressAsync(who, button);
            }
        }
    }

    private static CardButton Withdraw(Intro intro) => new(ActionIds.Withdraw, intro.Id.Value, "Withdraw");

    private static CardButton Answer(Intro intro, string action) => new(action, $"{intro.Id}|{intro.Current!.Id}", action);
}

public sealed class SqliteConcurrencyTests : ConcurrencyTests, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private int files;

    protected override int Seeds => 8;

    protected override Func<ITableStore> Store
    {
        get
        {
            var file = folder.File($"{++files}.db");
            return () => new SqliteTableStore(file, TableStores.Tables);
        }
    }

    public void Dispose() => folder.Dispose();
}

[Collection(nameof(Azurite))]
public sealed class AzuriteConcurrencyTests(Azurite azurite) : ConcurrencyTests
{
    protected override int Seeds => 2;

    protected override Func<ITableStore> Store
    {
        get
        {
            var store = IsolatedTableStore.On(azurite);
            return () => store;
        }
    }
}
