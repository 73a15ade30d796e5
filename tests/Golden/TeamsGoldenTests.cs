using IntroBot.Teams.AdaptiveCards;
using IntroBot.Tests.Slack.BlockKit;
using IntroBot.Tests.Stories;
using IntroBot.Tests.Teams.AdaptiveCards;
using IntroBot.Tests.Teams.Double.Rules;

namespace IntroBot.Tests.Golden;

/// <summary>Every card and form as Teams gets it, validated before it is compared: by our own rules, and by Microsoft's parser.</summary>
public sealed class TeamsGoldenTests(CardValidator validator)
{
    /// <summary>The two cards of an offer in the channel, which others have as one.</summary>
    public const string ForEverybody = "OfferCards.InChannel.everybody";
    public const string ForItsGiver = "OfferCards.InChannel.giver";

    public static TheoryData<string> Cards => GoldenFiles.Cards("Teams");

    public static TheoryData<string> Replies => GoldenTests.Replies;

    public static TheoryData<string> Forms => GoldenFiles.Forms("Teams");

    [Theory, MemberData(nameof(Cards))]
    public Task A_card_is_sent_as_accepted(string name) => AssertIsAsync(name, TeamsRendering.Valid(GoldenFiles.Card(name)));

    [Theory, MemberData(nameof(Forms))]
    public async Task A_form_is_sent_as_accepted(string name)
    {
        Assert.Empty(await validator.FaultsAsync(TeamsRendering.Valid(GoldenFiles.Form(name), FormLocation.InDialog)));
        await AssertIsAsync(name, TeamsRendering.Valid(GoldenFiles.Form(name)));
    }

    [Theory, MemberData(nameof(Replies))]
    public async Task A_reply_of_a_story_is_sent_as_accepted(string name)
    {
        await using var community = await Community.OpenAsync(keys: "golden");
        var reply = await GoldenReplies.All[name](community);

        await AssertIsAsync(
            name, reply is Reply.ShowHome home ? TeamsRendering.Valid(AdaptiveCardRenderer.Of(home.Cards))
                : TeamsRendering.Valid(reply.Card()));
    }

    [Fact]
    public async Task An_offer_in_the_channel_is_sent_as_accepted_to_everybody_and_to_its_giver()
    {
        var card = GoldenSamples.Cards["OfferCards.InChannel"]();

        await AssertIsAsync(ForEverybody, TeamsRendering.Valid(AdaptiveCardRenderer.AtGate(card, "29:grace")));
        await AssertIsAsync(ForItsGiver, TeamsRendering.Valid(AdaptiveCardRenderer.ThroughGate(card, "29:grace")));
    }

    private async Task AssertIsAsync(string name, JsonElement drawn)
    {
        Assert.Empty(await validator.FaultsAsync(drawn));
        GoldenFile.AssertIs($"{name}.teams.json", SlackRendering.ToRead(drawn));
    }
}
