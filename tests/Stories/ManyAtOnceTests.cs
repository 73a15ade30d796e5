using IntroBot.Intros.Offers;
using IntroBot.Intros.Searching;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;

namespace IntroBot.Tests.Stories;

/// <summary>The promises to givers when everything happens at once.</summary>
public sealed class ManyAtOnceTests
{
    private const int Clicks = 200;

    [Theory, InlineData("memory"), InlineData("file")]
    public async Task G10_two_hundred_rival_clicks_make_one_acceptance_one_connection_and_one_line_in_the_log(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var community = await OpenAsync(kind, folder);
        var givers = await Task.WhenAll(Enumerable.Range(0, 4).Select(index => community.GiverAsync($"Giver{index} Good", "supply chain")));
        var ava = community.Person("Ava Stone");
        var intro = await community.AskAsync(ava);
        var offer = intro.Current!;
        var others = givers.Where(giver => giver.Ref != offer.Giver.Ref).ToArray();

        // The giver asked says yes again and again, others say yes and no to the same card, and some events come twice.
        await Parallel.ForAsync(0, Clicks, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (click, _) =>
        {
            var (who, action) = (click % 4) switch
            {
                0 => (others[click % others.Length], ActionIds.AcceptOffer),
                1 => (others[click % others.Length], ActionIds.DeclineOffer),
                2 => (offer.Giver, ActionIds.AcceptOffer),
                _ => (ava, ActionIds.AcceptOffer),
            };
            await community.DispatchAsync(new Interaction.ButtonPressed(who, $"rival-{click % 50}", action, $"{intro.Id}|{offer.Id}"));
        });
        await community.SettleAsync();

        var now = await community.NewestAsync(intro);
        Assert.Single(now.Offers, each => each.Status == OfferStatus.Accepted);
        Assert.Single(community.Messenger.Delivered, envelope => envelope.To is Destination.Meeting);
        Assert.Single(await community.LogAsync(), row => row["Event"] == "Accepted");
    }

    [Fact]
    public async Task G10_yes_and_no_at_the_same_moment_end_as_one_of_them()
    {
        await using var community = await Community.OpenAsync();
        await community.GiverAsync("Grace Okafor", "supply chain");
        var intro = await community.AskAsync(community.Person("Ava Stone"));
        var offer = intro.Current!;

        await Parallel.ForAsync(
            0, Clicks, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (click, _) => await community.PressAsync(
                offer.Giver,
                new CardButton(click % 2 == 0 ? ActionIds.AcceptOffer : ActionIds.DeclineOffer, $"{intro.Id}|{offer.Id}", "")));

        Assert.Single(await community.LogAsync(), row => row["Event"] is "Accepted" or "Declined");
    }

    [Fact]
    public async Task G10_a_yes_and_a_withdrawal_at_the_same_moment_end_as_one_of_them()
    {
        await using var community = await Community.OpenAsync();
        await community.GiverAsync("Grace Okafor", "supply chain");
        var ava = community.Person("Ava Stone");
        var intro = await community.AskAsync(ava);
        var offer = intro.Current!;

        await Parallel.ForAsync(0, Clicks, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (click, _) => await (click % 2 == 0
            ? community.PressAsync(offer.Giver, new CardButton(ActionIds.AcceptOffer, $"{intro.Id}|{offer.Id}", ""))
            : community.PressAsync(ava, new CardButton(ActionIds.Withdraw, intro.Id.Value, ""))));

        Assert.Single(await community.LogAsync(), row => row["Event"] is "Accepted" or "Withdrawn");
    }

    [Theory, InlineData("memory"), InlineData("file")]
    public async Task G7_twenty_searches_at_once_make_one_unanswered_offer_to_the_same_giver(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var community = await OpenAsync(kind, folder);
        var grace = await community.GiverAsync("Grace Okafor", "supply chain", cap: 10);

        await AskAllAtOnceAsync(community, 20);

        Assert.Single(community.Messenger.TextsTo(grace.Ref));
        Assert.Single((await community.Givers.FindAsync(grace.Ref, CancellationToken.None))!.Slots, slot => slot.IsOpen);
    }

