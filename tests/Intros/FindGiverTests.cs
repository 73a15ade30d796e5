using IntroBot.Intros;
using IntroBot.Intros.Searching;
using IntroBot.Storage;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Storage.Scenes;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Intros;

/// <summary>A search ends, whatever its row says.</summary>
public sealed class FindGiverTests : StoryTests
{
    [Fact]
    public async Task A_search_whose_row_lost_its_offers_ends_with_a_failure_that_is_seen()
    {
        await Community.GiverAsync("Grace Okafor", "supply chain, sourcing", "Africa/Lagos");
        await Community.GiverAsync("Marcus Hale", "supply chain, sourcing", "Europe/London");
        var intro = await Community.AskAsync(Community.Person("Ava Stone", "Europe/Berlin"));
        await LoseOffersAsync(intro);
        var damaged = await Community.The<IIntroStore>().FindAsync(intro.Workspace, intro.Id, CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Community.The<FindGiver>().RunAsync(damaged!, CancellationToken.None));
    }

    private async Task LoseOffersAsync(Intro intro)
    {
        var partition = StoreKeys.Intro(intro.Workspace, intro.Id);
        var root = (await MainJobAssertions.RowsAsync(Community.Tables, StoreKeys.Core))
            .Single(row => row.Partition == partition && row.Row == StoreKeys.Root);
        var json = JsonNode.Parse(root.Columns["Json"])!;
        (json["Offers"], json["Stage"]) = (new JsonArray(), "Searching");
        var columns = new Dictionary<string, string>(root.Columns) { ["Json"] = json.ToJsonString() };
        await Community.Tables.WriteAsync(StoreKeys.Core, partition, [new RowChange.Put(root.Row, columns)], CancellationToken.None);
    }
}
