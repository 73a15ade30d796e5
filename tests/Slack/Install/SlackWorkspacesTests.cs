using IntroBot.Slack.Install;
using IntroBot.Slack.WebApi;
using IntroBot.Stewards;
using IntroBot.Tests.Platforms;
using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Double.Deliveries;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack.Install;

/// <summary>Two workspaces side by side, with the same ids and names of people in both: nothing of one is ever seen in the other.</summary>
public sealed class SlackWorkspacesTests : IAsyncLifetime
{
    private SlackScene? scene;

    private SlackScene Scene => scene!;

    private FakeSlackWorkspace Beta { get; set; } = null!;

    private FakeSlackPerson BetaAva { get; set; } = null!;

    private FakeSlackPerson BetaGrace { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        scene = await SlackScene.OpenAsync(
            (options, slack) => (options.ClientId, options.ClientSecret) = (slack.App.ClientId, slack.App.ClientSecret));
        Beta = Scene.Slack.AddWorkspace("Beta");
        BetaAva = Beta.AddPerson("Ava Stone", person => person.TimeZone = "Europe/Berlin", Scene.Ava.Id);
        BetaGrace = Beta.AddPerson("Grace Okafor", person => person.TimeZone = "Africa/Lagos", Scene.Grace.Id);
        await Scene.The<StoredInstallations>().SaveAsync(
            new OAuthResponse { Ok = true, AccessToken = Beta.Token, BotUserId = Beta.Bot.Id, Team = new NamedTeam(Beta.Id, Beta.Name) },
            CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(Scene.Log.Errors);
        await Scene.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_ask_finds_nobody_of_the_other_workspace()
    {
        await Scene.GivesAsync(Scene.Grace, "supply chain", "sourcing");
        var acme = SlackSnapshot.Seen(Scene.Acme).ToList();

        await Scene.AsksAsync(BetaAva);
        await Scene.BreatheAsync();

        Assert.Equal(acme, SlackSnapshot.Seen(Scene.Acme));
        Assert.DoesNotContain(BetaGrace.Chat.Messages, message => message.Text.Contains("Could you help", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_main_job_goes_its_way_in_both()
    {
        await Scene.GivesAsync(Scene.Grace, "supply chain", "sourcing");
        await Scene.GivesAsync(BetaGrace, "supply chain", "sourcing");
        await Scene.AsksAsync(BetaAva);

        Assert.StartsWith("Could you help Ava Stone?", BetaGrace.Chat.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Scene.Grace.Chat.Messages, message => message.Text.Contains("Could you help", StringComparison.Ordinal));
        await Scene.AfterAsync(BetaGrace.PressesAsync("Yes, connect us"));
        await Scene.BreatheAsync();
        Assert.Contains("meet each other", Beta.Conversation([BetaAva, BetaGrace]).Last.Text, StringComparison.Ordinal);
        Assert.Null(Scene.Acme.FindConversation([Scene.Ava, Scene.Grace]));
    }

    [Fact]
    public async Task Topics_are_suggested_only_where_they_were_listed()
    {
        await Scene.GivesAsync(Scene.Grace, "supply chain");
        await Scene.AfterAsync(Scene.Ava.TypesAsync("/intro"));
        await Scene.AfterAsync(BetaAva.TypesAsync("/intro"));

        Assert.Contains("supply chain", await Scene.Ava.TypesIntoAsync("topics", "supp"));
        Assert.DoesNotContain("supply chain", await BetaAva.TypesIntoAsync("topics", "supp"));
    }

    [Fact]
    public async Task Settings_hold_in_one_workspace()
    {
        await GivesInChannelAsync();
        await Scene.GivesAsync(BetaGrace, "supply chain", "sourcing");
        await Scene.AsksAsync(BetaAva);
        Assert.StartsWith("Could you help Ava Stone?", BetaGrace.Chat.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_blocked_in_one_workspace_is_not_blocked_in_the_other()
    {
        await Scene.GivesAsync(Scene.Grace, "supply chain", "sourcing");
        await Scene.GivesAsync(BetaGrace, "supply chain", "sourcing");
        await Scene.AfterAsync(Scene.Grace.TypesAsync("/intro", "block @Ava Stone"));
        await Scene.AsksAsync(BetaAva);
        await Scene.AsksAsync(Scene.Ava);

        Assert.StartsWith("Could you help Ava Stone?", BetaGrace.Chat.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Scene.Grace.Chat.Messages, message => message.Text.Contains("Could you help", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_home_shows_what_is_of_its_workspace()
    {
        await Scene.AfterAsync(BetaAva.OpensHomeAsync());
        var beta = BetaAva.Home!.Blocks.ToJsonString();
        await Scene.AfterAsync(Scene.Ava.OpensHomeAsync());
        await Scene.GivesAsync(Scene.Ava, "supply chain");
        await Scene.AsksAsync(Scene.Ava);

        Assert.Contains("supply chain", Scene.Ava.Home!.Blocks.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(beta, BetaAva.Home.Blocks.ToJsonString());
    }

    [Fact]
    public async Task A_button_of_one_workspace_opens_nothing_in_the_other()
    {
        await Scene.GivesAsync(Scene.Grace, "supply chain", "sourcing");
        await Scene.AsksAsync(Scene.Ava);
        await Scene.AfterAsync(BetaGrace.TypesAsync("/intro", "help"));
        var (acme, seen) = (await RowsOfAsync(Scene.Acme), SlackSnapshot.Seen(Scene.Acme).ToList());

        foreach (var label in (string[])["Yes, connect us", "Not now", "Not now, pause me 2 weeks"])
        {
            await Scene.AfterAsync(CarriesOverAsync(label));
        }

        await Scene.BreatheAsync();
        Assert.Equal(acme, await RowsOfAsync(Scene.Acme));
        Assert.Equal(seen, SlackSnapshot.Seen(Scene.Acme));
        Assert.Equal(
            3, BetaGrace.Ephemerals.Count(message => message.Text.Contains("I cannot find that any more", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_visitor_of_a_shared_channel_hears_kindly_why_not_and_changes_nothing()
    {
        var givers = await GivesInChannelAsync();
        givers.IsExtShared = true;
        var visitor = Scene.Acme.AddPerson("Vera Visitor", person => person.TeamId = "T0ELSEWHERE");
        givers.Add(visitor);
        await Scene.AsksAsync(Scene.Ava);
        var before = await Scene.DumpAsync("Core", "Log");

        await Scene.AfterAsync(visitor.PressesAsync("Yes, connect us", givers.Last));
        await Scene.AfterAsync(visitor.PressesAsync("Not now", givers.Last));

        Assert.Equal(before, await Scene.DumpAsync("Core", "Log"));
        Assert.All(
            visitor.Ephemerals, word => Assert.StartsWith("This is between people of one workspace", word.Text, StringComparison.Ordinal));
        Assert.Equal(2, visitor.Ephemerals.Count);
    }

    [Fact]
    public async Task Guests_and_people_not_yet_here_are_told_why_not()
    {
        foreach (var make in (Action<FakeSlackPerson>[])[
            each => each.IsRestricted = true,
            each => each.IsUltraRestricted = true,
            each => each.IsInvited = true,
        ])
        {
            var guest = Scene.Acme.AddPerson("Gus Guest", make);
            Scene.General.Add(guest);
            var before = await Scene.DumpAsync("Core", "Log", "Due");
            await Scene.AfterAsync(guest.TypesAsync("/intro", "give", Scene.General));
            await Scene.AfterAsync(guest.SaysAsync("I would like to meet somebody who knows supply chains"));
            await Scene.AfterAsync(guest.OpensHomeAsync());

            Assert.StartsWith("This is for full members", guest.Ephemerals[^1].Text, StringComparison.Ordinal);
            Assert.StartsWith("This is for full members", guest.Chat.Last.Text, StringComparison.Ordinal);
            Assert.Contains("This is for full members", guest.Home!.ToString(), StringComparison.Ordinal);
            Assert.Equal(before, await Scene.DumpAsync("Core", "Log", "Due"));
        }
    }

    [Fact]
    public async Task Bots_and_people_who_left_are_not_answered()
    {
        Scene.Slack.ComplainsOfAnswers = false;
        FakeSlackPerson[] silent =
        [
            Scene.Acme.AddPerson("Rob Robot", each => each.IsBot = true),
            Scene.Acme.AddPerson("Lee Left", each => each.IsDeleted = true),
            Scene.Acme.Slackbot,
        ];
        foreach (var each in silent)
        {
            var before = await Scene.DumpAsync("Core", "Log", "Due");
            await Scene.AfterAsync(each.TypesAsync("/intro", "give"));
            await Scene.AfterAsync(each.SaysAsync("help"));
            await Scene.AfterAsync(each.OpensHomeAsync());

            Assert.Equal((0, 1, null), (each.Ephemerals.Count, each.Chat.Messages.Count, each.Home));
            Assert.Equal(before, await Scene.DumpAsync("Core", "Log", "Due"));
        }
    }

    /// <summary>Grace gives in the channel that a steward chose.</summary>
    private async Task<FakeSlackChannel> GivesInChannelAsync()
    {
        var givers = Scene.Acme.AddChannel("givers", Scene.Ava, Scene.Grace, Scene.Acme.Bot);
        var steward = Scene.Acme.AddPerson("Sam Steward", person => person.IsAdmin = true);
        await Scene.AfterAsync(steward.TypesAsync("/intro", "settings"));
        await Scene.AfterAsync(steward.SubmitsAsync((SettingsForms.Offers, SettingsForms.InChannel), (SettingsForms.Channel, givers.Id)));
        await Scene.GivesAsync(Scene.Grace, "supply chain", "sourcing");
        return givers;
    }

    /// <summary>Sends what a button of Acme says in the name of the same person id of Beta.</summary>
    private Task<FakeSlackDelivery> CarriesOverAsync(string label)
    {
        var offer = Scene.Grace.Chat.Messages.Last(message => message.Buttons.Contains(label));
        var button = FakeSlackElement.In(offer.Blocks).First(element => element.Label == label);
        var payload = BetaGrace.Interaction("block_actions");
        payload["container"] = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = offer.Ts,
            ["channel_id"] = offer.Channel.Id,
            ["is_ephemeral"] = false,
        };
        payload["channel"] = new JsonObject { ["id"] = offer.Channel.Id };
        payload["response_url"] = Scene.Slack.Responses.Issue(BetaGrace, BetaGrace.Chat);
        payload["trigger_id"] = Scene.Slack.Triggers.Issue(BetaGrace);
        payload["actions"] = new JsonArray(
            new JsonObject { ["type"] = "button", ["action_id"] = button.ActionId, ["value"] = button.Element.Text("value") });
        return Scene.Slack.Post.SendAsync(FakeSlackDispatchKind.Interaction, payload);
    }

    private async Task<string> RowsOfAsync(FakeSlackWorkspace workspace) =>
        string.Join('\n', (await Scene.DumpAsync("Core", "Log"))
            .Split('\n')
            .Where(row => row.Contains($"slack.{workspace.Id}", StringComparison.Ordinal)));
}
