using IntroBot.Platforms;
using IntroBot.Slack;
using IntroBot.Slack.Inbound;
using IntroBot.Tests.Playground;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack.Inbound;

/// <summary>Every reply can be shown wherever a person can act.</summary>
public sealed class SlackRepliesTests
{
    [Fact]
    public async Task Every_reply_is_shown_at_every_place()
    {
        await using var scene = await SlackScene.OpenAsync();
        var actor = Assert.IsType<AdmissionResult<Actor>.Admitted>(
            await scene.The<Admission>().AdmitAsync(scene.Acme.Id, scene.Ava.Id, null, mayAsk: true, CancellationToken.None)).Actor;
        var shown =
            from reply in Samples.CasesOf<Reply>().Select(Known)
            from target in Samples.CasesOf<ReplyTarget>()
            select (Reply: reply, Target: target);

        foreach (var (reply, target) in shown.ToArray())
        {
            Assert.NotNull(await scene.The<SlackReplies>().ShowAsync(
                reply, actor, target, $"{reply.GetType().Name}-{target.GetType().Name}", CancellationToken.None));
        }

        await scene.SettleAsync();
        Assert.Empty(scene.Log.Errors);
    }

    /// <summary>A form that opens has a button that opens it again.</summary>
    private static Reply Known(Reply reply) =>
        reply is Reply.OpenForm open ? new Reply.OpenForm(open.Form with { Id = FormIds.Ask }) : reply;
}
