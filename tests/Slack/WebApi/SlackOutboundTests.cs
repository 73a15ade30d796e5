using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack.WebApi;

/// <summary>What leaves for Slack: rates are kept, and nothing of unknown outcome is posted blindly again.</summary>
public sealed class SlackOutboundTests
{
    [Fact]
    public async Task A_message_whose_answer_was_lost_is_found_by_its_marker_and_not_posted_twice()
    {
        await using var scene = await OfferedAsync(slack => slack.Faults.Cut("chat.postMessage"));

        await scene.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Single(scene.Grace.Chat.Messages);
        Assert.Equal(1, scene.Slack.CountOf("conversations.history"));
        await scene.AfterAsync(scene.Grace.PressesAsync("Yes, connect us"));
        await scene.BreatheAsync();
        Assert.StartsWith("You said yes", scene.Grace.Chat.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_never_arrived_is_posted_after_a_look()
    {
        await using var scene = await OfferedAsync(slack => slack.Faults.Cut("chat.postMessage", acts: false));
        Assert.Empty(scene.Grace.Chat.Messages);

        await scene.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Single(scene.Grace.Chat.Messages);
    }

    [Fact]
    public async Task An_internal_error_may_have_acted_and_is_looked_up_too()
    {
        await using var scene = await OfferedAsync(slack => slack.Faults.Refuse("chat.postMessage", "internal_error", acts: true));

        await scene.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Single(scene.Grace.Chat.Messages);
    }

    [Fact]
    public async Task Too_many_requests_are_waited_out_as_long_as_Slack_says()
    {
        await using var scene = await OfferedAsync(slack => slack.Faults.RateLimit("chat.postMessage", TimeSpan.FromSeconds(90)));
        await scene.PassAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(scene.Grace.Chat.Messages);
        var calls = scene.Slack.CountOf("chat.postMessage");

        await scene.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Single(scene.Grace.Chat.Messages);
        Assert.Equal(calls + 1, scene.Slack.CountOf("chat.postMessage"));
        Assert.Equal(0, scene.Slack.CountOf("conversations.history"));
    }

    [Fact]
    public async Task A_page_of_a_proxy_in_between_is_no_answer()
    {
        await using var scene = await OfferedAsync(slack => slack.Faults.AnswerHtml("chat.postMessage"));

        await scene.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Single(scene.Grace.Chat.Messages);
    }

    [Fact]
    public async Task A_token_that_opens_nothing_keeps_words_waiting_until_it_is_mended()
    {
        await using var scene = await OfferedAsync(slack => slack.Faults.Refuse("chat.postMessage", "invalid_auth"));
        Assert.Empty(scene.Grace.Chat.Messages);

        await scene.PassAsync(TimeSpan.FromHours(1));

        Assert.Single(scene.Grace.Chat.Messages);
    }

    [Fact]
    public async Task A_channel_takes_one_message_a_second()
    {
        await using var scene = await SlackScene.OpenAsync(prepare: slack => slack.LimitsMessages = true);
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AsksAsync(scene.Ava);
        await scene.AfterAsync(scene.Grace.PressesAsync("Yes, connect us"));
        await scene.BreatheAsync();
        await scene.PassAsync(TimeSpan.FromDays(3));

        var posts = scene.Slack.CallsOf("chat.postMessage").GroupBy(call => call["channel"], call => call.At);
        Assert.All(
            posts, times => Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1))));
    }

    private static async Task<SlackScene> OfferedAsync(Action<FakeSlack> fault)
    {
        var scene = await SlackScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AfterAsync(scene.Ava.TypesAsync("/intro"));
        await scene.FillsInAskAsync(scene.Ava);
        await scene.AfterAsync(scene.Ava.SubmitsAsync());
        fault(scene.Slack);
        while (scene.Ava.Modal is { CallbackId: "ask.review" })
        {
            await scene.AfterAsync(scene.Ava.SubmitsAsync(("promises", "yes")));
        }

        return scene;
    }
}
