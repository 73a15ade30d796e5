using IntroBot.Teams;
using IntroBot.Teams.Inbound;
using IntroBot.Tests.Playground;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams.Inbound;

/// <summary>Every reply can be shown wherever a person can act, whatever the act was.</summary>
public sealed class TeamsRepliesTests
{
    [Fact]
    public async Task Every_reply_to_every_act_is_shown_at_every_place()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var ava = new Person(
            new PersonRef(TeamsIds.Workspace(scene.Acme.Id), scene.Ava.Id), scene.Ava.Name, "Europe/Berlin", "en");
        var actor = new Actor(scene.Acme.Id, ava, scene.Ava.Account, IsSteward: false);
        var shown =
            from reply in Samples.CasesOf<Reply>()
            from asked in Samples.CasesOf<Interaction>()
            from target in Samples.CasesOf<ReplyTarget>()
            select (Reply: reply, Asked: asked, Target: target);

        foreach (var (reply, asked, target) in shown.ToArray())
        {
            Assert.NotNull(await scene.The<TeamsReplies>().ShowAsync(reply, asked, actor, target, CancellationToken.None));
        }

        await scene.SettleAsync();
        Assert.Empty(scene.Log.Errors);
    }
}
