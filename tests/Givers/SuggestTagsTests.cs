using IntroBot.Coaching;
using IntroBot.Givers;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Givers;

public sealed class SuggestTagsTests : StoryTests
{
    [Fact]
    public async Task The_words_typed_come_first_then_what_begins_so_then_what_contains_it()
    {
        await Community.GiverAsync("Grace Okafor", "Global supply, Supply Chain, customs");

        Assert.Equal(["suppl", "Supply Chain", "Global supply"], await SuggestAsync("suppl"));
    }

    [Fact]
    public async Task What_nobody_listed_can_still_be_picked() => Assert.Equal(["bee keeping"], await SuggestAsync(" bee keeping "));

    [Fact]
    public async Task Before_anything_is_typed_the_most_listed_topics_are_offered()
    {
        await Community.GiverAsync("Grace Okafor", "sourcing, supply chain");
        await Community.GiverAsync("Wei Tan", "customs, supply chains");

        Assert.Equal(["supply chain", "customs", "sourcing"], await SuggestAsync(""));
    }

    [Fact]
    public async Task Signs_alone_fit_nothing()
    {
        await GraceAsync();

        Assert.Equal(["!!!"], await SuggestAsync("!!!"));
    }

    [Fact]
    public async Task The_same_topic_in_other_letters_is_not_offered_twice()
    {
        await Community.GiverAsync("Grace Okafor", "Supply Chain");

        Assert.Equal(["supply chains"], await SuggestAsync("supply chains"));
    }

    [Fact]
    public async Task There_are_never_more_than_twenty()
    {
        foreach (var giver in Enumerable.Range(0, 3))
        {
            await Community.GiverAsync(
                $"Giver{giver} Good",
                string.Join(", ", Enumerable.Range(0, 12).Select(topic => $"topic {(char)('a' + giver)}{(char)('a' + topic)}")));
        }

        Assert.Equal(20, (await SuggestAsync("topic")).Count);
        Assert.Equal(20, (await SuggestAsync("")).Count);
    }

    [Fact]
    public async Task Nothing_is_offered_from_another_workspace()
    {
        var stranger = new Person(new PersonRef(new WorkspaceId("elsewhere"), "sam"), "Sam Field", "Europe/London", "en");
        await GiveAsync(stranger, "secret project");

        Assert.Equal(["secret"], await SuggestAsync("secret"));
        Assert.Empty(await SuggestAsync(""));
    }

    [Fact]
    public async Task A_topic_goes_with_the_last_giver_who_listed_it()
    {
        var grace = await Community.GiverAsync("Grace Okafor", "supply chain, sourcing");
        var wei = await Community.GiverAsync("Wei Tan", "supply chain");

        await Community.CommandAsync(grace, "stop giving");
        await Community.SettleAsync();
        Assert.Equal(["supply chain"], await SuggestAsync(""));

        await GiveAsync(wei, "customs");
        Assert.Equal(["customs"], await SuggestAsync(""));
    }

    [Fact]
    public async Task Companies_are_offered_for_companies_and_topics_for_topics()
    {
        await GiveAsync(Community.Person("Grace Okafor"), "supply chain", "Superb Shoes");

        Assert.Equal(["sup", "Superb Shoes"], await SuggestAsync("sup", GiverForms.Companies));
        Assert.Equal(["sup", "supply chain"], await SuggestAsync("sup"));
    }

    [Fact]
    public async Task Givers_who_come_and_go_at_once_leave_the_terms_as_the_index_has_them()
    {
        await Parallel.ForAsync(0, 12, async (index, _) =>
        {
            var giver = Community.Person($"Giver{index} Good");
            await GiveAsync(giver, "supply chain, foam");
            if (index % 2 == 0)
            {
                await GiveAsync(giver, "foam");
            }
        });
        await Community.SettleAsync();

        var terms = await Community.Givers.IndexedTagsAsync(Community.Workspace, CancellationToken.None);
        Assert.Equal([("foam", 12), ("supply chain", 6)], terms.Select(term => (term.Words, term.Givers)).Order());
    }

    [Fact]
    public async Task Forms_offer_a_dozen_of_the_most_listed_topics()
    {
        await Community.GiverAsync(
            "Grace Okafor", string.Join(", ", Enumerable.Range(0, 12).Select(topic => $"topic {(char)('a' + topic)}")));
        await Community.GiverAsync("Wei Tan", "customs, topic l");

        foreach (var form in new[] { (await Community.CommandAsync(Ava, "give")).Form(), (await Community.CommandAsync(Ava, "")).Form() })
        {
            var topics = form.Inputs.OfType<FormInput.Tags>().First();
            Assert.Equal(AskTemplate.Topics, topics.Id);
            Assert.Equal(12, topics.Suggestions.Length);
            Assert.Equal(["topic l", "customs"], topics.Suggestions[..2]);
        }
    }

    private async Task<IReadOnlyList<string>> SuggestAsync(string typed, string input = GiverForms.Topics) =>
        Assert.IsType<Reply.Options>(await Community.DispatchAsync(new Interaction.OptionsAsked(
            Ava, Community.NextKey(), input, typed))).Values;

    private async Task GiveAsync(Person giver, string topics, string companies = "")
    {
        await Community.SubmitAsync(
            giver,
            FormIds.Give,
            "",
            (GiverForms.Topics, topics),
            (GiverForms.Companies, companies),
            (GiverForms.Cap, "2"),
            (GiverForms.QuietFrom, "20:00"),
            (GiverForms.QuietTo, "08:00"));
        await Community.SettleAsync();
    }
}
