using IntroBot.Teams;
using IntroBot.Tests.Platforms;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams.Inbound;

/// <summary>
/// The bot is added and taken out, by people and in teams; the same news comes in two forms, in any order, and as often as Teams likes.
/// </summary>
public sealed class TeamsEventTests
{
    private const string Welcome = "Ask for an introduction";

    public static TheoryData<int, int> Often => new() { { 1, 1 }, { 2, 2 }, { 3, 3 }, { 4, 4 } };

    [Theory, MemberData(nameof(Often))]
    public async Task Whoever_adds_the_bot_is_welcomed_once(int times, int seed)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var noor = scene.Acme.AddPerson("Noor Haddad");

        await TellAsync(scene, noor.InstallNews(), times, seed);

        Assert.StartsWith(Welcome, Assert.Single(noor.Chat.Messages).Summary, StringComparison.Ordinal);
        Assert.Equal(["Write an ask", "Offer to help"], noor.Chat.Last.Buttons);
    }

    [Theory, MemberData(nameof(Often))]
    public async Task Either_form_of_the_news_is_enough(int times, int seed)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var noor = scene.Acme.AddPerson("Noor Haddad");

        await TellAsync(scene, [noor.InstallNews()[times % 2]], times, seed);

        Assert.Single(noor.Chat.Messages);
    }

    [Theory, MemberData(nameof(Often))]
    public async Task Whoever_adds_the_bot_again_is_welcomed_again(int times, int seed)
    {
        await using var scene = await TeamsScene.OpenAsync();
        await TellAsync(scene, scene.Ava.UninstallNews(), times, seed);

        await TellAsync(scene, scene.Ava.InstallNews(), times, seed);

        Assert.Equal(2, scene.Ava.Chat.Messages.Count(message => message.Summary.StartsWith(Welcome, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Old_news_of_an_install_that_comes_after_the_bot_was_taken_out_keeps_nothing()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var installed = scene.Teams.Post.Told.Where(told => told.At("from").Text("id") == scene.Ava.Account).ToList();
        await TellAsync(scene, scene.Ava.UninstallNews(), 1, 1);

        await TellAsync(scene, installed, 2, 1);

        Assert.DoesNotContain(scene.Ava.Id, await KeptAsync(scene), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Often))]
    public async Task Whoever_takes_the_bot_out_is_waited_for_no_more_and_forgotten(int times, int seed)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var wei = await scene.WelcomesAsync("Wei Lin");
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");
        await scene.GivesAsync(wei, "sourcing");
        await scene.AsksAsync(scene.Ava);
        Assert.StartsWith("Could you help Ava Stone?", scene.Grace.Chat.Last.Summary, StringComparison.Ordinal);
        var before = scene.Grace.Chat.Messages.Count;

        await TellAsync(scene, scene.Grace.UninstallNews(), times, seed);
        await scene.BreatheAsync();

        Assert.StartsWith("Could you help Ava Stone?", wei.Chat.Last.Summary, StringComparison.Ordinal);
        Assert.Equal(before, scene.Grace.Chat.Messages.Count);
        var kept = await KeptAsync(scene);
        Assert.DoesNotContain(scene.Grace.Id, kept, StringComparison.Ordinal);
        Assert.DoesNotContain("Okafor", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Grace.Account, kept, StringComparison.Ordinal);
        Assert.Empty(scene.Log.Errors);
    }

    [Theory, MemberData(nameof(Often))]
    public async Task A_team_the_bot_is_added_to_hears_one_hello(int times, int seed)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var crew = scene.Acme.AddChannel("Crew", scene.Ava, scene.Grace);
        var givers = scene.Acme.AddChannelTo(crew, "Givers");

        await TellAsync(scene, scene.Ava.AddedNews(givers), times, seed);

        Assert.StartsWith("Hello, I am IntroBot", Assert.Single(givers.Messages).Summary, StringComparison.Ordinal);
        Assert.Empty(crew.Messages);
        var known = await scene.The<TeamsConversations>().ChannelAsync(scene.Acme.Id, givers.Id, CancellationToken.None);
        Assert.Equal((scene.Acme.ServiceUrl, "Givers", crew.Id), (known!.ServiceUrl, known.Name, known.Team));
    }

    [Theory, MemberData(nameof(Often))]
    public async Task A_team_the_bot_is_taken_out_of_is_forgotten_with_all_its_channels(int times, int seed)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var crew = scene.Acme.AddChannel("Crew", scene.Ava);
        var (givers, other) = (scene.Acme.AddChannelTo(crew, "Givers"), scene.Acme.AddChannel("Other", scene.Ava));
        await TellAsync(scene, [.. scene.Ava.AddedNews(givers), .. scene.Ava.AddedNews(other)], 1, 1);

        await TellAsync(scene, scene.Ava.RemovedNews(crew), times, seed);

        var kept = Assert.Single(await scene.The<TeamsConversations>().ChannelsAsync(scene.Acme.Id, CancellationToken.None));
        Assert.Equal(other.Id, kept.Conversation);
    }

    [Fact]
    public async Task A_team_that_adds_the_bot_again_hears_hello_again()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var crew = scene.Acme.AddChannel("Crew", scene.Ava);
        await TellAsync(scene, scene.Ava.AddedNews(crew), 1, 1);
        await TellAsync(scene, scene.Ava.RemovedNews(crew), 1, 1);

        await TellAsync(scene, scene.Ava.AddedNews(crew), 1, 1);

        Assert.Equal(2, crew.Messages.Count);
    }

    [Fact]
    public async Task People_who_join_or_leave_a_team_are_no_news()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var crew = scene.Acme.AddChannel("Crew", scene.Ava);
        await TellAsync(scene, scene.Ava.AddedNews(crew), 1, 1);
        var before = TeamsSnapshot.Seen(scene.Acme).ToList();
        var kept = await KeptAsync(scene);

        foreach (var what in (string[])["membersAdded", "membersRemoved"])
        {
            var news = scene.Ava.Activity("conversationUpdate", crew);
            news[what] = new JsonArray(new JsonObject { ["id"] = scene.Grace.Account, ["aadObjectId"] = scene.Grace.Id });
            await scene.AfterAsync(scene.Ava.TellsAsync(news));
        }

        Assert.Equal(before, TeamsSnapshot.Seen(scene.Acme));
        Assert.Equal(kept, await KeptAsync(scene));
    }

    [Theory]
    [InlineData("typing"), InlineData("messageReaction"), InlineData("messageUpdate"), InlineData("messageDelete"),
        InlineData("event"), InlineData("handoff"), InlineData("trace"), InlineData("of tomorrow"), InlineData(null)]
    public async Task Whatever_kind_of_activity_may_come_never_fails_and_does_nothing(string? type)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var before = await scene.SnapshotAsync();
        foreach (var change in (Action<JsonObject>[])[
            _ => { }, each => each["id"] = null, each => each["conversation"]!["id"] = null, each => each["from"] = null,
            each => each["channelData"]!["eventType"] = "teamRenamed",
        ])
        {
            var activity = scene.Ava.Activity("message", scene.Ava.Chat);
            (activity["type"], activity["text"]) = (type, "help");
            change(activity);
            Assert.Equal(200, (await scene.AfterAsync(scene.Ava.TellsAsync(activity))).Status);
        }

        Assert.Equal(before, await scene.SnapshotAsync());
    }

    [Theory]
    [InlineData("composeExtension/query"), InlineData("task/fetch"), InlineData("signin/verifyState"),
        InlineData("application/search"), InlineData("config/fetch"), InlineData("of/tomorrow"), InlineData(""), InlineData(null)]
    public async Task An_invoke_that_is_not_known_is_told_so(string? name)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var before = await scene.SnapshotAsync();
        var invoke = scene.Ava.Activity("invoke", scene.Ava.Chat);
        (invoke["name"], invoke["value"]) = (name, new JsonObject { ["data"] = new JsonObject() });

        var answer = await scene.Teams.Post.SendAsync(
            invoke.ToJsonString(), $"Bearer {scene.Teams.Keys.Sign(scene.Teams.Keys.Claims(scene.Acme.ServiceUrl))}");

        Assert.Equal((501, ""), (answer.Status, answer.Body));
        Assert.Equal(before, await scene.SnapshotAsync());
        Assert.Empty(scene.Log.Errors);
    }

    private static async Task TellAsync(TeamsScene scene, IEnumerable<JsonObject> news, int times, int seed)
    {
        var order = Enumerable.Repeat(news, times).SelectMany(each => each).ToArray();
        new Random(seed).Shuffle(order);
        await Task.WhenAll(order.Select(scene.Teams.Post.SendAsync));
        await scene.SettleAsync();
    }

    /// <summary>All that is kept of people and places.</summary>
    private static Task<string> KeptAsync(TeamsScene scene) => scene.DumpAsync("Shelf");
}
