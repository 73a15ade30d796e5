using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams;

/// <summary>Where others read along, answers are for one pair of eyes.</summary>
public sealed class TeamsPrivateReplyTests
{
    [Fact]
    public async Task A_mention_in_a_channel_is_answered_to_whoever_wrote_it_alone()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var crew = await CrewAsync(scene);

        await scene.AfterAsync(scene.Ava.MentionsAsync(crew, "help"));

        Assert.StartsWith("I bring people together", Assert.Single(scene.Ava.Private).Summary, StringComparison.Ordinal);
        Assert.Empty(scene.Grace.Private);
        Assert.DoesNotContain(
            crew.Messages, message => message.OnlyFor is null && message.Summary.StartsWith("I bring people", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mention_is_replied_to_in_its_thread_and_words_that_nobody_saw_are_not()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var crew = await CrewAsync(scene);

        await scene.AfterAsync(scene.Ava.MentionsAsync(crew, "help"));
        var words = scene.Teams.Post.Told[^1].Text("id");
        Assert.Single(scene.Teams.CallsOf("POST", $"/activities/{words}?isTargetedActivity=true"));

        await scene.AfterAsync(scene.Ava.MentionsAsync(crew, "help", isTargeted: true));
        Assert.Empty(scene.Teams.CallsOf("POST", $"/activities/{scene.Teams.Post.Told[^1].Text("id")}"));
        Assert.Equal(2, scene.Ava.Private.Count());
    }

    [Fact]
    public async Task Somebody_is_blocked_by_their_name_in_the_own_chat_where_nobody_can_be_mentioned()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var crowd = Enumerable.Range(1, 1200).Select(number => scene.Acme.AddPerson($"Member {number}")).ToArray();
        var crew = scene.Acme.AddChannel("Everybody", [scene.Grace, .. crowd]);
        await scene.Grace.AddsBotToAsync(crew);

        await scene.AfterAsync(scene.Grace.SaysAsync("block member 1111"));

        Assert.Contains("You will not be asked by Member 1111 again", scene.Grace.Chat.Last.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, scene.Teams.CallsOf("GET", "/pagedmembers").Count());
        await scene.AfterAsync(scene.Grace.SaysAsync("unblock Member 1111"));
        Assert.Contains("Member 1111 may ask you again", scene.Grace.Chat.Last.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_two_people_bear_blocks_neither_before_one_is_chosen()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var crew = scene.Acme.AddChannel("Crew", scene.Grace, scene.Acme.AddPerson("Sam Lee"), scene.Acme.AddPerson("Sam Lee"));
        await scene.Grace.AddsBotToAsync(crew);

        await scene.AfterAsync(scene.Grace.SaysAsync("block Sam Lee"));

        Assert.StartsWith("Whom do you mean?", scene.Grace.Chat.Last.Summary, StringComparison.Ordinal);
        await scene.AfterAsync(scene.Grace.PressesAsync("1. Sam Lee"));
        await scene.AfterAsync(scene.Grace.SaysAsync("block"));
        Assert.Equal(["Unblock Sam"], scene.Grace.Chat.Last.Buttons);
    }

    [Fact]
    public async Task The_bot_itself_cannot_be_blocked()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var crew = await CrewAsync(scene);

        await scene.AfterAsync(scene.Grace.MentionsAsync(crew, $"block <at>{scene.Teams.App.Name}</at>"));
        await scene.AfterAsync(scene.Grace.SaysAsync("block IntroBot"));
        await scene.AfterAsync(scene.Grace.MentionsAsync(crew, "block"));

        Assert.Collection(
            scene.Grace.Private,
            word => Assert.StartsWith("I never ask for myself", word.Summary, StringComparison.Ordinal),
            word => Assert.StartsWith("You block nobody", word.Summary, StringComparison.Ordinal));
        Assert.StartsWith("I never ask for myself", scene.Grace.Chat.Last.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_that_is_not_to_be_had_the_answer_comes_in_the_own_chat()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var crew = await CrewAsync(scene);
        scene.Teams.Faults.Refuse("isTargetedActivity", 400, "BadArgument");

        await scene.AfterAsync(scene.Ava.MentionsAsync(crew, "help"));

        Assert.Empty(scene.Ava.Private);
        Assert.StartsWith("I bring people together", scene.Ava.Chat.Last.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_never_added_the_bot_is_answered_in_a_chat_that_is_opened_for_it()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var noor = scene.Acme.AddPerson("Noor Haddad");
        var crew = await CrewAsync(scene, noor);
        scene.Teams.Faults.Refuse("isTargetedActivity", 400, "BadArgument");

        await scene.AfterAsync(noor.MentionsAsync(crew, "help"));

        Assert.StartsWith("I bring people together", Assert.Single(noor.Chat.Messages).Summary, StringComparison.Ordinal);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Whoever_chooses_the_bot_from_the_menu_is_answered_the_same_way(bool inChannel)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var place = inChannel ? await CrewAsync(scene) : scene.Acme.AddGroupChat(scene.Ava, scene.Grace);
        place.HasBot = true;

        await scene.AfterAsync(scene.Ava.MentionsAsync(place, "intro", isTargeted: true));

        Assert.StartsWith("Ask for an introduction", Assert.Single(scene.Ava.Private).Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(
            place.Messages, message => message.OnlyFor is null && !message.Summary.StartsWith("Hello", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_for_one_pair_of_eyes_is_filled_in_where_it_stands()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var crew = await CrewAsync(scene);
        await scene.AfterAsync(scene.Grace.MentionsAsync(crew, "give"));
        var form = Assert.Single(scene.Grace.Private);

        await scene.AfterAsync(scene.Grace.PressesAsync(form.Buttons.First(), form, ("topics", "supply chain")));
        await scene.BreatheAsync();

        Assert.StartsWith("Thank you, Grace", scene.Grace.Words[^1], StringComparison.Ordinal);
        await scene.AsksAsync(scene.Ava);
        Assert.StartsWith("Could you help Ava Stone?", scene.Grace.Chat.Last.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ask_begun_among_others_goes_on_in_the_own_chat()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var crew = await CrewAsync(scene);

        await scene.AfterAsync(scene.Ava.MentionsAsync(crew, "I would like to meet somebody who has sewn tents"));

        await scene.AfterAsync(scene.Ava.PressesAsync("Yes, start", Assert.Single(scene.Ava.Private)));

        Assert.StartsWith("2 of 10", scene.Ava.Chat.Last.Summary, StringComparison.Ordinal);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_person_who_is_mentioned_is_blocked_by_who_they_are(bool isTargeted)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var crew = await CrewAsync(scene);
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");

        await scene.AfterAsync(scene.Grace.MentionsAsync(crew, "block <at>Ava Stone</at>", isTargeted, scene.Ava));
        await scene.AsksAsync(scene.Ava);

        Assert.StartsWith("Done, and private", Assert.Single(scene.Grace.Private).Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Grace.Chat.Messages, message => message.Summary.StartsWith("Could you help", StringComparison.Ordinal));
        await scene.AfterAsync(scene.Grace.SaysAsync("block"));
        Assert.Contains("Unblock Ava", scene.Grace.Chat.Last.Buttons);
    }

    [Fact]
    public async Task Mentions_cannot_make_words_grow()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var said = scene.Ava.Activity("message", scene.Ava.Chat);
        said["text"] = new string('o', 11_000);
        var entities = (System.Text.Json.Nodes.JsonArray)said["entities"]!;
        for (var times = 0; times < 1_000; times++)
            entities.Add(new System.Text.Json.Nodes.JsonObject
            {
                ["type"] = "mention",
                ["text"] = "o",
                ["mentioned"] = new System.Text.Json.Nodes.JsonObject { ["id"] = $"29:{times}", ["name"] = "ooo" },
            });

        Assert.Equal(200, (await scene.AfterAsync(scene.Ava.TellsAsync(said))).Status);
        Assert.InRange(scene.Teams.CallsOf("GET", "members").Count(), 0, 10);
        Assert.Empty(scene.Log.Errors);
    }

    private static async Task<FakeTeamsConversation> CrewAsync(TeamsScene scene, params FakeTeamsPerson[] others)
    {
        var crew = scene.Acme.AddChannel("Crew", [scene.Ava, scene.Grace, .. others]);
        await scene.Ava.AddsBotToAsync(crew);
        await scene.SettleAsync();
        return crew;
    }
}
