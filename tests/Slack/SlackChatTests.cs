using IntroBot.Coaching;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack;

/// <summary>Talking with the bot in its chat, and mentioning it elsewhere.</summary>
public sealed class SlackChatTests
{
    [Fact]
    public async Task An_ask_can_be_told_field_by_field_and_reaches_its_giver()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AfterAsync(scene.Ava.SaysAsync("I'd love to meet someone who has run a supply chain at a sports brand"));
        await scene.AfterAsync(scene.Ava.PressesAsync("Yes, start"));

        // The topic is in the sentence, and somebody lists it.
        foreach (var field in AskTemplate.Fields.Skip(1).Where(field => field.Id != AskTemplate.Topics))
        {
            Assert.Contains(field.Label, scene.Ava.Chat.Last.Text, StringComparison.Ordinal);
            if (field.Id == AskTemplate.PurposeId)
            {
                await scene.AfterAsync(scene.Ava.PressesAsync("Advice"));
            }
            else if (field.Read(Asks.Good) is { Length: > 0 } answer
                && field.Id is not (AskTemplate.Deadline or AskTemplate.DeadlineReason))
            {
                await scene.AfterAsync(scene.Ava.SaysAsync(answer));
            }
            else
            {
                await scene.AfterAsync(scene.Ava.PressesAsync("Skip"));
            }
        }

        Assert.StartsWith("Ready? This is what your giver reads", scene.Ava.Chat.Last.Text, StringComparison.Ordinal);
        await scene.AfterAsync(scene.Ava.PressesAsync("I promise, send it"));
        await scene.BreatheAsync();
        Assert.StartsWith("Could you help Ava Stone?", scene.Grace.Chat.Last.Text, StringComparison.Ordinal);
        Assert.Equal(0, scene.Slack.CountOf("views.open") - 1);
    }

    [Fact]
    public async Task A_form_asked_for_in_the_chat_comes_with_a_button()
    {
        await using var scene = await SlackScene.OpenAsync();

        await scene.AfterAsync(scene.Ava.SaysAsync("give"));
        await scene.AfterAsync(scene.Ava.PressesAsync("Offer to help"));

        Assert.Equal("Offer to help", scene.Ava.Modal!.Title);
    }

    [Fact]
    public async Task A_mention_in_a_channel_is_answered_privately()
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.General.Add(scene.Acme.Bot);

        await scene.AfterAsync(scene.Ava.MentionsAsync(scene.General, "help"));
        await scene.AfterAsync(scene.Ava.MentionsAsync(scene.General, "I would like to meet somebody who has sewn tents"));

        Assert.StartsWith("I bring people together", scene.Ava.Ephemerals[0].Text, StringComparison.Ordinal);
        await scene.AfterAsync(scene.Ava.PressesAsync("Yes, start", scene.Ava.Ephemerals[1]));
        Assert.StartsWith("Let us go on in our chat", scene.Ava.Ephemerals[^1].Text, StringComparison.Ordinal);
        Assert.StartsWith("2 of 10: Topics", scene.Ava.Chat.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.General.Messages, message => message.Author == scene.Acme.Bot);
    }

    [Fact]
    public async Task Words_arrive_as_they_were_written()
    {
        await using var scene = await SlackScene.OpenAsync();

        await scene.AfterAsync(scene.Ava.SaysAsync("I'd love to meet someone from R&D <at> Nike who knows @Grace Okafor"));
        await scene.AfterAsync(scene.Ava.PressesAsync("Yes, start"));
        await scene.AfterAsync(scene.Ava.PressesAsync("Back"));

        Assert.Contains("R&D <at> Nike who knows @Grace Okafor", scene.Ava.Chat.Last.ToString()
            .Replace("\\u0026", "&", StringComparison.Ordinal)
            .Replace("\\u003C", "<", StringComparison.Ordinal)
            .Replace("\\u003E", ">", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_come_faster_than_Slack_allows_are_all_answered()
    {
        await using var scene = await SlackScene.OpenAsync(prepare: slack => slack.LimitsMessages = true);

        await Task.WhenAll(scene.Ava.SaysAsync("help"), scene.Ava.SaysAsync("status"), scene.Ava.SaysAsync("withdraw"));
        await scene.SettleAsync();

        Assert.Equal(3, scene.Ava.Chat.Messages.Count(message => message.Author == scene.Acme.Bot));
    }
}
