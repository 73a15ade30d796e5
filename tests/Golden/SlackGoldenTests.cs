using IntroBot.Slack.BlockKit;
using IntroBot.Tests.Slack.BlockKit;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Golden;

/// <summary>Every card and form as Slack gets it, each validated before it is compared.</summary>
public sealed class SlackGoldenTests
{
    public static TheoryData<string> Cards => GoldenFiles.Cards("Slack");

    public static TheoryData<string> Replies => GoldenTests.Replies;

    public static TheoryData<string> Forms => GoldenFiles.Forms("Slack");

    [Theory, MemberData(nameof(Cards))]
    public void A_card_is_sent_as_accepted(string name) =>
        GoldenFile.AssertIs($"{name}.slack.json", SlackRendering.ToRead(SlackRendering.Valid(GoldenFiles.Card(name))));

    [Theory, MemberData(nameof(Forms))]
    public void A_form_is_sent_as_accepted(string name) =>
        GoldenFile.AssertIs($"{name}.slack.json", SlackRendering.ToRead(SlackRendering.Valid(GoldenFiles.Form(name))));

    [Theory, MemberData(nameof(Replies))]
    public async Task A_reply_of_a_story_is_sent_as_accepted(string name)
    {
        await using var community = await Community.OpenAsync(keys: "golden");
        var reply = await GoldenReplies.All[name](community);

        var sent = reply is Reply.ShowHome home ? SlackRendering.Valid(BlockKitViews.Home(home.Cards)) : SlackRendering.Valid(reply.Card());

        GoldenFile.AssertIs($"{name}.slack.json", SlackRendering.ToRead(sent));
    }
}
