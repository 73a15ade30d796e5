using IntroBot.Platforms;
using IntroBot.Storage;
using IntroBot.Teams;
using IntroBot.Tests.Platforms;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams;

/// <summary>Whoever adds the bot gets their home, and gets it once, whatever happens meanwhile.</summary>
public sealed class TeamsWelcomeTests
{
    private const string Posting = "/activities";

    [Theory, InlineData(true), InlineData(false)]
    public async Task That_somebody_came_is_acknowledged_only_when_their_home_is_promised(bool home)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var noor = scene.Acme.AddPerson("Noor Haddad");
        var news = noor.InstallNews()[0];
        scene.Store.FailingPartition = home
            ? StoreKeys.KeyValuePartition(TeamsStoreNames.Homes(scene.Acme.Id))
            : StoreKeys.Chat(new WorkOwner(TeamsIds.Workspace(scene.Acme.Id), noor.Id));
        var token = $"Bearer {scene.Teams.Keys.Sign(scene.Teams.Keys.Claims(scene.Acme.ServiceUrl))}";
        Assert.Equal(503, (await scene.Teams.Post.SendAsync(news.ToJsonString(), token)).Status);

        scene.Store.FailingPartition = null;
        await scene.AfterAsync(noor.TellsAsync(news));

        Assert.True(IsHome(Assert.Single(noor.Chat.Messages)));
    }

    [Fact]
    public async Task A_home_that_a_program_died_over_is_posted_by_the_next_that_starts()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var noor = scene.Acme.AddPerson("Noor Haddad");
        var hanging = scene.Teams.Faults.Hang(Posting);
        var before = scene.Teams.CallsOf("POST", Posting).Count();
        await noor.TellsAsync(noor.InstallNews()[0]);
        await scene.Teams.UntilAsync(() => scene.Teams.CallsOf("POST", Posting).Count() > before);

        await scene.KillAndStartAgainAsync();
        await scene.SettleAsync();
        hanging.SetResult();

        Assert.True(IsHome(Assert.Single(noor.Chat.Messages)));
        Assert.Empty(await scene.OwedAsync());
    }

    [Fact]
    public async Task A_home_that_Teams_puts_off_is_posted_as_soon_as_it_may()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var noor = scene.Acme.AddPerson("Noor Haddad");
        scene.Teams.Faults.RateLimit(Posting, TimeSpan.FromSeconds(20), times: 2);

        await scene.AfterAsync(noor.TellsAsync(noor.InstallNews()[0]));

        Assert.True(IsHome(Assert.Single(noor.Chat.Messages)));
    }

    [Fact]
    public async Task A_home_that_Teams_puts_off_for_long_is_posted_by_the_next_start()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var noor = scene.Acme.AddPerson("Noor Haddad");
        scene.Teams.Faults.RateLimit(Posting, TimeSpan.FromSeconds(20), times: 3);
        scene.LeavesOwed = true;
        await scene.AfterAsync(noor.TellsAsync(noor.InstallNews()[0]));
        Assert.Empty(noor.Chat.Messages);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));

        await scene.KillAndStartAgainAsync();
        await scene.SettleAsync();

        Assert.True(IsHome(Assert.Single(noor.Chat.Messages)));
    }

    [Fact]
    public async Task A_home_that_is_there_or_was_refused_is_owed_no_more()
    {
        await using var scene = await TeamsScene.OpenAsync();
        Assert.Empty(await scene.OwedAsync());

        scene.Teams.Faults.Block(Posting);
        var noor = scene.Acme.AddPerson("Noor Haddad");
        await scene.AfterAsync(noor.TellsAsync(noor.InstallNews()[0]));
        Assert.Empty(noor.Chat.Messages);
        Assert.Empty(await scene.OwedAsync());

        await scene.AfterAsync(noor.SaysAsync("help"));
        await scene.BreatheAsync();
        Assert.Contains(noor.Chat.Messages, IsHome);
    }

    [Fact]
    public async Task Whoever_takes_the_bot_out_before_is_owed_no_home()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var noor = scene.Acme.AddPerson("Noor Haddad");
        scene.Teams.Faults.RateLimit(Posting, TimeSpan.FromSeconds(20), times: 3);
        scene.LeavesOwed = true;
        await scene.AfterAsync(noor.TellsAsync(noor.InstallNews()[0]));
        Assert.Single(await scene.OwedAsync());

        await noor.UninstallsAsync();
        scene.LeavesOwed = false;
        await scene.SettleAsync();

        Assert.Empty(noor.Chat.Messages);
        Assert.Empty(await scene.OwedAsync());
    }

    [Theory, InlineData(""), InlineData("2026-11-23T10:00:00.0000000+00:00")]
    public async Task A_home_that_an_older_version_had_not_posted_is_posted_when_its_owner_does_something(string row)
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.The<IKeyValueStore>().PutAsync(TeamsStoreNames.Homes(scene.Acme.Id), scene.Grace.Id, row, CancellationToken.None);

        await scene.AfterAsync(scene.Grace.SaysAsync("help"));
        await scene.BreatheAsync();

        Assert.Equal(2, scene.Grace.Chat.Messages.Count(IsHome));
    }

    [Fact]
    public async Task A_home_that_an_older_version_is_posting_is_left_to_it()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var row = "2026-11-24T10:00:00.0000000+00:00";
        await scene.The<IKeyValueStore>().PutAsync(TeamsStoreNames.Homes(scene.Acme.Id), scene.Grace.Id, row, CancellationToken.None);

        await scene.AfterAsync(scene.Grace.SaysAsync("help"));
        await scene.BreatheAsync();

        Assert.Single(scene.Grace.Chat.Messages, IsHome);
        Assert.Equal(
            row, await scene.The<IKeyValueStore>().FindAsync(TeamsStoreNames.Homes(scene.Acme.Id), scene.Grace.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Who_asks_for_a_home_that_another_instance_is_just_posting_gets_that_one()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var (homes, row) = (TeamsStoreNames.Homes(scene.Acme.Id), "2026-11-24T10:00:00.0000000+00:00 another");
        await scene.The<IKeyValueStore>().PutAsync(homes, scene.Grace.Id, row, CancellationToken.None);

        scene.LeavesOwed = true;
        await scene.AfterAsync(scene.Grace.SaysAsync("home"));

        Assert.Single(scene.Grace.Chat.Messages, IsHome);
        Assert.Equal(row, await scene.The<IKeyValueStore>().FindAsync(homes, scene.Grace.Id, CancellationToken.None));
        Assert.Single(await scene.OwedAsync());
    }

    [Fact]
    public async Task A_home_that_cannot_be_brought_down_stays_where_it_is()
    {
        await using var scene = await TeamsScene.OpenAsync();
        scene.Teams.Faults.Block(Posting);

        await scene.AfterAsync(scene.Grace.SaysAsync("home"));

        Assert.Contains(scene.Grace.Chat.Messages, IsHome);
    }

    [Fact]
    public async Task A_home_that_is_brought_down_while_it_is_drawn_leaves_none_further_up()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var home = Assert.Single(scene.Grace.Chat.Messages, IsHome);
        var hanging = scene.Teams.Faults.Hang($"{Posting}/{home.Id}");
        await scene.Grace.SaysAsync("help");
        await scene.Teams.UntilAsync(() => scene.Teams.CallsOf("PUT", home.Id).Any());

        await scene.Grace.SaysAsync("home");
        hanging.SetResult();
        await scene.SettleAsync();

        Assert.NotEqual(home.Id, Assert.Single(scene.Grace.Chat.Messages, IsHome).Id);
    }

    [Fact]
    public async Task A_home_that_Teams_would_not_bring_down_is_brought_down_later_and_leaves_none_further_up()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var home = Assert.Single(scene.Grace.Chat.Messages, IsHome);
        scene.Teams.Faults.RateLimit(Posting, TimeSpan.FromSeconds(20), times: 3);
        scene.LeavesOwed = true;
        await scene.AfterAsync(scene.Grace.SaysAsync("home"));
        Assert.Equal(home.Id, Assert.Single(scene.Grace.Chat.Messages, IsHome).Id);

        scene.LeavesOwed = false;
        await scene.AfterAsync(scene.Grace.SaysAsync("help"));

        Assert.NotEqual(home.Id, Assert.Single(scene.Grace.Chat.Messages, IsHome).Id);
    }

    [Fact]
    public async Task A_home_further_up_that_Teams_would_not_take_away_goes_when_its_owner_does_something()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var home = Assert.Single(scene.Grace.Chat.Messages, IsHome);
        scene.Teams.Faults.RateLimit($"{Posting}/{home.Id}", TimeSpan.FromSeconds(20), times: 2);
        await scene.AfterAsync(scene.Grace.SaysAsync("home"));
        Assert.Equal(2, scene.Grace.Chat.Messages.Count(IsHome));

        await scene.AfterAsync(scene.Grace.SaysAsync("help"));

        Assert.NotEqual(home.Id, Assert.Single(scene.Grace.Chat.Messages, IsHome).Id);
    }

    [Fact]
    public async Task A_home_that_is_owed_is_on_the_list_though_the_first_news_of_its_owner_was_lost_half_way()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var noor = scene.Acme.AddPerson("Noor Haddad");
        await scene.The<IKeyValueStore>().AddAsync(TeamsStoreNames.Homes(scene.Acme.Id), noor.Id, "", CancellationToken.None);
        scene.Teams.Faults.RateLimit(Posting, TimeSpan.FromSeconds(20), times: 3);

        scene.LeavesOwed = true;
        await scene.AfterAsync(noor.TellsAsync(noor.InstallNews()[0]));

        Assert.Single(await scene.OwedAsync());
    }

    [Theory, InlineData(502, false), InlineData(503, true), InlineData(500, false)]
    public async Task Whoever_comes_while_Teams_cannot_say_who_they_are_is_welcomed_once_when_it_can(int status, bool isTold)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var noor = scene.Acme.AddPerson("Noor Haddad");
        scene.LeavesOwed = true;
        scene.Teams.Faults.AnswerHtml("members/", status, times: 4);
        var news = noor.InstallNews();

        await scene.AfterAsync(noor.TellsAsync(news[0]));
        if (isTold) await scene.AfterAsync(noor.TellsAsync(news[1]));

        Assert.Empty(noor.Chat.Messages);
        var known = await scene.The<TeamsConversations>().ChatAsync(new TeamsUserRef(scene.Acme.Id, noor.Id), CancellationToken.None);
        Assert.Equal(noor.Chat.Id, known?.Conversation);
        Assert.Single(await scene.OwedAsync());

        scene.LeavesOwed = false;
        await scene.SettleAsync();
        Assert.True(IsHome(Assert.Single(noor.Chat.Messages)));
        Assert.Empty(await scene.OwedAsync());
    }

    [Fact]
    public async Task Whoever_comes_while_the_bot_cannot_sign_in_is_welcomed_by_the_next_start()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var noor = scene.Acme.AddPerson("Noor Haddad");
        scene.Teams.Tokens.RevokeAll();
        scene.Teams.App.IsLockedOut = true;
        scene.LeavesOwed = true;
        await scene.AfterAsync(noor.TellsAsync(noor.InstallNews()[0]));
        Assert.Empty(noor.Chat.Messages);
        scene.Teams.App.IsLockedOut = false;
        scene.Clock.Advance(TimeSpan.FromMinutes(2));

        await scene.KillAndStartAgainAsync();
        await scene.SettleAsync();

        Assert.True(IsHome(Assert.Single(noor.Chat.Messages)));
    }

    [Fact]
    public async Task Whoever_takes_the_bot_out_before_Teams_says_who_they_are_is_forgotten()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var noor = scene.Acme.AddPerson("Noor Haddad");
        scene.Teams.Faults.Refuse("members/", 502, "BadGateway", times: 2);
        scene.LeavesOwed = true;
        await scene.AfterAsync(noor.TellsAsync(noor.InstallNews()[0]));

        await noor.UninstallsAsync();
        scene.LeavesOwed = false;
        await scene.SettleAsync();

        Assert.Empty(noor.Chat.Messages);
        Assert.DoesNotContain(noor.Account, await scene.DumpAsync("Shelf"), StringComparison.Ordinal);
        Assert.Empty(await scene.OwedAsync());
    }

    private static bool IsHome(FakeTeamsMessage message) => message.Summary.StartsWith("Ask for an introduction", StringComparison.Ordinal);
}
