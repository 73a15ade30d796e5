using IntroBot.Stewards;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams;

/// <summary>Givers accept or decline, by message or in their channel; whoever clicks is checked.</summary>
public sealed class TeamsOfferTests
{
    private const string Gate = "Grace, answer here";

    [Fact]
    public async Task A_no_changes_the_card_and_the_next_giver_is_asked()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var wei = await scene.WelcomesAsync("Wei Lin");
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");
        await scene.GivesAsync(wei, "sourcing");
        await scene.AsksAsync(scene.Ava);
        var offer = scene.Grace.Chat.Last;

        await scene.AfterAsync(scene.Grace.PressesAsync("Not now"));
        await scene.BreatheAsync();

        Assert.StartsWith("Not this time, and that is fine", offer.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("Yes, connect us", offer.Buttons);
        Assert.StartsWith("Not this time, and that is fine", FakeTeamsCards.Words(scene.Grace.Shown), StringComparison.Ordinal);
        Assert.StartsWith("Could you help Ava Stone?", wei.Chat.Last.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_on_a_card_that_is_over_gets_a_kind_word_and_changes_nothing()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AsksAsync(scene.Ava);
        var (offer, card) = (scene.Grace.Chat.Last, scene.Grace.Chat.Last.Card);
        await scene.AfterAsync(scene.Grace.PressesAsync("Yes, connect us"));
        await scene.BreatheAsync();
        var told = scene.Ava.Chat.Messages.Count;

        await scene.AfterAsync(scene.Grace.PressesOnAsync(offer, card, "Not now", []));
        await scene.AfterAsync(scene.Grace.PressesOnAsync(offer, card, "Yes, connect us", []));
        await scene.BreatheAsync();

        Assert.DoesNotContain(scene.Grace.Chat.Messages, message => message.Summary.StartsWith("Not this time", StringComparison.Ordinal));
        Assert.DoesNotContain("Yes, connect us", offer.Buttons);
        Assert.Equal(told, scene.Ava.Chat.Messages.Count);
        Assert.Empty(scene.Log.Errors);
    }

    [Fact]
    public async Task In_the_channel_everybody_sees_and_only_the_giver_can_answer()
    {
        await using var scene = await ChannelAsync();
        var (givers, wei) = (Givers(scene), await scene.WelcomesAsync("Wei Lin"));
        givers.Members = givers.Members.Add(wei);
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AsksAsync(scene.Ava);
        var offer = givers.Last;
        Assert.StartsWith("Grace Okafor, could you help Ava Stone?", offer.Summary, StringComparison.Ordinal);
        Assert.Null(offer.OnlyFor);

        Assert.Equal([Gate], offer.Buttons);
        await wei.LooksAtAsync(offer);
        Assert.Null(wei.Shown);
        await scene.AfterAsync(wei.PressesAsync(Gate, offer));
        Assert.StartsWith("This one is for somebody else", wei.Words[^1], StringComparison.Ordinal);

        await scene.Grace.LooksAtAsync(offer);
        await scene.AfterAsync(wei.PressesOnAsync(offer, scene.Grace.Shown!, "Yes, connect us", []));
        Assert.StartsWith("This one is for somebody else", wei.Words[^1], StringComparison.Ordinal);
        await scene.AfterAsync(scene.Grace.PressesShownAsync("Yes, connect us"));
        await scene.BreatheAsync();
        Assert.StartsWith("You said yes to Ava Stone", scene.Grace.Words[^1], StringComparison.Ordinal);
        Assert.StartsWith("Grace Okafor said yes", offer.Summary, StringComparison.Ordinal);
        Assert.Empty(offer.Buttons);
        Assert.Contains(scene.Ava.Chat.Messages, message => message.Summary.StartsWith("Grace Okafor said yes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_in_the_channel_learns_that_a_giver_said_no()
    {
        await using var scene = await ChannelAsync();
        var givers = Givers(scene);
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AsksAsync(scene.Ava);
        var offer = givers.Last;

        await scene.AfterAsync(scene.Grace.PressesAsync(Gate, offer));
        await scene.AfterAsync(scene.Grace.PressesShownAsync("Not now"));
        await scene.BreatheAsync();

        Assert.StartsWith("This one has moved on", offer.Summary, StringComparison.Ordinal);
        Assert.StartsWith("Not this time", scene.Grace.Words[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(
            givers.Messages.Where(message => message.OnlyFor is null),
            message => message.ToString().Contains("Not this time", StringComparison.Ordinal));
        Assert.DoesNotContain(scene.Ava.Chat.Messages, message => message.ToString().Contains("Grace", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_from_another_organization_who_clicks_in_a_shared_channel_is_told_kindly()
    {
        await using var scene = await ChannelAsync();
        var givers = Givers(scene);
        var vera = scene.Acme.AddPerson("Vera Visit", person => person.HomeTenant = Guid.NewGuid().ToString("D"));
        givers.Members = givers.Members.Add(vera);
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AsksAsync(scene.Ava);

        await scene.AfterAsync(vera.PressesAsync(Gate, givers.Last));

        Assert.StartsWith("This is between people of one workspace", vera.Words[^1], StringComparison.Ordinal);
        Assert.Null(vera.Shown);
    }

    [Fact]
    public async Task Looking_at_an_offer_in_the_channel_writes_nothing_and_asks_Teams_nothing_however_often_it_is_done()
    {
        await using var scene = await ChannelAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AsksAsync(scene.Ava);
        var (offer, calls, writes) = (Givers(scene).Last, scene.Teams.Calls.Count, scene.Store.Writes);

        for (var times = 0; times < 3; times++) await scene.AfterAsync(LookedAsync(scene.Grace, offer));

        Assert.Contains("Yes, connect us", FakeTeamsCards.Actions(scene.Grace.Shown).Select(action => action.Text("title")));
        Assert.Equal((calls, writes), (scene.Teams.Calls.Count, scene.Store.Writes));

        static async Task<bool> LookedAsync(FakeTeamsPerson who, FakeTeamsMessage what)
        {
            await who.LooksAtAsync(what);
            return true;
        }
    }

    [Fact]
    public async Task A_look_that_somebody_made_up_answers_nothing()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AsksAsync(scene.Ava);
        var offer = scene.Grace.Chat.Last;
        var yes = FakeTeamsCards.Actions(offer.Card).First(action => action.Text("title") == "Yes, connect us");

        await scene.AfterAsync(scene.Grace.InvokesAsync(
            "adaptiveCard/action", scene.Grace.Chat, new() { ["action"] = yes.DeepClone(), ["trigger"] = "automatic" }, offer.Id));
        await scene.BreatheAsync();

        Assert.StartsWith("Could you help Ava Stone?", offer.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(
            scene.Ava.Chat.Messages, message => message.Summary.StartsWith("Grace Okafor said yes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_channel_takes_no_words_the_giver_is_asked_in_their_chat()
    {
        await using var scene = await ChannelAsync();
        Givers(scene).HasBot = false;
        await scene.GivesAsync(scene.Grace, "supply chain");

        await scene.AsksAsync(scene.Ava);

        Assert.Contains("Yes, connect us", scene.Grace.Chat.Last.Buttons);
    }

    [Fact]
    public async Task Settings_are_for_stewards()
    {
        await using var scene = await TeamsScene.OpenAsync();

        await scene.AfterAsync(scene.Ava.SaysAsync("settings"));

        Assert.StartsWith("The settings are with somebody else", scene.Ava.Chat.Last.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_settings_sent_in_by_somebody_else_changes_nothing()
    {
        await using var scene = await ChannelAsync();
        var priya = scene.Acme.People.Single(person => person.Name == "Priya Rao");
        await scene.AfterAsync(priya.SaysAsync("settings"));
        await scene.AfterAsync(scene.Ava.PressesOnAsync(
            scene.Ava.Chat.Last, priya.Chat.Messages.Last(message => message.Buttons.Contains("Save")).Card,
            "Save", [(SettingsForms.Offers, SettingsForms.ByMessage)]));
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AsksAsync(scene.Ava);

        Assert.StartsWith("Grace Okafor, could you help Ava Stone?", Givers(scene).Last.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_and_the_end_of_an_offer_come_in_their_time()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AsksAsync(scene.Ava);
        var offer = scene.Grace.Chat.Last;

        await scene.PassAsync(TimeSpan.FromDays(1));
        Assert.StartsWith("Still time to help Ava, or not", scene.Grace.Chat.Last.Summary, StringComparison.Ordinal);
        await scene.PassAsync(TimeSpan.FromDays(2));

        Assert.StartsWith("This one has moved on", offer.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("Yes, connect us", offer.Buttons);
        Assert.StartsWith("No match yet", scene.Ava.Chat.Last.Summary, StringComparison.Ordinal);
    }

    /// <summary>A tenant whose steward has chosen a channel for the givers.</summary>
    private static async Task<TeamsScene> ChannelAsync()
    {
        var scene = await TeamsScene.OpenAsync((options, _) => options.Stewards = "somebody@acme.example, PRIYA.RAO@acme.example");
        var priya = await scene.WelcomesAsync("Priya Rao");
        var givers = scene.Acme.AddChannel("Givers", scene.Grace, priya);
        await priya.AddsBotToAsync(givers);
        await scene.AfterAsync(priya.SaysAsync("settings"));
        if (priya.Chat.Last.Buttons.Contains("Settings")) await scene.AfterAsync(priya.PressesAsync("Settings", priya.Chat.Last));
        await scene.AfterAsync(priya.PressesAsync(
            "Save", null, (SettingsForms.Offers, SettingsForms.InChannel), (SettingsForms.Channel, givers.Id)));
        return scene;
    }

    private static FakeTeamsConversation Givers(TeamsScene scene) => scene.Acme.Conversations.Single(place => place.Name == "Givers");
}
