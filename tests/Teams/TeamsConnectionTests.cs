using IntroBot.Teams;
using IntroBot.Tests.Platforms;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;
using Microsoft.AspNetCore.WebUtilities;

namespace IntroBot.Tests.Teams;

/// <summary>After a yes: each is led to the other, or both meet in a group chat where an administrator consented to it.</summary>
public sealed class TeamsConnectionTests
{
    private const string Chats = "POST graph/v1.0/chats";
    private const string Installing = "/installedApps";

    [Fact]
    public async Task Each_gets_a_link_that_opens_their_chat_with_the_first_words_in_it()
    {
        await using var scene = await SaidYesAsync();

        var (forAva, forGrace) = (Said(scene.Ava, "Grace Okafor said yes"), Said(scene.Grace, "Ava Stone will write to you"));
        var (toGrace, toAva) = (Link(forAva), Link(forGrace));
        Assert.Equal((scene.Acme.Id, "grace.okafor@acme.example"), (toGrace["tenantId"], toGrace["users"]));
        Assert.Equal((scene.Acme.Id, "ava.stone@acme.example"), (toAva["tenantId"], toAva["users"]));
        Assert.StartsWith("Hello Grace, thank you for saying yes.", toGrace["message"], StringComparison.Ordinal);
        Assert.StartsWith("Hello Ava, I am glad to help.", toAva["message"], StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Teams.Calls, call => call.Path.StartsWith("graph", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(""), InlineData("no name"), InlineData("grace@acme.example,mallory@evil.example")]
    public async Task Without_a_sign_in_name_the_words_stand_alone(string name)
    {
        await using var scene = await SaidYesAsync(signInName: name);

        Assert.Empty(FakeTeamsCards.Links(Said(scene.Ava, "Grace Okafor said yes").Card));
        Assert.Contains("Grace Okafor", FakeTeamsCards.Words(Said(scene.Ava, "Grace Okafor said yes").Card), StringComparison.Ordinal);
        Assert.Single(FakeTeamsCards.Links(Said(scene.Grace, "Ava Stone will write to you").Card));
    }

    [Fact]
    public async Task Where_an_administrator_consented_both_meet_in_a_group_chat()
    {
        await using var scene = await SaidYesAsync(isGroup: true);

        var meeting = Meeting(scene);
        Assert.Equal("Ava and Grace, meet each other", meeting.Name);
        Assert.Equal([scene.Ava, scene.Grace], meeting.Members);
        Assert.StartsWith("Ava and Grace, meet each other", Assert.Single(meeting.Messages).Summary, StringComparison.Ordinal);
        Assert.Contains(
            "I have opened a conversation", FakeTeamsCards.Words(Said(scene.Ava, "Grace Okafor said yes").Card), StringComparison.Ordinal);
        Assert.DoesNotContain(
            scene.Grace.Chat.Messages, message => message.Summary.StartsWith("Ava Stone will write", StringComparison.Ordinal));
    }

    [Theory, InlineData(false, true), InlineData(true, false)]
    public async Task Without_consent_each_is_led_to_the_other(bool mayCreate, bool mayInstall)
    {
        await using var scene = await SaidYesAsync(
            isGroup: true, graph: teams => (teams.Graph.MayCreate, teams.Graph.MayInstall) = (mayCreate, mayInstall));

        AssertLedToEachOther(scene);
        Assert.Empty(scene.Log.Errors);
    }

    [Theory, InlineData(500), InlineData(504)]
    public async Task A_chat_of_which_nobody_knows_whether_it_was_made_is_not_made_twice(int status)
    {
        await using var scene = await SaidYesAsync(
            isGroup: true, graph: teams => teams.Faults.AnswerHtml(Chats, status, times: 5, acts: true));
        await scene.PassAsync(TimeSpan.FromHours(2));

        AssertLedToEachOther(scene);
        Assert.Single(scene.Teams.CallsOf("POST", "graph/v1.0/chats"));
    }

    [Fact]
    public async Task A_chat_whose_making_was_cut_off_is_not_made_twice()
    {
        await using var scene = await SaidYesAsync(isGroup: true, graph: teams => teams.Faults.Cut(Chats));
        await scene.PassAsync(TimeSpan.FromHours(2));

        AssertLedToEachOther(scene);
        Assert.Single(scene.Teams.CallsOf("POST", "graph/v1.0/chats"));
    }

    [Theory, InlineData(429), InlineData(503)]
    public async Task What_Graph_cannot_do_just_now_is_tried_later(int status)
    {
        await using var scene = await SaidYesAsync(isGroup: true, graph: teams => teams.Faults.Refuse(Chats, status, "Busy"));
        await scene.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Single(Meeting(scene).Messages);
    }

    [Fact]
    public async Task A_bot_of_which_nobody_knows_whether_it_joined_joins_the_same_chat()
    {
        await using var scene = await SaidYesAsync(isGroup: true, graph: teams => teams.Faults.Cut(Installing));
        await scene.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Single(Meeting(scene).Messages);
        Assert.Single(scene.Teams.CallsOf("POST", "graph/v1.0/chats"), call => !call.Path.EndsWith(Installing, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_kept_of_a_chat_names_nobody()
    {
        await using var scene = await SaidYesAsync(isGroup: true);

        var kept = (await scene.DumpAsync("Shelf"))
            .Split('\n')
            .Where(row => row.Contains(TeamsStoreNames.Meetings(scene.Acme.Id), StringComparison.Ordinal))
            .ToList();
        Assert.Contains(Meeting(scene).Id, Assert.Single(kept), StringComparison.Ordinal);
        Assert.DoesNotContain("Okafor", kept[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_for_one_service_is_never_sent_to_the_other()
    {
        await using var scene = await SaidYesAsync(isGroup: true);

        Assert.All(scene.Teams.Calls, call => Assert.True(
            scene.Teams.Tokens.Opens(call.Token, call.Path.StartsWith("graph", StringComparison.Ordinal)
                ? scene.Teams.Graph.Address
                : FakeTeamsKeys.Issuer), call.Path));
        Assert.Equal(2, scene.Teams.Tokens.Issued);
    }

    private static async Task<TeamsScene> SaidYesAsync(bool isGroup = false, Action<FakeTeams>? graph = null, string? signInName = null)
    {
        var scene = await TeamsScene.OpenAsync((options, teams) =>
            (options.GroupChats, options.CatalogAppId, options.GraphUrl) =
                (isGroup ? "true" : "false", teams.App.CatalogId, teams.Graph.Address));
        if (signInName is not null)
        {
            scene.Grace.SignInName = signInName;
            await scene.Grace.UninstallsAsync();
            await scene.Grace.InstallsAsync();
        }

        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");
        await scene.AsksAsync(scene.Ava);
        graph?.Invoke(scene.Teams);
        await scene.AfterAsync(scene.Grace.PressesAsync("Yes, connect us"));
        await scene.BreatheAsync();
        return scene;
    }

    private static FakeTeamsConversation Meeting(TeamsScene scene) =>
        scene.Acme.Conversations.Single(place => place.Kind == FakeTeamsConversationKind.GroupChat);

    private static FakeTeamsMessage Said(FakeTeamsPerson who, string title) =>
        who.Chat.Messages.Single(message => message.Summary.StartsWith(title, StringComparison.Ordinal));

    private static Dictionary<string, string> Link(FakeTeamsMessage message)
    {
        var link = new Uri(Assert.Single(FakeTeamsCards.Links(message.Card)));
        Assert.Equal("https://teams.microsoft.com/l/chat/0/0", link.GetLeftPart(UriPartial.Path));
        return QueryHelpers.ParseQuery(link.Query).ToDictionary(field => field.Key, field => field.Value.ToString());
    }

    private static void AssertLedToEachOther(TeamsScene scene)
    {
        Assert.Single(FakeTeamsCards.Links(Said(scene.Ava, "Grace Okafor said yes").Card));
        Assert.Single(FakeTeamsCards.Links(Said(scene.Grace, "Ava Stone will write to you").Card));
        Assert.InRange(scene.Acme.Conversations.Count(place => place.Kind == FakeTeamsConversationKind.GroupChat), 0, 1);
    }
}
