using IntroBot.Stewards;
using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Double.Deliveries;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack;

/// <summary>Givers accept or decline, by message or in their channel; whoever clicks is checked.</summary>
public sealed class SlackOfferTests
{
    [Fact]
    public async Task A_no_changes_the_card_and_the_next_giver_is_asked()
    {
        await using var scene = await SlackScene.OpenAsync();
        var wei = scene.Acme.AddPerson("Wei Lin");
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");
        await scene.GivesAsync(wei, "sourcing");
        await scene.AsksAsync(scene.Ava);

        await scene.AfterAsync(scene.Grace.PressesAsync("Not now"));
        await scene.BreatheAsync();

        Assert.StartsWith("Not this time, and that is fine", scene.Grace.Chat.Last.Text, StringComparison.Ordinal);
        Assert.Single(scene.Grace.Chat.Messages);
        Assert.StartsWith("Could you help Ava Stone?", wei.Chat.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_on_a_card_that_is_over_gets_a_kind_word_and_changes_nothing()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AsksAsync(scene.Ava);
        var yes = await scene.AfterAsync(scene.Grace.PressesAsync("Yes, connect us"));
        await scene.BreatheAsync();

        var late = (System.Text.Json.Nodes.JsonObject)yes.Payload.DeepClone();
        late["trigger_id"] = scene.Slack.Triggers.Issue(scene.Grace);
        late["actions"]![0]!["action_id"] = "offer.decline";
        await scene.AfterAsync(scene.Slack.Post.SendAsync(FakeSlackDispatchKind.Interaction, late));
        await scene.BreatheAsync();

        Assert.Contains(scene.Grace.Chat.Messages, message => message.Text.StartsWith("This one has moved on", StringComparison.Ordinal));
        Assert.Single(scene.Acme.Conversation([scene.Ava, scene.Grace]).Messages);
    }

    [Fact]
    public async Task In_the_channel_the_giver_is_named_and_only_the_giver_can_answer()
    {
        await using var scene = await SlackScene.OpenAsync();
        var (givers, wei) = await ChannelAsync(scene);
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AsksAsync(scene.Ava);
        var card = givers.Last;
        Assert.Contains($"\"user_id\":\"{scene.Grace.Id}\"", card.Blocks.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(scene.Grace.Chat.Messages);

        await scene.AfterAsync(wei.PressesAsync("Yes, connect us", card));
        Assert.StartsWith("This one is for somebody else", Assert.Single(wei.Ephemerals).Text, StringComparison.Ordinal);
        Assert.Contains("Yes, connect us", card.Buttons);

        await scene.AfterAsync(scene.Grace.PressesAsync("Yes, connect us", card));
        await scene.BreatheAsync();
        Assert.StartsWith("You said yes to Ava Stone", scene.Grace.Ephemerals[^1].Text, StringComparison.Ordinal);
        Assert.Empty(givers.Last.Buttons);
        Assert.Single(givers.Messages);
        Assert.Contains("meet each other", scene.Acme.Conversation([scene.Ava, scene.Grace]).Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_in_the_channel_learns_that_a_giver_said_no()
    {
        await using var scene = await SlackScene.OpenAsync();
        var (givers, wei) = await ChannelAsync(scene);
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AsksAsync(scene.Ava);

        await scene.AfterAsync(scene.Grace.PressesAsync("Not now", givers.Last));
        await scene.BreatheAsync();

        Assert.StartsWith("This one has moved on", givers.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not this time", givers.Last.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Not this time", scene.Grace.Ephemerals[^1].Text, StringComparison.Ordinal);
        Assert.Empty(wei.Ephemerals);
    }

    [Fact]
    public async Task Somebody_from_another_workspace_who_clicks_in_a_shared_channel_is_told_kindly()
    {
        await using var scene = await SlackScene.OpenAsync();
        var (givers, _) = await ChannelAsync(scene);
        var visitor = scene.Acme.AddPerson("Vera Visit", person => person.TeamId = "T99999999");
        givers.Add(visitor);
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AsksAsync(scene.Ava);

        await scene.AfterAsync(visitor.PressesAsync("Yes, connect us", givers.Last));

        Assert.StartsWith("This is between people of one workspace", Assert.Single(visitor.Ephemerals).Text, StringComparison.Ordinal);
        Assert.Contains("Yes, connect us", givers.Last.Buttons);
    }

    [Fact]
    public async Task Where_the_channel_takes_no_words_the_giver_is_asked_in_their_chat()
    {
        await using var scene = await SlackScene.OpenAsync();
        var (givers, _) = await ChannelAsync(scene);
        givers.IsArchived = true;
        await scene.GivesAsync(scene.Grace, "supply chain");

        await scene.AsksAsync(scene.Ava);

        Assert.Contains("Yes, connect us", scene.Grace.Chat.Last.Buttons);
    }

    [Fact]
    public async Task A_reminder_and_the_end_of_an_offer_come_in_their_time()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AsksAsync(scene.Ava);

        await scene.PassAsync(TimeSpan.FromDays(1));
        Assert.StartsWith("Still time to help Ava, or not", scene.Grace.Chat.Last.Text, StringComparison.Ordinal);
        await scene.PassAsync(TimeSpan.FromDays(2));

        Assert.All(
            scene.Grace.Chat.Messages, message => Assert.StartsWith("This one has moved on", message.Text, StringComparison.Ordinal));
        Assert.StartsWith("No match yet", scene.Ava.Chat.Last.Text, StringComparison.Ordinal);
    }

    private static async Task<(FakeSlackChannel Givers, FakeSlackPerson Wei)> ChannelAsync(SlackScene scene)
    {
        var wei = scene.Acme.AddPerson("Wei Lin");
        var steward = scene.Acme.AddPerson("Priya Rao", person => person.IsAdmin = true);
        var givers = scene.Acme.AddChannel("givers", scene.Grace, wei, steward, scene.Acme.Bot);
        await scene.AfterAsync(steward.TypesAsync("/intro", "settings"));
        await scene.AfterAsync(steward.SubmitsAsync((SettingsForms.Offers, SettingsForms.InChannel), (SettingsForms.Channel, givers.Id)));
        return (givers, wei);
    }
}
