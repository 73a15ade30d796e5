using IntroBot.Stewards;
using IntroBot.Teams;
using IntroBot.Teams.AdaptiveCards;
using IntroBot.Teams.Channels;
using IntroBot.Teams.Inbound;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams;

/// <summary>Which channels can be the givers', what they are called, and what happens when one is gone.</summary>
public sealed class TeamsChannelsTests
{
    private const string Gone = "The givers’ channel is gone";

    [Fact]
    public async Task Only_channels_can_be_chosen()
    {
        await using var scene = await OpenAsync();
        var (crew, group) = (scene.Acme.AddChannel("Crew", scene.Ava, scene.Grace), scene.Acme.AddGroupChat(scene.Ava, scene.Grace));
        await scene.Ava.AddsBotToAsync(crew);
        foreach (var (id, type) in new[] { (group.Id, "groupChat"), ("19:meeting_abc@thread.v2", "groupChat"), (scene.Ava.Chat.Id, null) })
        {
            var said = scene.Ava.Activity("message", group);
            (said["text"], said["conversation"]!["id"], said["conversation"]!["conversationType"]) = ("help", id, type);
            await scene.AfterAsync(scene.Ava.TellsAsync(said));
        }

        Assert.Equal([(crew.Id, "Crew › General")], await OfferedAsync(scene));
    }

