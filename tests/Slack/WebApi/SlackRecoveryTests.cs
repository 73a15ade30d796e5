using IntroBot.Platforms;
using IntroBot.Slack;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack.WebApi;

/// <summary>Nothing is lost, and everybody hears something, when Slack or the program has a bad moment.</summary>
public sealed class SlackRecoveryTests
{
    [Fact]
    public async Task An_answer_in_the_chat_waits_until_Slack_takes_it()
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.Slack.Faults.RateLimit("chat.postMessage", TimeSpan.FromSeconds(20));

        await scene.AfterAsync(scene.Ava.SaysAsync("help"));

        Assert.StartsWith("I bring people together", scene.Ava.Chat.Last.Text, StringComparison.Ordinal);
        Assert.Empty(await scene.The<IKeyValueStore>().ListAsync(SlackStoreNames.Promised, CancellationToken.None));
    }

    [Fact]
    public async Task An_answer_whose_arrival_nobody_knows_is_looked_for_first()
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.Slack.Faults.Cut("chat.postMessage");

        await scene.AfterAsync(scene.Ava.SaysAsync("help"));

        Assert.Single(scene.Ava.Chat.Messages, message => message.Author == scene.Acme.Bot);
        Assert.Equal(1, scene.Slack.CountOf("conversations.history"));
    }

    [Fact]
    public async Task An_answer_owed_by_an_earlier_run_is_said_at_the_next_start()
    {
        await using var scene = await SlackScene.OpenAsync();
        var held = scene.Slack.Faults.Hold("chat.postMessage");
        await scene.Ava.SaysAsync("help");
        await scene.Slack.UntilAsync(() => scene.Slack.CountOf("chat.postMessage") == 1);

        await scene.KillAndStartAgainAsync();
        await scene.Slack.UntilAsync(() => scene.Ava.Chat.Messages.Any(message => message.Author == scene.Acme.Bot));

        // The dead program's words arrive after all: nobody can take them back, and nobody says them a third time.
        held.SetResult();
        await scene.SettleAsync();
        Assert.Equal(2, scene.Slack.CountOf("chat.postMessage"));
        Assert.Empty(await scene.The<IKeyValueStore>().ListAsync(SlackStoreNames.Promised, CancellationToken.None));
    }

    [Fact]
    public async Task A_chat_that_is_gone_is_opened_anew()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.The<IKeyValueStore>().PutAsync(
            SlackStoreNames.Chats(scene.Acme.Id), scene.Grace.Id, "D00OLDBOT", CancellationToken.None);

        await scene.AsksAsync(scene.Ava);

        Assert.StartsWith("Could you help Ava Stone?", scene.Grace.Chat.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_who_presses_at_a_home_of_before_reads_why_not()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.AfterAsync(scene.Ava.OpensHomeAsync());
        scene.Slack.Faults.Fail("views.publish");
        await scene.AfterAsync(scene.Ava.BecomesGuestAsync());

        await scene.AfterAsync(scene.Ava.PressesAtHomeAsync("Write an ask"));

        Assert.Contains("As a guest you cannot ask or give here", scene.Ava.Modal!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shortcut_shows_a_draft_that_waits()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.AfterAsync(scene.Ava.SaysAsync("I would like to meet somebody who has sewn tents"));
        await scene.AfterAsync(scene.Ava.PressesAsync("Yes, start"));

        await scene.AfterAsync(scene.Ava.UsesShortcutAsync("ask"));

        Assert.Contains("Go on in the form", scene.Ava.Modal!.Buttons);
    }

    [Fact]
    public async Task While_Slack_does_not_say_whose_token_it_is_everything_is_acknowledged_and_answered_later()
    {
        await using var scene = await SlackScene.OpenAsync(prepare: slack => slack.Faults.Fail("auth.test"));
        await scene.SettleAsync();

        var typed = await scene.Ava.TypesAsync("/intro", "help");
        var said = await scene.Ava.SaysAsync("help");
        Assert.Equal((200, "", 200), (typed.Status, typed.Body, said.Status));

        await scene.SettleAsync();
        Assert.StartsWith("I bring people together", Assert.Single(scene.Ava.Ephemerals).Text, StringComparison.Ordinal);
        Assert.StartsWith("I bring people together", scene.Ava.Chat.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_whose_leaving_was_missed_is_noticed_at_the_next_look()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        scene.Grace.IsRestricted = true;
        await scene.PassAsync(TimeSpan.FromHours(25));

        await scene.AfterAsync(scene.Grace.TypesAsync("/intro", "status"));
        await scene.AsksAsync(scene.Ava);

        Assert.Empty(scene.Grace.Chat.Messages);
    }

    [Fact]
    public async Task An_admin_who_is_none_any_more_changes_no_settings()
    {
        await using var scene = await SlackScene.OpenAsync();
        var steward = scene.Acme.AddPerson("Priya Rao", person => person.IsAdmin = true);
        await scene.AfterAsync(steward.TypesAsync("/intro", "settings"));
        Assert.Equal("Settings", steward.Modal!.Title);
        steward.IsAdmin = false;
        await scene.PassAsync(TimeSpan.FromMinutes(6));

        await scene.AfterAsync(steward.SubmitsAsync());

        Assert.Contains("The settings are with somebody else", steward.Modal!.ToString(), StringComparison.Ordinal);
    }
}
