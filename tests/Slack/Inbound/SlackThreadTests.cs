using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack.Inbound;

/// <summary>What is asked in a thread is answered in that thread, and in a channel for one pair of eyes.</summary>
public sealed class SlackThreadTests
{
    [Fact]
    public async Task A_mention_in_a_thread_is_answered_there_privately()
    {
        await using var scene = await SceneAsync();
        var question = scene.Grace.Writes(scene.General, "Who knows customs law?");

        await scene.AfterAsync(scene.Ava.MentionsAsync(scene.General, "help", question));
        await scene.AfterAsync(scene.Ava.MentionsAsync(scene.General, "status"));

        Assert.Collection(
            scene.Ava.Ephemerals,
            word => Assert.Equal((question.Ts, "I bring people together, gently"), (word.ThreadTs, TitleOf(word))),
            word => Assert.Equal((null, "Nothing is open"), (word.ThreadTs, TitleOf(word))));
    }

    [Fact]
    public async Task Words_that_lead_elsewhere_say_so_in_the_thread()
    {
        await using var scene = await SceneAsync();
        var question = scene.Grace.Writes(scene.General, "Who knows customs law?");

        await scene.AfterAsync(scene.Ava.MentionsAsync(scene.General, "I would like to meet somebody who knows customs law", question));

        await scene.AfterAsync(scene.Ava.PressesAsync("Yes, start", scene.Ava.Ephemerals[^1]));
        var word = scene.Ava.Ephemerals[^1];
        Assert.Equal((question.Ts, "Let us go on in our chat"), (word.ThreadTs, TitleOf(word)));
        Assert.Null(scene.Ava.Chat.Last.ThreadTs);
    }

    [Fact]
    public async Task A_button_under_an_answer_in_a_thread_is_answered_in_that_thread()
    {
        await using var scene = await SceneAsync();
        var question = scene.Grace.Writes(scene.General, "Who knows customs law?");
        await scene.AfterAsync(scene.Ava.MentionsAsync(scene.General, "pause", question));
        scene.Slack.Faults.Refuse("views.open", "expired_trigger_id");

        await scene.AfterAsync(scene.Ava.PressesAsync("Offer to help", scene.Ava.Ephemerals[^1]));

        Assert.All(scene.Ava.Ephemerals, word => Assert.Equal(question.Ts, word.ThreadTs));
        Assert.Equal("Offer to help", TitleOf(scene.Ava.Ephemerals[^1]));
    }

    [Fact]
    public async Task Words_in_a_thread_of_the_chat_are_answered_in_that_thread()
    {
        await using var scene = await SceneAsync();
        await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        var help = scene.Ava.Chat.Last;

        await scene.AfterAsync(scene.Ava.SaysAsync("status", help));
        Assert.Equal((help.Ts, "Nothing is open"), (scene.Ava.Chat.Last.ThreadTs, TitleOf(scene.Ava.Chat.Last)));
        await scene.AfterAsync(scene.Ava.SaysAsync("I would like to meet somebody who knows customs law", help));
        Assert.Equal(help.Ts, scene.Ava.Chat.Last.ThreadTs);
        await scene.AfterAsync(scene.Ava.SaysAsync("status"));
        Assert.Null(scene.Ava.Chat.Last.ThreadTs);
    }

    [Fact]
    public async Task An_answer_in_a_thread_whose_posting_was_lost_is_said_once()
    {
        await using var scene = await SceneAsync();
        await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        var help = scene.Ava.Chat.Last;
        scene.Slack.Faults.Cut("chat.postMessage");

        await scene.AfterAsync(scene.Ava.SaysAsync("status", help));
        await scene.BreatheAsync();

        Assert.Single(scene.Ava.Chat.Messages, message => message.Author == scene.Acme.Bot && message.ThreadTs == help.Ts);
    }

    [Fact]
    public async Task A_thread_that_is_gone_is_answered_beside_it()
    {
        await using var scene = await SceneAsync();
        await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        scene.Slack.Faults.Refuse("chat.postMessage", "thread_not_found");

        await scene.AfterAsync(scene.Ava.SaysAsync("status", scene.Ava.Chat.Last));
        await scene.BreatheAsync();

        Assert.Equal((null, "Nothing is open"), (scene.Ava.Chat.Last.ThreadTs, TitleOf(scene.Ava.Chat.Last)));
    }

    [Fact]
    public async Task Who_cannot_be_named_in_time_hears_it_in_the_thread()
    {
        await using var scene = await SceneAsync();
        var question = scene.Grace.Writes(scene.General, "Who knows customs law?");
        scene.Slack.Faults.Fail("users.info", times: 100);

        await scene.AfterAsync(scene.Ava.MentionsAsync(scene.General, "help", question));
        await scene.PassAsync(TimeSpan.FromMinutes(30));

        var word = Assert.Single(scene.Ava.Ephemerals);
        Assert.Equal((question.Ts, "One moment, please"), (word.ThreadTs, TitleOf(word)));
    }

    private static string TitleOf(FakeSlackMessage message) => message.Text.Split('\n')[0];

    private static async Task<SlackScene> SceneAsync()
    {
        var scene = await SlackScene.OpenAsync();
        scene.General.Add(scene.Acme.Bot);
        return scene;
    }
}