    [Fact]
    public async Task A_chat_that_an_older_version_took_for_a_channel_cannot_be_chosen_and_asks_nobody()
    {
        await using var scene = await OpenAsync();
        var group = scene.Acme.AddGroupChat(scene.Ava, scene.Grace);
        group.HasBot = true;
        await scene.The<TeamsConversations>().LearnChannelAsync(
            scene.Acme.Id, new ConversationReference(scene.Acme.ServiceUrl, group.Id), CancellationToken.None);
        await ChooseAsync(scene, group.Id);
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");

        await scene.AsksAsync(scene.Ava);

        Assert.Empty(await OfferedAsync(scene));
        Assert.Empty(group.Messages);
        Assert.Contains("could you help Ava Stone?", scene.Grace.Chat.Last.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_Teams_did_not_tell_are_looked_up_once()
    {
        await using var scene = await OpenAsync();
        var crew = scene.Acme.AddChannel("Crew", scene.Ava);
        crew.HasBot = true;
        foreach (var place in new[] { crew, scene.Acme.AddChannelTo(crew, "Givers") })
        {
            place.HasBot = true;
            var said = scene.Ava.Activity("message", place);
            (said["text"], said["channelData"]!["team"]!["name"], said["channelData"]!["channel"]!["name"]) = ("help", null, null);
            await scene.AfterAsync(scene.Ava.TellsAsync(said));
        }

        Assert.Equal(["Crew › General", "Crew › Givers"], (await OfferedAsync(scene)).Select(option => option.Name));
        await OfferedAsync(scene);
        Assert.Equal(2, scene.Teams.CallsOf("GET", "teams/").Count());
    }

    [Fact]
    public async Task Names_that_Teams_does_not_tell_hold_up_nothing()
    {
        await using var scene = await OpenAsync();
        var crew = scene.Acme.AddChannel("Crew", scene.Ava);
        crew.HasBot = true;
        var said = scene.Ava.Activity("message", crew);
        (said["text"], said["channelData"]!["team"]!["name"], said["channelData"]!["channel"]) = ("help", null, null);
        await scene.AfterAsync(scene.Ava.TellsAsync(said));
        scene.Teams.Faults.Refuse("teams/", 403, "Forbidden");

        Assert.Equal(["A channel"], (await OfferedAsync(scene)).Select(option => option.Name));
        Assert.Equal(["Crew › General"], (await OfferedAsync(scene)).Select(option => option.Name));
    }

    [Theory]
    [InlineData("Crew", "19:a@thread.tacv2", "19:a@thread.tacv2", "Crew", "Crew › General")]
    [InlineData(null, "19:a@thread.tacv2", "19:a@thread.tacv2", "Crew", "Crew › General")]
    [InlineData("Givers", "19:b@thread.tacv2", "19:a@thread.tacv2", "Crew", "Crew › Givers")]
    [InlineData(null, "19:b@thread.tacv2", "19:a@thread.tacv2", "Crew", "A channel of Crew")]
    [InlineData("Givers", "19:b@thread.tacv2", null, null, "Givers"), InlineData(null, "19:b@thread.tacv2", null, null, "A channel")]
    public void A_channel_is_called_by_all_that_is_known(string? name, string id, string? team, string? teamName, string label) =>
        Assert.Equal(label, ChannelNames.LabelOf(new ConversationReference("https://x/", id, name, team, teamName)));

    [Theory]
    [InlineData("channelDeleted"), InlineData("ChannelDeleted"), InlineData("teamDeleted"), InlineData("teamHardDeleted")]
    public async Task A_channel_that_is_gone_cannot_be_chosen_and_its_stewards_hear_it_once(string what)
    {
        await using var scene = await OpenAsync();
        var (crew, givers) = await TeamAsync(scene);
        await ChooseAsync(scene, givers.Id);

        await TellAsync(scene, what, givers);
        await TellAsync(scene, what, givers);
        await TellAsync(scene, "teamHardDeleted", givers);

        Assert.Contains("Crew › Givers", Assert.Single(Told(scene.Ava)).ToString(), StringComparison.Ordinal);
        Assert.Empty(Told(scene.Grace));
        Assert.DoesNotContain(await OfferedAsync(scene), option => option.Conversation == givers.Id);
        Assert.Empty(crew.Messages);
    }

    [Fact]
    public async Task Stewards_hear_it_when_the_bot_is_taken_out_of_the_givers_channel()
    {
        await using var scene = await OpenAsync();
        var (crew, givers) = await TeamAsync(scene);
        await ChooseAsync(scene, givers.Id);

        foreach (var news in scene.Ava.RemovedNews(crew)) await scene.AfterAsync(scene.Ava.TellsAsync(news));

        Assert.Single(Told(scene.Ava));
        Assert.Empty(await OfferedAsync(scene));
    }

    [Theory, InlineData("channelDeleted"), InlineData("teamDeleted")]
    public async Task A_channel_in_which_no_giver_is_asked_goes_silently(string what)
    {
        await using var scene = await OpenAsync();
        var (_, givers) = await TeamAsync(scene);

        await TellAsync(scene, what, givers);

        Assert.Empty(Told(scene.Ava));
        Assert.DoesNotContain(await OfferedAsync(scene), option => option.Conversation == givers.Id);
    }

    [Theory]
    [InlineData("teamArchived", "Crew › Givers"), InlineData("teamUnarchived", "Crew › Givers")]
    [InlineData("channelCreated", "Crew › Givers")]
    [InlineData("channelRenamed", "Crew › Helpers"), InlineData("teamRenamed", "Band › Givers")]
    [InlineData("TeamRenamed", "Band › Givers")]
    public async Task A_channel_keeps_its_place_and_takes_its_new_name(string what, string label)
    {
        await using var scene = await OpenAsync();
        var (_, givers) = await TeamAsync(scene);

        await TellAsync(scene, what, givers, channel: "Helpers", team: "Band");

        Assert.Equal((givers.Id, label), Assert.Single(await OfferedAsync(scene)));
    }

    [Fact]
    public async Task A_channel_that_is_restored_can_be_chosen_again_and_its_loss_is_told_again()
    {
        await using var scene = await OpenAsync();
        var (_, givers) = await TeamAsync(scene);
        await ChooseAsync(scene, givers.Id);
        await TellAsync(scene, "channelDeleted", givers);

        await TellAsync(scene, "channelRestored", givers);
        Assert.Equal((givers.Id, "Crew › Givers"), Assert.Single(await OfferedAsync(scene)));

        await TellAsync(scene, "channelDeleted", givers);
        Assert.Equal(2, Told(scene.Ava).Count());
    }

    private static Task<TeamsScene> OpenAsync() => TeamsScene.OpenAsync((options, _) => options.Stewards = "ava.stone@acme.example");

    /// <summary>A team that added the bot, with another channel than the general one picked for it.</summary>
    private static async Task<(FakeTeamsConversation Crew, FakeTeamsConversation Givers)> TeamAsync(TeamsScene scene)
    {
        var crew = scene.Acme.AddChannel("Crew", scene.Ava, scene.Grace);
        var givers = scene.Acme.AddChannelTo(crew, "Givers");
        await scene.Ava.AddsBotToAsync(givers);
        await scene.SettleAsync();
        return (crew, givers);
    }

    /// <summary>News of a channel or of its team, which Teams tells of the team's general channel.</summary>
    private static async Task TellAsync(
        TeamsScene scene, string what, FakeTeamsConversation about, string? channel = null, string? team = null)
    {
        var news = scene.Ava.Activity("conversationUpdate", about);
        news["conversation"]!["id"] = about.Team.Id;
        var data = (JsonObject)news["channelData"]!;
        data["eventType"] = what;
        if (what.StartsWith("team", StringComparison.OrdinalIgnoreCase)) data.Remove("channel");
        if (channel is not null && data["channel"] is { } named) named["name"] = what == "channelRenamed" ? channel : about.Name;
        data["team"]!["name"] = team is not null && what.EndsWith("eamRenamed", StringComparison.Ordinal) ? team : about.Team.Name;
        await scene.AfterAsync(scene.Ava.TellsAsync(news));
    }

    private static Task<Change<WorkspaceSettings>> ChooseAsync(TeamsScene scene, string channel) =>
        scene.The<ISettingsStore>().ChangeAsync(
            TeamsIds.Workspace(scene.Acme.Id), "ev:test",
            _ => new Decision<WorkspaceSettings>.Taken(new WorkspaceSettings(OffersInChannel: true, channel), [], []),
            CancellationToken.None);

    private static Task<IReadOnlyList<ChannelOption>> OptionsAsync(TeamsScene scene) =>
        scene.The<ChannelNames>().OptionsAsync(scene.Acme.Id, CancellationToken.None);

    private static async Task<IReadOnlyList<(string Conversation, string Name)>> OfferedAsync(TeamsScene scene) =>
        [.. (await OptionsAsync(scene)).Select(option => (option.Id, option.Name))];

    private static IEnumerable<FakeTeamsMessage> Told(FakeTeamsPerson who) =>
        who.Chat.Messages.Where(message => message.Summary.StartsWith(Gone, StringComparison.Ordinal));
}
