using IntroBot.Teams;
using IntroBot.Teams.Inbound;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams.Inbound;

/// <summary>The message extension is used wherever people write, also in a chat of two people in which the bot is not.</summary>
public sealed class TeamsExtensionTests
{
    private const string Opening = "POST conversations";

    [Fact]
    public async Task An_offer_goes_to_the_chat_with_the_bot_though_the_extension_was_used_in_another()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");

        await scene.AfterAsync(scene.Grace.OpensDialogAsync(place: scene.Acme.AddChatOf(scene.Grace, scene.Ava)));
        await scene.AsksAsync(scene.Ava);

        Assert.StartsWith("Could you help Ava Stone?", scene.Grace.Chat.Last.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Teams.Calls, call => call.Path.Contains("unq.gbl.spaces", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_an_older_version_took_from_a_chat_of_two_people_is_not_used()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");
        await scene.The<TeamsConversations>().LearnChatAsync(
            new TeamsUserRef(scene.Acme.Id, scene.Grace.Id),
            new ConversationReference(scene.Acme.ServiceUrl, scene.Acme.AddChatOf(scene.Grace, scene.Ava).Id), CancellationToken.None);
        await scene.Ava.AddsBotToAsync(scene.Acme.AddChannel("Crew", scene.Ava));

        await scene.AsksAsync(scene.Ava);

        Assert.StartsWith("Could you help Ava Stone?", scene.Grace.Chat.Last.Summary, StringComparison.Ordinal);
    }

    [Theory, InlineData(null), InlineData("personal"), InlineData("Personal")]
    public async Task The_chat_with_the_bot_is_known_by_its_id_where_its_type_is_missing(string? type)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var said = scene.Ava.Activity("message", scene.Ava.Chat);
        (said["text"], said["conversation"]!["conversationType"]) = ("help", type);

        await scene.AfterAsync(scene.Ava.TellsAsync(said));

        Assert.StartsWith("I bring people together", scene.Ava.Chat.Last.Summary, StringComparison.Ordinal);
        Assert.Empty(scene.Ava.Private);
    }

    [Fact]
    public async Task Somebody_unknown_who_is_in_a_team_of_the_bot_is_asked_about_in_a_chat_that_is_opened_for_it()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var (noor, chat) = await ColleagueAsync(scene);

        await scene.AfterAsync(noor.OpensDialogAsync(place: chat));

        Assert.NotNull(noor.Dialog);
        Assert.Equal(noor.Chat.Id, (await ChatAsync(scene, noor))?.Conversation);
    }

    [Fact]
    public async Task Somebody_unknown_for_whom_no_chat_opens_is_looked_for_in_the_teams()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var (noor, chat) = await ColleagueAsync(scene);
        scene.Teams.Faults.Refuse(Opening, 403, "ForbiddenOperationException");

        await scene.AfterAsync(noor.OpensDialogAsync(place: chat));

        Assert.NotNull(noor.Dialog);
        Assert.Null(await ChatAsync(scene, noor));
    }

    [Fact]
    public async Task Somebody_unknown_everywhere_hears_how_to_add_the_app()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var noor = scene.Acme.AddPerson("Noor Haddad");

        await scene.AfterAsync(noor.OpensDialogAsync(place: scene.Acme.AddChatOf(noor, scene.Ava)));

        Assert.Null(noor.Dialog);
        Assert.StartsWith("Please add me first", noor.Words[^1], StringComparison.Ordinal);
        Assert.Contains("choose Add", noor.Words[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("try again", noor.Words[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_unknown_while_Teams_is_down_is_asked_to_come_again()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var (noor, chat) = await ColleagueAsync(scene);
        scene.Teams.Faults.Refuse(Opening, 502, "BadGateway");

        await scene.AfterAsync(noor.OpensDialogAsync(place: chat));
        Assert.StartsWith("One moment, please", noor.Words[^1], StringComparison.Ordinal);

        await scene.PassAsync(TimeSpan.FromMinutes(1));
        await scene.AfterAsync(noor.OpensDialogAsync(place: chat));
        Assert.NotNull(noor.Dialog);
    }

    [Theory]
    [InlineData("19:a_b@unq.gbl.spaces", "personal", ConversationKind.BetweenPeople)]
    [InlineData("19:a_b@unq.gbl.spaces", null, ConversationKind.BetweenPeople)]
    [InlineData("a:1", null, ConversationKind.Personal), InlineData("a:1", "personal", ConversationKind.Personal)]
    [InlineData("19:x@thread.v2", "personal", ConversationKind.BetweenPeople), InlineData("19:x@thread.v2", null, ConversationKind.Group)]
    [InlineData("19:meeting_x@thread.v2", "groupChat", ConversationKind.Group)]
    [InlineData("19:meeting_x@thread.v2", "channel", ConversationKind.Group), InlineData("a:1", "channel", ConversationKind.Group)]
    [InlineData("19:x@thread.tacv2", "channel", ConversationKind.Channel), InlineData("19:x@thread.skype", null, ConversationKind.Channel)]
    [InlineData("19:x@thread.tacv2;messageid=1", null, ConversationKind.Channel), InlineData("x", null, ConversationKind.Group)]
    internal void A_conversation_is_known_by_its_type_and_by_the_form_of_its_id(string id, string? type, ConversationKind kind) =>
        Assert.Equal(kind, ConversationKinds.Of(new ConversationAccount { Id = id, ConversationType = type }));

    /// <summary>Somebody who has not added the bot, and is in a team that has.</summary>
    private static async Task<(FakeTeamsPerson Noor, FakeTeamsConversation Chat)> ColleagueAsync(TeamsScene scene)
    {
        var noor = scene.Acme.AddPerson("Noor Haddad");
        await scene.Ava.AddsBotToAsync(scene.Acme.AddChannel("Crew", scene.Ava, noor));
        await scene.SettleAsync();
        return (noor, scene.Acme.AddChatOf(noor, scene.Ava));
    }

    private static Task<ConversationReference?> ChatAsync(TeamsScene scene, FakeTeamsPerson who) =>
        scene.The<TeamsConversations>().ChatAsync(new TeamsUserRef(scene.Acme.Id, who.Id), CancellationToken.None);
}