    [Theory, InlineData("memory"), InlineData("file")]
    public async Task G2_searches_at_once_never_take_more_places_than_the_cap(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var community = await OpenAsync(kind, folder);
        var grace = await community.GiverAsync("Grace Okafor", "supply chain", cap: 2);

        for (var wave = 0; wave < 4; wave++)
        {
            await AskAllAtOnceAsync(community, 6, wave);
            if ((await community.Givers.FindAsync(grace.Ref, CancellationToken.None))!.OpenSlot is not null)
            {
                await community.DeclineAsync(grace);
            }
        }

        Assert.Equal(2, community.Messenger.ChatOf(grace.Ref).Count);
    }

    [Fact]
    public async Task G2_a_place_taken_twice_for_the_same_offer_counts_once()
    {
        await using var community = await Community.OpenAsync();
        var grace = await community.GiverAsync("Grace Okafor", "supply chain");
        var intro = await community.AskAsync(community.Person("Ava Stone"));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => community.The<FindGiver>().RunAsync(intro, CancellationToken.None)));

        Assert.Single((await community.Givers.FindAsync(grace.Ref, CancellationToken.None))!.Slots);
    }

    [Fact]
    public async Task G9_a_giver_who_steps_back_while_searches_run_keeps_no_open_offer()
    {
        await using var community = await Community.OpenAsync();
        var grace = await community.GiverAsync("Grace Okafor", "supply chain", cap: 10);

        await Task.WhenAll(AskAllAtOnceAsync(community, 10), community.CommandAsync(grace, "stop giving"));
        await community.SettleAsync();

        Assert.Null((await community.Givers.FindAsync(grace.Ref, CancellationToken.None))!.OpenSlot);
        Assert.All(await community.IntrosOfAsync(grace), intro => Assert.NotEqual(OfferStatus.Open, intro.Current?.Status));
    }

    [Fact]
    public async Task A_search_cut_short_between_place_and_offer_is_taken_up_again()
    {
        await using var community = await Community.OpenAsync();
        var grace = await community.GiverAsync("Grace Okafor", "supply chain");
        var intro = await community.AskAsync(community.Person("Ava Stone"));
        await community.DeclineAsync(grace);
        await community.NewsHourAsync(intro.Asker);

        var (search, ben) = (community.The<FindGiver>(), await community.GiverAsync("Ben Ode", "logistics"));
        await community.Intros.ChangeAsync(
            community.Workspace, intro.Id, "again",
            each => SearchDecisions.TryOtherTopics(each, intro.Asker, ["logistics"], Community.Monday), CancellationToken.None);
        await community.Intros.ChangeAsync(
            community.Workspace,
            intro.Id,
            "propose",
            each => SearchDecisions.Propose(
                each, SearchDecisions.NextOffer(each!), new IntroBot.Givers.Giver { Person = ben }, ["logistics"], Community.Monday),
            CancellationToken.None);
        await search.RunAsync(await community.NewestAsync(intro), CancellationToken.None);

        Assert.Equal(
            (ben.Ref, OfferStatus.Open),
            ((await community.NewestAsync(intro)).Current!.Giver.Ref, (await community.NewestAsync(intro)).Current!.Status));
    }

    private static async Task<Community> OpenAsync(string kind, TemporaryFolder folder) => await Community.OpenAsync(
        kind == "file" ? new SqliteTableStore($"{folder.File("rivals.db")}", TableStores.Tables) : null);

    private static async Task AskAllAtOnceAsync(Community community, int count, int wave = 0)
    {
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (index, _) =>
            await community.AskAsync(community.Person($"Asker{wave}x{index} Ode")));
        await community.SettleAsync();
    }
}
